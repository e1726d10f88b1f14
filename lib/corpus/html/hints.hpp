#pragma once
// What an element says of itself: by its name, role and the words of its class and id.

#include <cstdint>
#include <string_view>

#include "corpus/html/tree.hpp"

namespace kiosque::corpus::html {

enum class Hint : std::uint8_t {
  none,
  body,  ///< the text of an article: "articleBody", "entry-content"
  lead,  ///< the chapô: "chapo", "standfirst"
  headline,
  byline,
  caption,  ///< of a picture
  comments,
  related,  ///< links to other articles
  share,
  navigation,
  advertisement,
  newsletter,
  paywall,
  tags,
  embed,    ///< a post of a network, a player
  quote,    ///< a pull quote
  details,  ///< date, section, reading time around an article
  notice,   ///< cookies, copyrights, corrections of the site
  tool,     ///< pages, ratings, printing, forms
  aside,    ///< beside the article or below it
  sidebar,
  hidden,
};

/// Of the element alone, whatever holds it.
[[nodiscard]] Hint hint_of(const Tree& tree, NodeId id);

/// In one or two words, for people.
[[nodiscard]] std::string_view name_of(Hint hint);

}  // namespace kiosque::corpus::html
