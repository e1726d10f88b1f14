#include "read_options.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sstream>
#include <utility>

#include "json_output.hpp"
#include "terminal.hpp"

namespace command {

void add_read_options(CLI::App& command, ReadArguments& arguments) {
  add_words(command, "PATH", arguments.paths, text::paths).required();
  add_choice<kiosque::Format>(command, "--format", arguments.format,
                              {{"auto", kiosque::Format::automatic},
                               {"text", kiosque::Format::text},
                               {"html", kiosque::Format::html},
                               {"jsonl", kiosque::Format::jsonl},
                               {"feed", kiosque::Format::feed},
                               {"csv", kiosque::Format::csv},
                               {"warc", kiosque::Format::warc}},
                              text::format_option);
  add_text(command, "--source", arguments.source, "NAME", text::source_option);
  add_texts(command, "--language", arguments.languages, "CODE", text::language_option);
  add_text(command, "--today", arguments.today, "DATE", text::page_day_option);
  add_text(command, "--rules", arguments.rules, "FILE", text::rules_option);
  add_text(command, "--rejected", arguments.rejected, "FILE", text::rejected_option);
}

kiosque::ReadOptions read_options(const ReadArguments& arguments) {
  kiosque::ReadOptions options{.format = arguments.format,
                               .source = arguments.source,
                               .languages = arguments.languages,
                               .today = arguments.today};
  if (!arguments.rules.empty()) {
    std::ifstream file(arguments.rules, std::ios::binary);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf())) {
      throw UsageError(say(text::cannot_read, arguments.rules, std::strerror(errno)));
    }
    options.rules = text.str();
  }
  return options;
}

RejectedReport::RejectedReport(const std::string& path) : path_(path) {
  if (path.empty()) return;
  file_.open(path, std::ios::binary | std::ios::trunc);
  check();
}

void RejectedReport::add(const kiosque::Rejected& rejected) {
  if (!rejected.kept) ++counts_[rejected.code];
  if (path_.empty()) {
    report(rejected.text());
  } else {
    file_ << one_line(rejected_json(rejected)) << '\n';
  }
}

void RejectedReport::finish() {
  if (path_.empty()) return;
  file_.close();
  check();
}

std::string RejectedReport::reasons() const {
  std::vector<std::pair<std::string, std::size_t>> counts(counts_.begin(), counts_.end());
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string line;
  for (const auto& [code, count] : counts) {
    if (!line.empty()) line += ", ";
    line += whole(count) + " " + code;
  }
  return line;
}

void RejectedReport::check() const {
  if (!file_) throw UsageError(say(text::cannot_write, path_, std::strerror(errno)));
}

}  // namespace command
