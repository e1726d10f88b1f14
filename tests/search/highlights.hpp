#pragma once
// Cases of what is highlighted: a query, and a text with the expected marks.

#include <kiosque/kiosque.hpp>
#include <span>
#include <string>
#include <vector>

namespace kiosque::testing {

/// "Avant l'[élection], les [ÉLECTIONS] passées": what is in brackets has to be marked, and nothing
/// else. A text without brackets must not be found, or be found without a mark.
struct Highlight {
  const char* query;
  const char* marked;
};

/// The text with its spans in brackets.
std::string in_brackets(const std::string& text, const std::vector<Span>& spans);

/// Each text is an article of one archive, as its headline and as its body; both have to be marked
/// as expected, and the HTML has to say the same.
void check_highlights(std::span<const Highlight> cases, const SearchOptions& options = {});

}  // namespace kiosque::testing
