// kiosque search.

#include <unistd.h>

#include <memory>

#include "commands.hpp"
#include "json_output.hpp"
#include "results_view.hpp"
#include "search_options.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace command {
namespace {

struct Arguments {
  SearchArguments shared = {};
  std::vector<std::string> words = {};
  bool json = false;
};

int search(const Arguments& arguments) {
  StopOnSignal stop;
  const std::string query = joined(arguments.words);
  kiosque::SearchOptions options = search_options(arguments.shared);
  options.stop = stop.token();
  const kiosque::Searcher searcher(arguments.shared.archive);
  const kiosque::Results results =
      searcher.search(kiosque::parse(query, parse_options(arguments.shared, searcher)), options);

  report_warnings(results.warnings, query);
  if (!arguments.json) {
    for (const kiosque::Interpretation& interpretation : results.interpretations)
      report(say(text::note, interpretation_text(interpretation)));
  }
  if (!arguments.json && !results.variants.empty())
    report(say(text::note, say(text::also_searched, variants_text(results.variants))));
  if (results.partial) report(tr(text::stopped_search));
  if (arguments.json) {
    print_json(results_json(results, query, arguments.shared.archive));
  } else {
    if (results.understood != query && !query.empty())
      report(say(text::understood, results.understood));
    if (const std::string corrected = corrected_text(results.corrections); !corrected.empty())
      report(say(text::note, say(text::corrected, corrected)));
    print(results_text(results, columns(STDOUT_FILENO), output_styles()));
  }
  if (results.partial) return stopped;
  return results.total == 0 ? nothing_found : done;
}

}  // namespace

void add_search(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command = add_command(app, "search", text::search_about, text::search_footer);
  add_search_options(command, arguments->shared);
  add_words(command, "QUERY", arguments->words, text::query_words);
  add_facet_options(command, arguments->shared.facets);
  add_choice<kiosque::DateUnit>(command, "--histogram", arguments->shared.search.histogram,
                                {{"year", kiosque::DateUnit::year},
                                 {"month", kiosque::DateUnit::month},
                                 {"week", kiosque::DateUnit::week},
                                 {"day", kiosque::DateUnit::day},
                                 {"hour", kiosque::DateUnit::hour}},
                                text::histogram_option);
  add_json_flag(command, arguments->json);
  command.callback([&action, arguments] { action = [arguments] { return search(*arguments); }; });
}

}  // namespace command
