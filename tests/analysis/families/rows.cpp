#include "analysis/families/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <kiosque/analyzer.hpp>
#include <kiosque/query.hpp>
#include <kiosque/search.hpp>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "catch.hpp"
#include "query/compile.hpp"

namespace kiosque::families {
namespace {

using querying::Node;

// A node of the plan; the surfaces beside stems, which find other languages, are left out.
std::string written(const Node& node) {
  const auto joined = [&](const char* between) {
    std::vector<std::string> parts;
    for (const Node& child : node.children) parts.push_back(written(child));
    const bool stems =
        node.kind == Node::Kind::any &&
        std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part[0] == 'Z'; });
    std::string text;
    for (const auto& part : parts) {
      if (stems && part[0] != 'Z' && part[0] != '(' && part[0] != '"') continue;
      text += (text.empty() ? "" : between) + part;
    }
    return text;
  };
  switch (node.kind) {
    case Node::Kind::nothing:
      return "nothing";
    case Node::Kind::everything:
      return "everything";
    case Node::Kind::term:
      return node.term;
    case Node::Kind::unaccented:
      return "unaccented " + node.term;
    case Node::Kind::phrase:
      return fmt::format("\"{}\"", fmt::join(node.words, " "));
    case Node::Kind::dates:
      return fmt::format("{}..{}", node.first.time_since_epoch().count(),
                         node.last.time_since_epoch().count());
    case Node::Kind::any:
      return joined(" | ");
    case Node::Kind::all:
      return '(' + joined(" & ") + ')';
    case Node::Kind::except:
      return '(' + joined(" - ") + ')';
    default:
      FAIL("no table has such queries");
  }
  return {};
}

// What decides which articles in French match: the stems. Other spellings of names are left out.
std::string asked(std::string_view text) {
  const Query query = parse(text, {.today = "2022-04-24", .variants = false});
  return written(querying::compile(query, {}, analysis::thread_analyzer()).matches);
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
