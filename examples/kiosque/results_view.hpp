#pragma once
// An answer for human eyes.

#include <cstddef>
#include <kiosque/search.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "terminal.hpp"

namespace command {

/// The hits, then the facets, then the timeline, in at most `width` columns.
std::string results_text(const kiosque::Results& results, std::size_t width, const Styles& styles);

/// The hits alone.
std::string hits_text(const std::vector<kiosque::Hit>& hits, std::size_t width,
                      const Styles& styles);

/// On standard error, each warning about the query.
void report_warnings(const std::vector<kiosque::Warning>& warnings, std::string_view query);

/// A warning of the library in the user's language; `query` is the text it is about.
std::string warning_text(const kiosque::Warning& warning, std::string_view query);

/// A date that may be meant: "la semaine dernière", and the clause that asks for it.
std::string interpretation_text(const kiosque::Interpretation& interpretation);

/// The other spellings that were looked for: "zelenskyy, zelenski".
std::string variants_text(const std::vector<kiosque::Variant>& variants);

/// The corrections that were applied: "communes, élections".
std::string corrected_text(const std::vector<kiosque::Correction>& corrections);

}  // namespace command
