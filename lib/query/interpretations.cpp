#include "query/interpretations.hpp"

#include <algorithm>
#include <string_view>

#include "analysis/characters.hpp"
#include "query/days.hpp"
#include "support/utf8.hpp"

namespace kiosque::querying {
namespace {

constexpr std::size_t kMostWords = 256;
constexpr std::size_t kMostBytes = 64;  // of a word
constexpr std::size_t kMost = 16;

bool is_plain(const Clause& clause) {
  return clause.kind == Clause::Kind::word && clause.occur == Occur::should &&
         clause.field.empty() && clause.end - clause.begin <= kMostBytes;
}

// Only white space, dashes and the like: nothing that is syntax or a longer text.
bool is_gap(std::string_view between) {
  constexpr std::size_t kLongest = 16;
  if (between.size() > kLongest) return false;
  for (std::size_t at = 0; at < between.size();) {
    const std::int32_t c = support::next_code_point(between, at);
    const auto kind = analysis::character(c).kind;
    if (kind != analysis::CharKind::space && kind != analysis::CharKind::hyphen &&
        kind != analysis::CharKind::comma && c != 0x2013 && c != 0x2014) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<Interpretation> interpretations(const Query& query, std::chrono::sys_days today) {
  std::vector<Interpretation> found;
  const std::string_view text = query.text;
  const auto& clauses = query.clauses;
  const std::size_t count = std::min(clauses.size(), kMostWords);
  for (std::size_t first = 0; first < count && found.size() < kMost; ++first) {
    if (!is_plain(clauses[first])) continue;
    std::size_t last = first;
    while (last + 1 < count && is_plain(clauses[last + 1]) &&
           is_gap(text.substr(clauses[last].end, clauses[last + 1].begin - clauses[last].end))) {
      ++last;
    }
    const std::size_t begin = clauses[first].begin;
    for (const DaysFound& days : find_days(text.substr(begin, clauses[last].end - begin), today)) {
      if (found.size() >= kMost) break;
      found.push_back({std::string(text.substr(begin + days.begin, days.end - days.begin)),
                       days.dates, begin + days.begin, begin + days.end});
    }
    first = last;
  }
  return found;
}

}  // namespace kiosque::querying
