#pragma once
// The options that `search` and `batch` share.

#include <kiosque/query.hpp>
#include <kiosque/search.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command_line.hpp"
#include "field_options.hpp"

namespace command {

/// As typed.
struct SearchArguments {
  std::string archive = {};
  kiosque::SearchOptions search = {};
  kiosque::ParseOptions parse = {};
  std::vector<std::string> filters = {};
  FacetArguments facets = {};
  std::string sort = {};
  std::string from = {};
  std::string to = {};
  bool no_variants = false;
  std::size_t half_life = 0;
  std::size_t deadline = 0;
};

/// Declares the archive and what narrows, sorts and cuts its answers.
void add_search_options(CLI::App& app, SearchArguments& arguments);
/// Of these, the archive and what narrows.
void add_narrowing_options(CLI::App& app, SearchArguments& arguments);
/// --today and --tz.
void add_parse_options(CLI::App& app, kiosque::ParseOptions& options);

/// For the library. Throws UsageError for a --filter, --facet or --sort of another form.
kiosque::SearchOptions search_options(const SearchArguments& arguments);

/// How the query to an archive is to be read.
kiosque::ParseOptions parse_options(const SearchArguments& arguments,
                                    const kiosque::Searcher& searcher);

/// The days that a whole query asks for, if it is one date clause and nothing else.
std::optional<kiosque::DateRange> only_dates(const kiosque::Query& query);

/// The days that a text names, such as "la semaine dernière", if all of it is a date.
std::optional<kiosque::DateRange> days_named(const std::string& text,
                                             const kiosque::ParseOptions& options);

}  // namespace command
