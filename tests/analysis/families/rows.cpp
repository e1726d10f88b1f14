#include "analysis/families/rows.hpp"

#include <fmt/format.h>

#include <kiosque/analyzer.hpp>
#include <kiosque/query.hpp>
#include <kiosque/search.hpp>
#include <regex>

#include "analysis/analyzer.hpp"
#include "catch.hpp"
#include "query/compile.hpp"

namespace kiosque::families {
namespace {

// What decides which articles in French match, in Xapian's words: the stems. The surfaces beside
// them find other languages; other spellings of names are left out.
std::string asked(std::string_view text) {
  const Query query = parse(text, {.today = "2022-04-24", .variants = false});
  const std::string all =
      querying::compile(query, {}, analysis::thread_analyzer()).matches.get_description();
  static const std::regex kBesideStem(R"(\((Z\w+) OR \w+\))");
  return std::regex_replace(all, kBesideStem, "$1");
}

}  // namespace

std::string printed(std::string_view text, Exact exact) {
  std::string result;
  for (const Token& token : analyze(text)) {
    if (!result.empty()) result += " | ";
    if (token.alternative) result += '~';
    result += token.surface + '/' + token.stem;
    if (exact == Exact::shown && !token.exact.empty()) result += '{' + token.exact + '}';
    result += fmt::format(" {} [{},{})", token.position, token.begin, token.end);
  }
  return result;
}

void check_rows(std::span<const Row> rows, Exact exact) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(printed(row.text, exact) == row.words);
  }
}

void check_rows(std::initializer_list<Row> rows) {
  check_rows(std::span(rows.begin(), rows.size()), Exact::left_out);
}

std::string surfaces(std::string_view text) {
  std::string result;
  for (const Token& token : analyze(text)) {
    if (!result.empty()) result += ' ';
    result += token.surface;
  }
  return result;
}

void check_same_articles(std::span<const Pair> pairs) {
  for (const Pair& pair : pairs) {
    CAPTURE(pair.one);
    CHECK(asked(pair.one) == asked(pair.other));
  }
}

void check_other_articles(std::span<const Pair> pairs) {
  for (const Pair& pair : pairs) {
    CAPTURE(pair.one);
    CHECK(asked(pair.one) != asked(pair.other));
  }
}

}  // namespace kiosque::families
