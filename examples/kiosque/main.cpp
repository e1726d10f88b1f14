// kiosque: the library's first user. Everything it does, the public API does.

#include <algorithm>
#include <csignal>
#include <exception>
#include <kiosque/error.hpp>
#include <kiosque/version.hpp>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "locale.hpp"
#include "status.hpp"
#include "terminal.hpp"

namespace command {
namespace {

int status_of(const kiosque::Error& error) {
  return error.code() == kiosque::ErrorCode::invalid_argument ? bad_usage : bad_archive;
}

void complain(const std::string& message) {
  report("kiosque: " + message);
}

void declare(CLI::App& app, Action& action) {
  auto formatter = app.get_formatter();
  formatter->column_width(34);
  formatter->label("Usage", tr(text::usage));
  formatter->label("Positionals", tr(text::arguments));
  formatter->label("SUBCOMMAND", tr(text::command_word));
  app.set_help_flag("-h,--help", tr(text::help_option));
  app.set_version_flag("--version", std::string("kiosque ") + kiosque::version(),
                       tr(text::version_option));
  app.require_subcommand(1);
  app.footer(tr(text::about_footer));
  for (const auto add : {add_index, add_clean, add_search, add_suggest, add_bursts, add_related,
                         add_similar, add_show, add_delete, add_compact, add_info, add_export,
                         add_batch, add_explain, add_analyze})
    add(app, action);
  unmark_operands(app);
}

bool has_command(CLI::App& app, const std::string& name) {
  return !app.get_subcommands([&name](const CLI::App* sub) { return sub->check_name(name); })
              .empty();
}

/// Throws UsageError; CLI::Success where help or the version was asked for.
void parse(CLI::App& app, std::vector<std::string> arguments) {
  if (arguments.empty()) throw UsageError(tr(text::no_command));
  if (!arguments.front().starts_with('-') && !has_command(app, arguments.front()))
    throw UsageError(say(text::unknown_command, arguments.front()));
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::Success&) {
    throw;
  } catch (const CLI::ParseError& error) {
    throw UsageError(usage_message(error));
  }
}

int run(const std::vector<std::string>& arguments) {
  CLI::App app(tr(text::about), "kiosque");
  Action action;
  declare(app, action);
  try {
    parse(app, arguments);
    return action();
  } catch (const CLI::Success& help_or_version) {
    return app.exit(help_or_version);
  } catch (const UsageError& error) {
    complain(error.what());
    const auto parsed = app.get_subcommands();
    report(say(text::try_help, parsed.empty() ? "" : parsed.front()->get_name() + " "));
    return bad_usage;
  } catch (const kiosque::Error& error) {
    complain(error.what());
    return status_of(error);
  } catch (const std::exception& error) {  // no memory, say
    complain(error.what());
    return stopped;
  }
}

}  // namespace
}  // namespace command

int main(int argc, char** argv) {
  // A pipe that its reader closed shows as a failed write, and ends the output quietly.
  std::signal(SIGPIPE, SIG_IGN);
  const int status = command::run(command::marked_operands(argc, argv));
  return command::finish_output(status);
}
