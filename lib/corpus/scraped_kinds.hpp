#pragma once
// What a block of a French news page is, judged by itself: the knowledge of pages, in tables.

#include <optional>
#include <string_view>

#include "corpus/scraped_blocks.hpp"

namespace kiosque::corpus::scraped {

enum class Kind {
  prose,    ///< sentences: what articles are made of
  line,     ///< a few words: a headline, a subhead or an entry of a menu
  noise,    ///< certainly no part of an article: shares, buttons, addresses, counters, paywalls
  teaser,   ///< the cut opening of another article
  dated,    ///< a line that gives the date of an article, perhaps with its authors
  byline,   ///< a line that names authors
  credit,   ///< a picture's caption or credit
  aside,    ///< one link to another article: "Lire aussi : …"
  related,  ///< the head of a box of links, inside or behind an article
  end,      ///< the head of what comes behind an article: comments, most read, footer
};

[[nodiscard]] Kind kind_of(const Block& block);

/// The part of it that rests on phrases, dates, names and credits, not on the block's shape;
/// nothing where they do not speak.
[[nodiscard]] std::optional<Kind> told_by_words(const Block& block);

/// Why a block of this kind is no text, in a few words, for people.
[[nodiscard]] std::string_view reason_of(Kind kind);

/// Whether a credit is the photographer's or the agency's name alone, its caption being apart.
[[nodiscard]] bool is_bare_credit(const Block& block);

/// Whether a folded text says that a date is that of a change, not of the publication.
[[nodiscard]] bool says_modified(std::string_view plain);

/// The share of the words that are articles, prepositions and the like: low in menus and lists.
[[nodiscard]] double function_word_share(std::string_view plain);

/// Whether the text closes as a sentence does.
[[nodiscard]] bool ends_sentence(std::string_view plain);

}  // namespace kiosque::corpus::scraped
