#pragma once
// Options about fields: those of a new archive, facets, orders.

#include <kiosque/schema.hpp>
#include <kiosque/search.hpp>
#include <string>
#include <vector>

#include "command_line.hpp"

namespace command {

/// As typed.
struct FacetArguments {
  std::vector<std::string> facets = {};
  kiosque::FacetOrder order = kiosque::FacetOrder::usual;
  std::vector<std::string> prefixes = {};  ///< TEXT of every facet, or FIELD=TEXT of one
  std::vector<std::string> parents = {};   ///< likewise
};

/// --facet and what goes with it.
void add_facet_options(CLI::App& app, FacetArguments& arguments);
/// Throws UsageError for a --facet of another form than FIELD, with :N, :UNIT or :RANGE,RANGE.
std::vector<kiosque::FacetRequest> facet_requests(const FacetArguments& arguments);

/// --sort: relevance, newest, oldest, or FIELD and FIELD:desc of an own field.
void add_sort_option(CLI::App& app, std::string& sort);
/// Throws UsageError for another form.
void apply_sort(const std::string& sort, kiosque::SearchOptions& options);

/// --field NAME:TYPE of a new archive. Throws UsageError for another form.
void add_field_option(CLI::App& app, std::vector<std::string>& fields);
kiosque::Schema schema_of(const std::vector<std::string>& fields);

/// "desk (keyword), words (number)"
std::string schema_text(const kiosque::Schema& schema);
/// How --field names a type.
const char* type_name(kiosque::FieldType type);

}  // namespace command
