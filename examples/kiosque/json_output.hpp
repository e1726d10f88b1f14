#pragma once
// The JSON forms of the command: a contract, only ever added to. Absent scalars are null, absent
// lists are empty.

#include <kiosque/analyzer.hpp>
#include <kiosque/read.hpp>
#include <kiosque/related.hpp>
#include <kiosque/search.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace command {

using Json = nlohmann::ordered_json;

/// Prints one object on one line; indented where standard output is a terminal.
void print_json(const Json& json);

/// One line; bytes that are no UTF-8 become U+FFFD.
std::string one_line(const Json& json);

/// The text, or null for an empty one.
Json or_null(const std::string& text);

Json results_json(const kiosque::Results& results, std::string_view query,
                  std::string_view archive);
/// To the third decimal.
double thousandths(double number);

Json hit_json(const kiosque::Hit& hit);
Json terms_json(const std::vector<kiosque::SignificantTerm>& terms);
const char* unit_name(kiosque::DateUnit unit);
Json warnings_json(const std::vector<kiosque::Warning>& warnings);
Json interpretations_json(const std::vector<kiosque::Interpretation>& interpretations);
Json rejected_json(const kiosque::Rejected& rejected);
Json info_json(const kiosque::ArchiveInfo& info);
Json tokens_json(std::string_view text, const std::vector<kiosque::Token>& tokens);

/// Of two objects, each on one line and with members, one: {a} and {b} become {a,b}.
std::string joined_objects(std::string first, std::string_view second);

/// An article's line of `clean`: `file` (and `entry`, unless 0) before its own members.
std::string record_json(const kiosque::Record& record);

}  // namespace command
