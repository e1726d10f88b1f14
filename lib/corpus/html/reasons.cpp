#include "corpus/html/reasons.hpp"

#include <algorithm>

#include "corpus/html/contexts.hpp"
#include "corpus/scraped_kinds.hpp"
#include "corpus/scraped_text.hpp"
#include "corpus/scraped_words.hpp"

namespace kiosque::corpus::html {
namespace {

using scraped::Kind;

// Heads of boxes of links, and of what follows an article, in the languages of other papers.
const scraped::Phrases kForeignBoxLines{
    "related,related coverage,related articles,related stories,related links,read more,read also,"
    "see also,explore further,more on this story,recommended,you may also like,more from,"
    "mehr zum thema,lesen sie auch,lesen sie mehr,auch interessant,weiterlesen,ahnliche themen,"
    "ahnliche artikel,das konnte dich auch interessieren,das konnte sie auch interessieren,"
    "weiterfuhrende links,weiterfuhrender link,leggi anche,lea tambien,lee tambien,"
    "te puede interesar,leia tambem,zobacz takze,czytaj takze,lees ook"};
const scraped::Phrases kForeignEndLines{
    "about the author,about the authors,uber den autor,uber die autorin,zum autor,comments,"
    "leave a comment,leave a reply,kommentare,commenti,comentarios,tell us what you think"};

// By the phrases, dates, names and credits that French pages print.
std::string_view reason_of_words(const Block& block, const Look& look, Tag tag) {
  scraped::Block line{.text = block.text, .plain = look.plain, .columns = block.letters};
  line.heading = look.heading;
  std::replace(line.text.begin(), line.text.end(), '\n', ' ');
  const auto kind = scraped::told_by_words(line);
  if (!kind || *kind == Kind::prose || *kind == Kind::line) return {};
  // Three dots may end a paragraph.
  if (*kind == Kind::teaser && (tag == Tag::p || look.link_share <= 0.2)) return {};
  if (*kind == Kind::end) return kEnd;
  return scraped::reason_of(*kind);
}

}  // namespace

std::string_view reason_against(const Survey& survey, std::size_t at, std::string_view title) {
  const Block& block = survey.blocks[at];
  const Look& look = survey.looks[at];
  if (is_furniture(look.context) && look.said < 0.8) return name_of(look.context);
  if (!title.empty() && look.plain == title) return "headline";
  const bool sentence = scraped::ends_sentence(look.plain) && block.letters > 100 &&
                        (look.link_share < 0.95 || survey.tree[block.node].tag == Tag::p);
  if (look.link_share > 0.6 && !sentence) return "link";
  constexpr std::size_t kLongestNoise = 460;
  const bool words = std::any_of(look.plain.begin(), look.plain.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == scraped::kForeign;
  });
  if (!words && survey.tree[block.node].tag != Tag::td) return "no words";
  // The phrases are French, the letters Latin.
  const bool latin = std::any_of(look.plain.begin(), look.plain.end(),
                                 [](char c) { return c >= 'a' && c <= 'z'; }) &&
                     look.plain.find_first_not_of(scraped::kForeign) == 0;
  if (block.letters < 60) {
    std::string_view line = look.plain;
    while (!line.empty() && (line.back() < 'a' || line.back() > 'z')) line.remove_suffix(1);
    if (kForeignBoxLines.match(line)) return "box of links";
    if (kForeignEndLines.match(line)) return kEnd;
  }
  if (block.letters > kLongestNoise || !latin || block.text.starts_with('[')) return {};
  return reason_of_words(block, look, survey.tree[block.node].tag);
}

}  // namespace kiosque::corpus::html
