#pragma once
// The language that a text is written in.

#include <kiosque/article.hpp>
#include <string>
#include <string_view>

namespace kiosque::corpus {

/// ISO 639-1 ("fr"), else the longer code, of valid UTF-8, by CLD2; empty where it is not sure, as
/// with most texts of a few words.
[[nodiscard]] std::string language_of(std::string_view text);

/// Of the article's title, lead and the beginning of its body.
[[nodiscard]] std::string language_of(const Article& article);

}  // namespace kiosque::corpus
