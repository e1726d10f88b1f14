// kiosque bursts: when a subject was in the news.

#include <unistd.h>

#include <algorithm>
#include <kiosque/bursts.hpp>
#include <memory>

#include "charts.hpp"
#include "commands.hpp"
#include "json_output.hpp"
#include "results_view.hpp"
#include "search_options.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"
#include "text_layout.hpp"

namespace command {
namespace {

struct Arguments {
  SearchArguments shared = {};
  kiosque::BurstOptions bursts = {};
  std::vector<std::string> words = {};
  bool json = false;
};

Json bursts_json(const kiosque::Bursts& bursts, const kiosque::Query& query) {
  Json periods = Json::array();
  for (const kiosque::Burst& burst : bursts.periods) {
    Json headlines = Json::array();
    for (const kiosque::Headline& headline : burst.headlines)
      headlines.push_back({{"id", headline.id}, {"title", headline.title}});
    periods.push_back({{"from", burst.from},
                       {"to", burst.to},
                       {"count", burst.count},
                       {"all", burst.all},
                       {"expected", burst.expected},
                       {"strength", burst.strength},
                       {"terms", terms_json(burst.terms)},
                       {"headlines", std::move(headlines)}});
  }
  return {{"query", query.text},         {"understood", kiosque::to_string(query)},
          {"total", bursts.total},       {"unit", unit_name(bursts.unit)},
          {"partial", bursts.partial},   {"took_ms", thousandths(bursts.took_ms)},
          {"bursts", std::move(periods)}};
}

void print_bursts(const kiosque::Bursts& bursts) {
  constexpr std::size_t kMargin = 4;
  constexpr std::size_t kBar = 8;
  const Styles styles = output_styles();
  const std::size_t width = std::max<std::size_t>(columns(STDOUT_FILENO), 40);
  const std::string indent(kMargin, ' ');
  const double strongest = bursts.periods.front().strength;
  for (const kiosque::Burst& burst : bursts.periods) {
    const std::string period = burst.from == burst.to ? burst.from : burst.from + " – " + burst.to;
    print(fmt::format(
        "{}{}{} {}{}{} {}{}{}\n", styles.bold, padded(period, 23), styles.reset, styles.colour,
        padded(bar(burst.strength / strongest, kBar), kBar), styles.reset, styles.dim,
        say(text::burst_counts, whole(burst.count), whole(burst.all), decimal(burst.expected, 1)),
        styles.reset));
    std::string terms;
    for (const kiosque::SignificantTerm& term : burst.terms)
      terms += (terms.empty() ? "" : ", ") + term.text;
    const auto add = [&](const std::string& line, std::string_view style) {
      for (const std::string& part :
           wrapped(line, {}, width - kMargin, {.base = style, .match = {}, .reset = styles.reset}))
        print(indent + part + "\n");
    };
    if (!terms.empty()) add(terms, {});
    for (const kiosque::Headline& headline : burst.headlines)
      add(headline.title + " · " + headline.id, styles.dim);
  }
}

int bursts(const Arguments& arguments) {
  StopOnSignal stop;
  const std::string text = joined(arguments.words);
  const kiosque::Searcher searcher(arguments.shared.archive);
  const kiosque::Query query = kiosque::parse(text, parse_options(arguments.shared, searcher));
  kiosque::BurstOptions options = arguments.bursts;
  options.search = search_options(arguments.shared);
  options.search.stop = stop.token();
  const kiosque::Bursts bursts = searcher.bursts(query, options);
  report_warnings(query.warnings, text);
  if (bursts.partial) report(tr(text::stopped_search));
  if (arguments.json) {
    print_json(bursts_json(bursts, query));
  } else if (bursts.periods.empty()) {
    report(tr(text::no_burst));
  } else {
    print_bursts(bursts);
  }
  if (bursts.partial) return stopped;
  return bursts.periods.empty() ? nothing_found : done;
}

}  // namespace

void add_bursts(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command = add_command(app, "bursts", text::bursts_about, text::bursts_footer);
  arguments->shared.search = arguments->bursts.search;
  add_narrowing_options(command, arguments->shared);
  add_words(command, "QUERY", arguments->words, text::query_words).required();
  add_choice<kiosque::DateUnit>(command, "--unit", arguments->bursts.unit,
                                {{"year", kiosque::DateUnit::year},
                                 {"month", kiosque::DateUnit::month},
                                 {"week", kiosque::DateUnit::week},
                                 {"day", kiosque::DateUnit::day}},
                                text::unit_option);
  add_number(command, "--limit", arguments->bursts.limit, 1, "N", tr(text::bursts_option));
  add_json_flag(command, arguments->json);
  command.callback([&action, arguments] { action = [arguments] { return bursts(*arguments); }; });
}

}  // namespace command
