// kiosque clean: what the reader makes of pages, without an archive.

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <iostream>
#include <kiosque/page.hpp>
#include <memory>
#include <sstream>

#include "commands.hpp"
#include "json_output.hpp"
#include "progress.hpp"
#include "read_options.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"
#include "text_layout.hpp"

namespace command {
namespace {

struct CleanArguments {
  ReadArguments read = {};
  bool text = false;
  bool explain = false;
  bool json = false;
};

std::string joined_names(const std::vector<std::string>& names) {
  std::string line;
  for (const auto& name : names) line += (line.empty() ? "" : ", ") + name;
  return line;
}

void print_paragraphs(std::string_view text, std::size_t width) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    for (const auto& line : wrapped(text.substr(0, end), {}, width, {})) print(line + "\n");
    if (end == 0) print("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  print("\n");
}

// As one would read it.
void print_as_text(const kiosque::Record& record) {
  const Styles styles = output_styles();
  constexpr std::size_t kWidest = 100;
  const std::size_t width = std::min(columns(STDOUT_FILENO), kWidest);
  const kiosque::Article& article = record.article;
  const Highlight title{.base = styles.bold, .match = {}, .reset = styles.reset};
  for (const auto& line : wrapped(article.title, {}, width, title)) print(line + "\n");
  std::string credits = article.source;
  for (const std::string& part :
       {article.section, joined_names(article.authors), article.published}) {
    if (!part.empty()) credits += (credits.empty() ? "" : " · ") + part;
  }
  if (!credits.empty()) {
    print(std::string(styles.dim) + fitted(credits, width) + std::string(styles.reset) + "\n");
  }
  print("\n");
  if (!article.lead.empty()) print_paragraphs(article.lead, width);
  print_paragraphs(article.body, width);
  print("\n");
}

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  if (path == "-") {
    bytes << std::cin.rdbuf();
    return bytes.str();
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file || !(bytes << file.rdbuf())) {
    throw UsageError(say(text::cannot_read, path, std::strerror(errno != 0 ? errno : EISDIR)));
  }
  return bytes.str();
}

// In the reader's language; as the library says it where that is not known.
std::string reason_text(const std::string& reason) {
  for (const Message& known : text::block_reasons) {
    if (reason == known.english) return tr(known);
  }
  return reason;
}

void print_explained(const kiosque::Page& page) {
  const Styles styles = output_styles();
  constexpr std::size_t kReason = 24;
  constexpr std::size_t kElement = 30;
  constexpr std::size_t kLeastText = 30;
  const std::size_t width = std::max(columns(STDOUT_FILENO), kReason + kElement + kLeastText + 4);
  const auto member = [&](const Message& name, const std::string& value) {
    if (!value.empty()) print(padded(tr(name), 12) + fitted(value, width - 12) + "\n");
  };
  const kiosque::Article& article = page.article;
  member(text::member_title, article.title);
  member(text::member_published, article.published);
  member(text::member_modified, article.modified);
  member(text::member_authors, joined_names(article.authors));
  member(text::member_section, article.section);
  member(text::member_tags, joined_names(article.tags));
  member(text::member_source, article.source);
  member(text::member_url, article.url);
  member(text::member_language, article.language);
  for (const auto& block : page.blocks) {
    if (!output_open()) return;
    const std::string line = (block.kept ? "+ " : "- ") +
                             padded(reason_text(block.reason), kReason) + " " +
                             padded(block.element, kElement) + " ";
    print(std::string(block.kept ? styles.bold : styles.dim) + line +
          fitted(block.text, width - display_width(line)) + std::string(styles.reset) + "\n");
  }
}

int explain(const CleanArguments& arguments) {
  const kiosque::ReadOptions options = read_options(arguments.read);
  for (const auto& path : arguments.read.paths) {
    const kiosque::Page page = kiosque::read_page(
        bytes_of(path), {.format = options.format, .today = options.today, .rules = options.rules});
    if (arguments.json) {
      for (const auto& block : page.blocks) {
        print(one_line({{"file", path},
                        {"kept", block.kept},
                        {"reason", block.reason},
                        {"element", block.element},
                        {"text", block.text}}) +
              "\n");
      }
      continue;
    }
    if (arguments.read.paths.size() > 1) print(path + "\n");
    print_explained(page);
  }
  return done;
}

int clean(const CleanArguments& arguments) {
  if (arguments.explain) return explain(arguments);
  RejectedReport rejected_report(arguments.read.rejected);
  StopOnSignal stop;
  ProgressBar bar;
  kiosque::ReadOptions options = read_options(arguments.read);
  // On a terminal the articles themselves show how far it is.
  if (!is_terminal(STDOUT_FILENO))
    options.progress = [&bar](const kiosque::Progress& progress) { bar.update(progress); };
  options.stop = stop.token();
  const auto on_record = [&](const kiosque::Record& record) {
    if (arguments.text) {
      print_as_text(record);
    } else {
      print(record_json(record) + "\n");
    }
    if (!output_open()) stop.request();
  };
  const kiosque::ReadSummary summary =
      kiosque::read(arguments.read.paths, options, on_record,
                    [&](const kiosque::Rejected& bad) { rejected_report.add(bad); });
  rejected_report.finish();
  if (summary.stopped && output_open()) return stopped;
  return summary.rejected + summary.notices > 0 ? nothing_found : done;
}

}  // namespace

void add_clean(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<CleanArguments>();
  CLI::App& command = add_command(app, "clean", text::clean_about, text::clean_footer);
  add_read_options(command, arguments->read);
  add_flag(command, "--text", arguments->text, text::text_option);
  add_flag(command, "--explain", arguments->explain, text::explain_option);
  add_json_flag(command, arguments->json);
  command.callback([&action, arguments] { action = [arguments] { return clean(*arguments); }; });
}

}  // namespace command
