#include "search_options.hpp"

#include <chrono>

namespace command {
namespace {

kiosque::Filter parsed_filter(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) throw UsageError(say(text::bad_filter, text));
  return {.field = text.substr(0, equals), .value = text.substr(equals + 1)};
}

/// --from and --to also take what a date: clause takes, such as 2021 or 2021-06: its days.
kiosque::DateRange days_of(const std::string& text, const kiosque::ParseOptions& options) {
  if (text.empty()) return {};
  const auto days = days_named(text, options);
  if (days && !days->from.empty() && !days->to.empty()) return *days;
  return {.from = text, .to = text};  // the library tells what is wrong with it
}

}  // namespace

void add_parse_options(CLI::App& app, kiosque::ParseOptions& options) {
  add_text(app, "--today", options.today, "DATE", text::today_option);
  add_text(app, "--tz", options.zone, "ZONE", text::zone_option);
}

void add_narrowing_options(CLI::App& app, SearchArguments& arguments) {
  kiosque::SearchOptions& search = arguments.search;
  add_archive(app, arguments.archive);
  add_texts(app, "--filter", arguments.filters, "FIELD=VALUE", text::filter_option);
  add_text(app, "--from", arguments.from, "DATE", text::from_option);
  add_text(app, "--to", arguments.to, "DATE", text::to_option);
  add_choice<kiosque::Match>(app, "--match", search.match,
                             {{"any", kiosque::Match::any}, {"all", kiosque::Match::all}},
                             text::match_option);
  add_flag(app, "--strict", search.strict, text::strict_option);
  add_flag(app, "--no-variants", arguments.no_variants, text::no_variants_option);
  add_parse_options(app, arguments.parse);
  add_number(app, "--deadline", arguments.deadline, 0, "MS", tr(text::deadline_option));
}

void add_search_options(CLI::App& app, SearchArguments& arguments) {
  kiosque::SearchOptions& search = arguments.search;
  add_narrowing_options(app, arguments);
  add_sort_option(app, arguments.sort);
  const bool unlimited = search.limit == kiosque::kEveryArticle;
  add_number(app, "--limit", search.limit, 0, "N",
             say(text::limit_option, unlimited ? tr(text::all_of_them) : whole(search.limit)));
  add_number(app, "--offset", search.offset, 0, "N", tr(text::offset_option));
  add_flag(app, "--collapse", search.collapse, text::collapse_option);
  add_choice<kiosque::Counting>(
      app, "--count", search.counting,
      {{"articles", kiosque::Counting::articles}, {"families", kiosque::Counting::families}},
      text::count_option);
  add_flag(app, "--expand", search.expand, text::expand_option);
  add_flag(app, "--correct", search.correct, text::correct_option);
  add_number(app, "--half-life", arguments.half_life, 1, "DAYS", tr(text::half_life_option));
}

kiosque::SearchOptions search_options(const SearchArguments& arguments) {
  kiosque::SearchOptions options = arguments.search;
  for (const std::string& filter : arguments.filters)
    options.filters.push_back(parsed_filter(filter));
  options.facets = facet_requests(arguments.facets);
  apply_sort(arguments.sort, options);
  options.dates.from = days_of(arguments.from, arguments.parse).from;
  options.dates.to = days_of(arguments.to, arguments.parse).to;
  options.half_life = static_cast<double>(arguments.half_life);
  options.today = arguments.parse.today;
  options.zone = arguments.parse.zone;
  options.deadline = std::chrono::milliseconds(arguments.deadline);
  return options;
}

kiosque::ParseOptions parse_options(const SearchArguments& arguments,
                                    const kiosque::Searcher& searcher) {
  kiosque::ParseOptions options = arguments.parse;
  options.schema = searcher.schema();
  options.variants = !arguments.no_variants;
  return options;
}

std::optional<kiosque::DateRange> only_dates(const kiosque::Query& query) {
  if (query.clauses.size() != 1) return {};
  const kiosque::Clause& clause = query.clauses.front();
  if (clause.kind != kiosque::Clause::Kind::dates) return {};
  if (clause.occur == kiosque::Occur::must_not) return {};
  return clause.dates;
}

std::optional<kiosque::DateRange> days_named(const std::string& text,
                                             const kiosque::ParseOptions& options) {
  if (text.find('"') != std::string::npos) return {};
  return only_dates(kiosque::parse("date:\"" + text + "\"", options));
}

}  // namespace command
