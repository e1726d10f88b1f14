#include "search/quotations.hpp"

#include <algorithm>

#include "search/borders.hpp"

namespace kiosque::searching {
namespace {

constexpr std::size_t kLongest = 4000;  // bytes
constexpr std::size_t kDeepest = 4;     // in one another

}  // namespace

Quotations::Quotations(std::string_view text) {
  std::vector<std::size_t> open;
  const auto until_line_end = [&](std::size_t at) {
    const std::string_view line = text.substr(at, kLongest);
    const std::size_t size = std::min(line.find('\n'), line.size());
    pairs_.push_back({at, at + trimmed(line, 0, size), false});
  };
  // « and » are C2 AB and C2 BB.
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos;
       at = text.find('\xC2', at + 1)) {
    const char second = at + 1 < text.size() ? text[at + 1] : '\0';
    if (second == '\xAB') {
      if (open.size() == kDeepest) {
        until_line_end(open.front());
        open.erase(open.begin());
      }
      open.push_back(at);
    } else if (second == '\xBB' && !open.empty()) {
      if (at - open.back() <= kLongest) {
        pairs_.push_back({open.back(), at, true});
      } else {
        until_line_end(open.back());
      }
      open.pop_back();
    }
  }
  for (const std::size_t at : open) until_line_end(at);
}

Quotations::Lacking Quotations::lacking(std::size_t begin, std::size_t end) const {
  Lacking lacking;
  bool around = false;
  for (const Pair& pair : pairs_) {
    if (pair.open >= end || pair.close < begin) continue;
    const bool opens_before = pair.open < begin;
    // A line that is shown to its end is not cut.
    const bool closes_behind = pair.closed ? pair.close >= end : pair.close > end;
    if (opens_before && closes_behind) {
      around = true;
    } else if (opens_before && pair.closed) {
      ++lacking.opening;
    } else if (closes_behind) {
      ++lacking.closing;
    }
  }
  if (around && lacking.opening == 0 && lacking.closing == 0) return {1, 1};
  return {std::min(lacking.opening, kDeepest), std::min(lacking.closing, kDeepest)};
}

}  // namespace kiosque::searching
