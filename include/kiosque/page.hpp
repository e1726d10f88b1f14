#pragma once
// One page at a time: its article, and for each block of it why it is part of the article or not.
//
//   for (const auto& block : kiosque::read_page(bytes).blocks)
//     fmt::print("{} {}: {}\n", block.kept ? "+" : "-", block.reason, block.text);

#include <kiosque/article.hpp>
#include <kiosque/export.hpp>
#include <kiosque/read.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque {

struct PageOptions {
  Format format = Format::automatic;  ///< html or text; automatic: whichever the bytes are
  std::string url = {};    ///< what the page was fetched from, where it does not say it itself
  std::string today = {};  ///< as in ReadOptions
  std::string rules = {};  ///< as in ReadOptions
};

/// A paragraph, a heading, an entry of a list or a menu.
struct PageBlock {
  std::string text = {};
  std::string element = {};  ///< "div.article__content > p"; empty in a page of text
  std::string reason = {};   ///< why it is kept or not, in a few words; empty: plain text
  bool kept = false;
};

struct Page {
  Article article = {};  ///< without title and body where the page has none
  std::vector<PageBlock> blocks = {};
};

/// The page whole, of any size and encoding. Throws Error(invalid_argument) for rules or a day that
/// are none, and for more elements, or deeper ones, than docs/pages.md allows; never for what else
/// the bytes are.
[[nodiscard]] KIOSQUE_EXPORT Page read_page(std::string_view bytes,
                                            const PageOptions& options = {});

}  // namespace kiosque
