// kiosque index: from files into an archive.

#include <kiosque/writer.hpp>
#include <memory>

#include "commands.hpp"
#include "field_options.hpp"
#include "json_output.hpp"
#include "progress.hpp"
#include "read_options.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace command {
namespace {

struct IndexArguments {
  std::string archive = {};
  ReadArguments read = {};
  std::vector<std::string> fields = {};
  std::size_t jobs = 1;
  bool replace = false;
  bool keep = false;
  bool json = false;
};

kiosque::OnDuplicate policy(const IndexArguments& arguments) {
  if (arguments.replace) return kiosque::OnDuplicate::replace;
  return arguments.keep ? kiosque::OnDuplicate::keep : kiosque::OnDuplicate::merge;
}

std::string summary_line(const kiosque::IndexSummary& summary, const IndexArguments& arguments,
                         const std::string& reasons, double seconds) {
  std::string line = counted(summary.added, text::added, text::added_many);
  line += ", " + say(text::updated, whole(summary.updated));
  line += ", " + counted(summary.unchanged, text::unchanged, text::unchanged_many);
  line += ", " + counted(summary.rejected, text::rejected, text::rejected_many);
  if (!reasons.empty()) line += " (" + reasons + ")";
  if (summary.notices > 0)
    line += ", " + counted(summary.notices, text::incomplete, text::incomplete_many);
  const std::size_t stored = summary.added + summary.updated + summary.unchanged;
  line += " · " + say(text::seconds, decimal(seconds, 1));
  const double rate = static_cast<double>(stored) / std::max(seconds, 1e-3);
  line += " · " + counted(static_cast<std::uint64_t>(rate), text::rate, text::rate_many);
  if (!arguments.read.rejected.empty() && summary.rejected + summary.notices > 0)
    line += " · " + say(text::see_rejected, arguments.read.rejected);
  return line;
}

int index_status(const kiosque::IndexSummary& summary) {
  if (summary.stopped) return stopped;
  if (summary.added + summary.updated + summary.unchanged == 0) return nothing_indexed;
  return summary.rejected + summary.notices > 0 ? nothing_found : done;
}

int index(const IndexArguments& arguments) {
  RejectedReport rejected_report(arguments.read.rejected);
  kiosque::Writer writer(arguments.archive, {.on_duplicate = policy(arguments),
                                             .jobs = arguments.jobs,
                                             .schema = schema_of(arguments.fields)});
  StopOnSignal stop;
  ProgressBar bar;
  kiosque::ReadOptions options = read_options(arguments.read);
  options.progress = [&bar](const kiosque::Progress& progress) { bar.update(progress); };
  options.stop = stop.token();
  const kiosque::IndexSummary summary =
      kiosque::index(writer, arguments.read.paths, options,
                     [&](const kiosque::Rejected& rejected) { rejected_report.add(rejected); });
  bar.clear();
  const double seconds = bar.seconds();
  rejected_report.finish();

  if (summary.stopped) report(tr(text::stopped_index));
  report(summary_line(summary, arguments, rejected_report.reasons(), seconds));
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

}  // namespace

void add_index(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<IndexArguments>();
  CLI::App& command = add_command(app, "index", text::index_about, text::index_footer);
  add_archive(command, arguments->archive);
  add_read_options(command, arguments->read);
  add_field_option(command, arguments->fields);
  add_number(command, "--jobs", arguments->jobs, 1, "N", tr(text::jobs_option));
  CLI::Option* replace =
      command.add_flag("--replace", arguments->replace, tr(text::replace_option));
  CLI::Option* keep = command.add_flag("--keep", arguments->keep, tr(text::keep_option));
  keep->excludes(replace);
  for (CLI::Option* option : {replace, keep}) option->option_text(" ");  // the help stays short
  add_json_flag(command, arguments->json);
  command.callback([&action, arguments] { action = [arguments] { return index(*arguments); }; });
}

}  // namespace command
