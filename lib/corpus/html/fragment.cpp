#include "corpus/html/fragment.hpp"

#include "corpus/html/blocks.hpp"
#include "corpus/html/hints.hpp"
#include "corpus/html/tree.hpp"
#include "corpus/scraped_text.hpp"
#include "corpus/scraped_words.hpp"

namespace kiosque::corpus::html {
namespace {

const scraped::Phrases kAddedOpenings{
    "l'article ,cet article ,the post ,the article ,lire la suite,lire l'article,read more,"
    "continue reading,continuer la lecture"};
const scraped::Phrases kAddedMarks{
    "est apparu en premier sur,appeared first on,first appeared on,lire la suite,read more,"
    "continue reading,continuer la lecture,lire l'article"};

bool is_added(const Block& block) {
  const std::string plain = scraped::fold(block.text);
  if (kAddedOpenings.open(plain) && kAddedMarks.occur_in(plain)) return true;
  return block.link_letters * 10 > block.letters * 9 && kAddedMarks.occur_in(plain);
}

}  // namespace

std::string fragment_text(std::string_view markup) {
  std::string text;
  try {
    const Tree tree = Tree::parse(markup);
    for (const Block& block : blocks_of(tree)) {
      if (tree[block.node].tag == Tag::figcaption || is_added(block)) continue;
      if (!text.empty()) text += "\n\n";
      text += block.text;
    }
  } catch (const TooMuch&) {
    text.clear();
  }
  return text;
}

}  // namespace kiosque::corpus::html
