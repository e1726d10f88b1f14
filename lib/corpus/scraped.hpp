#pragma once
// A page scraped to plain text, with its menus, share bars and related headlines, as an article.

#include <kiosque/page.hpp>
#include <string_view>

namespace kiosque::corpus {

/// The article of the page: title, lead where it is set off, body, published, modified and authors;
/// empty where there is none. Total and deterministic on any bytes, in time and memory linear in
/// the page.
[[nodiscard]] Article read_scraped(std::string_view page);

/// The same, with each block of the page and why it is in the article or not.
[[nodiscard]] Page explain_scraped(std::string_view page);

}  // namespace kiosque::corpus
