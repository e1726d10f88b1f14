#include "index/levels.hpp"

#include <cstdint>

#include "analysis/characters.hpp"
#include "support/utf8.hpp"

namespace kiosque::indexing {
namespace {

constexpr std::string_view kSeparator = " > ";

}  // namespace

// By code points, as folding sees them: where the folded value has " > ".
std::vector<std::string_view> levels_above(std::string_view value) {
  using analysis::CharKind;
  std::vector<std::string_view> levels;
  if (value.find('>') == std::string_view::npos) return levels;
  bool after_space = false;
  bool after_sign = false;      // white space and a ">" stand before
  std::size_t text_end = 0;     // of the last that is no white space
  std::size_t space_begin = 0;  // of the white space before
  std::size_t level_end = 0;    // of what stands before the sign
  std::size_t last_sign = 0;    // of the last level: where its sign ends
  for (std::size_t at = 0; at < value.size();) {
    const std::int32_t c = support::next_code_point(value, at);
    const analysis::CharKind kind = analysis::character(c).kind;
    if (kind == CharKind::ignorable) continue;
    if (kind == CharKind::space) {
      if (after_sign) {
        levels.push_back(value.substr(0, level_end));
        last_sign = text_end;
      }
      after_sign = false;
      if (!after_space) space_begin = text_end;
      after_space = true;
      continue;
    }
    after_sign = c == '>' && after_space && space_begin > 0;
    if (after_sign) level_end = space_begin;
    after_space = false;
    text_end = at;
    if (levels.size() == kMostLevels) break;
  }
  // Behind the last sign something has to stand.
  if (!levels.empty() && text_end == last_sign) levels.pop_back();
  return levels;
}

std::string_view parent_of(std::string_view folded) {
  std::size_t end = 0;
  std::size_t levels = 0;
  for (std::size_t at = folded.find(kSeparator); at != std::string_view::npos && at > 0;
       at = folded.find(kSeparator, at + 2)) {
    if (++levels > kMostLevels) break;
    end = at;
  }
  return folded.substr(0, end);
}

}  // namespace kiosque::indexing
