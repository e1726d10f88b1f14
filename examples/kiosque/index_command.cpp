// kiosque index, kiosque clean: what reads files.

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <kiosque/writer.hpp>
#include <memory>

#include "commands.hpp"
#include "json_output.hpp"
#include "progress.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace command {
namespace {

struct IndexArguments {
  std::string archive = {};
  std::vector<std::string> paths = {};
  kiosque::Format format = kiosque::Format::automatic;
  std::string source = {};
  std::size_t jobs = 1;
  std::string rejected = {};
  bool replace = false;
  bool keep = false;
  bool json = false;
};

kiosque::OnDuplicate policy(const IndexArguments& arguments) {
  if (arguments.replace) return kiosque::OnDuplicate::replace;
  return arguments.keep ? kiosque::OnDuplicate::keep : kiosque::OnDuplicate::merge;
}

/// Where --rejected asks for them, else standard error.
class RejectedReport {
 public:
  explicit RejectedReport(const std::string& path) : path_(path) {
    if (path.empty()) return;
    file_.open(path, std::ios::binary | std::ios::trunc);
    check();
  }

  void add(const kiosque::Rejected& rejected) {
    if (path_.empty()) {
      report(rejected.text());
    } else {
      file_ << one_line(rejected_json(rejected)) << '\n';
    }
  }

  void finish() {
    if (path_.empty()) return;
    file_.close();
    check();
  }

 private:
  void check() const {
    if (!file_) throw UsageError(say(text::cannot_write, path_, std::strerror(errno)));
  }

  std::string path_;
  std::ofstream file_;
};

std::string summary_line(const kiosque::IndexSummary& summary, const IndexArguments& arguments,
                         double seconds) {
  std::string line = counted(summary.added, text::added, text::added_many);
  line += ", " + say(text::updated, whole(summary.updated));
  line += ", " + counted(summary.unchanged, text::unchanged, text::unchanged_many);
  line += ", " + counted(summary.rejected, text::rejected, text::rejected_many);
  if (summary.notices > 0)
    line += ", " + counted(summary.notices, text::incomplete, text::incomplete_many);
  const std::size_t stored = summary.added + summary.updated + summary.unchanged;
  line += " · " + say(text::seconds, decimal(seconds, 1));
  const double rate = static_cast<double>(stored) / std::max(seconds, 1e-3);
  line += " · " + counted(static_cast<std::uint64_t>(rate), text::rate, text::rate_many);
  if (!arguments.rejected.empty() && summary.rejected + summary.notices > 0)
    line += " · " + say(text::see_rejected, arguments.rejected);
  return line;
}

int index_status(const kiosque::IndexSummary& summary) {
  if (summary.stopped) return stopped;
  if (summary.added + summary.updated + summary.unchanged == 0) return nothing_indexed;
  return summary.rejected + summary.notices > 0 ? nothing_found : done;
}

int index(const IndexArguments& arguments) {
  RejectedReport rejected_report(arguments.rejected);
  kiosque::Writer writer(arguments.archive, {.on_duplicate = policy(arguments)});
  StopOnSignal stop;
  ProgressBar bar;
  kiosque::ReadOptions options{.format = arguments.format, .source = arguments.source};
  options.progress = [&bar](const kiosque::Progress& progress) { bar.update(progress); };
  options.stop = stop.token();
  const kiosque::IndexSummary summary =
      kiosque::index(writer, arguments.paths, options,
                     [&](const kiosque::Rejected& rejected) { rejected_report.add(rejected); });
  bar.clear();
  const double seconds = bar.seconds();
  rejected_report.finish();

  if (summary.stopped) report(tr(text::stopped_index));
  report(summary_line(summary, arguments, seconds));
  if (arguments.json)
    print_json({{"added", summary.added},
                {"updated", summary.updated},
                {"unchanged", summary.unchanged},
                {"rejected", summary.rejected},
                {"notices", summary.notices},
                {"stopped", summary.stopped},
                {"seconds", seconds}});
  return index_status(summary);
}

int clean(const std::vector<std::string>& paths) {
  StopOnSignal stop;
  ProgressBar bar;
  kiosque::ReadOptions options;
  // On a terminal the articles themselves show how far it is.
  if (!is_terminal(STDOUT_FILENO))
    options.progress = [&bar](const kiosque::Progress& progress) { bar.update(progress); };
  options.stop = stop.token();
  const auto on_record = [&stop](const kiosque::Record& record) {
    print(record_json(record) + "\n");
    if (!output_open()) stop.request();
  };
  const kiosque::ReadSummary summary = kiosque::read(
      paths, options, on_record, [](const kiosque::Rejected& bad) { report(bad.text()); });
  if (summary.stopped && output_open()) return stopped;
  return summary.rejected + summary.notices > 0 ? nothing_found : done;
}

}  // namespace

void add_index(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<IndexArguments>();
  CLI::App& command = add_command(app, "index", text::index_about, text::index_footer);
  add_archive(command, arguments->archive);
  add_words(command, "PATH", arguments->paths, text::paths).required();
  add_choice<kiosque::Format>(command, "--format", arguments->format,
                              {{"auto", kiosque::Format::automatic},
                               {"text", kiosque::Format::text},
                               {"jsonl", kiosque::Format::jsonl}},
                              text::format_option);
  add_text(command, "--source", arguments->source, "NAME", text::source_option);
  add_number(command, "--jobs", arguments->jobs, 1, "N", tr(text::jobs_option));
  add_text(command, "--rejected", arguments->rejected, "FILE", text::rejected_option);
  CLI::Option* replace =
      command.add_flag("--replace", arguments->replace, tr(text::replace_option));
  CLI::Option* keep = command.add_flag("--keep", arguments->keep, tr(text::keep_option));
  keep->excludes(replace);
  for (CLI::Option* option : {replace, keep}) option->option_text(" ");  // the help stays short
  add_json_flag(command, arguments->json);
  command.callback([&action, arguments] { action = [arguments] { return index(*arguments); }; });
}

void add_clean(CLI::App& app, Action& action) {
  const auto paths = std::make_shared<std::vector<std::string>>();
  CLI::App& command = add_command(app, "clean", text::clean_about, text::clean_footer);
  add_words(command, "PATH", *paths, text::paths).required();
  command.callback([&action, paths] { action = [paths] { return clean(*paths); }; });
}

}  // namespace command
