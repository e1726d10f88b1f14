#pragma once
// A page of HTML as an article, with the reason for every block that is in it or not.

#include <kiosque/page.hpp>
#include <string>

#include "corpus/html/rules.hpp"
#include "corpus/html/tree.hpp"

namespace kiosque::corpus::html {

struct ReadPageOptions {
  const std::string& url;    ///< what it was fetched from, or empty
  const std::string& today;  ///< an ISO day, or empty
  const Rules& rules;
  bool explain = false;  ///< whether Page::blocks is filled
};

/// Whatever the bytes are: they are decoded by what the page says and by guess. Throws TooMuch.
[[nodiscard]] Page read_page(std::string bytes, const ReadPageOptions& options);

}  // namespace kiosque::corpus::html
