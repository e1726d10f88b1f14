#pragma once
// Why a block within an article's container is none of its text, judged by itself.

#include <string>
#include <string_view>

#include "corpus/html/survey.hpp"

namespace kiosque::corpus::html {

/// Of the head of what follows the article: comments, most read.
inline constexpr std::string_view kEnd = "head of what follows the article";

/// A few words; empty for text. `title` is the folded headline.
[[nodiscard]] std::string_view reason_against(const Survey& survey, std::size_t at,
                                              std::string_view title);

}  // namespace kiosque::corpus::html
