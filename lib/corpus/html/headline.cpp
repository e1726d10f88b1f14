#include "corpus/html/headline.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "corpus/html/entities.hpp"
#include "corpus/html/hints.hpp"
#include "corpus/scraped_text.hpp"

namespace kiosque::corpus::html {
namespace {

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : scraped::fold(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == scraped::kForeign;
    if (letter) {
      word += c;
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.insert(std::move(word));
  return words;
}

// "Le titre | Le Monde", "Le titre - Économie - Le Figaro": without what names the site.
std::string without_site(std::string title, std::string_view site) {
  static constexpr std::array<std::string_view, 7> kMarks = {" | ",  " - ", " – ", " — ",
                                                             " :: ", " • ", " » "};
  constexpr std::size_t kLeast = 12;
  for (;;) {
    std::size_t cut = std::string::npos;
    for (const auto mark : kMarks) {
      const std::size_t at = title.rfind(mark);
      if (at != std::string::npos && (cut == std::string::npos || at > cut)) cut = at;
    }
    if (cut == std::string::npos || cut < kLeast) return title;
    const std::string_view tail = std::string_view(title).substr(cut + 3);
    const bool names_site = !site.empty() && likeness(tail, site) > 0.6;
    if (!names_site && scraped::columns(tail) * 2 > scraped::columns(title.substr(0, cut))) {
      return title;
    }
    title.resize(cut);
  }
}

}  // namespace

double likeness(std::string_view a, std::string_view b) {
  const auto left = words_of(a);
  const auto right = words_of(b);
  if (left.empty() || right.empty()) return 0.0;
  const auto both = std::count_if(left.begin(), left.end(),
                                  [&](const auto& word) { return right.contains(word); });
  return 2.0 * static_cast<double>(both) / static_cast<double>(left.size() + right.size());
}

namespace {

// The printed end of `text` that reads as `tail`, which another part precedes; empty if it does
// not end so.
std::string_view end_like(std::string_view text, std::string_view tail) {
  constexpr std::size_t kFewestWords = 3;
  if (words_of(tail).size() < kFewestWords) return {};
  const auto folded = scraped::fold_with_offsets(text);
  const std::string wanted = scraped::fold(tail);
  if (folded.text.size() <= wanted.size() || !folded.text.ends_with(wanted)) return {};
  return text.substr(folded.offsets[folded.text.size() - wanted.size()]);
}

struct Claims {
  std::string linked = {};
  std::string shared = {};
  std::string page = {};
  std::string own = {};  // what the h1 itself marks as the headline, beside a kicker
};

// Of an h1 whose first element is a kicker by its class, what follows.
std::string behind_kicker(const Tree& tree, NodeId heading) {
  std::string text;
  bool kicker = false;
  for (NodeId child = tree[heading].first; child != kNoNode; child = tree[child].next) {
    if (tree[child].tag == Tag::text) {
      text += std::string(tree.text(child)) + " ";
      continue;
    }
    const std::string names = scraped::fold(tree.attribute(child, Attribute::class_));
    bool says = false;
    for (const std::string_view word :
         {"kicker", "overtitle", "surtitre", "over-title", "eyebrow", "label", "rubrique", "tag",
          "category", "categorie", "prefix", "suptitle", "headline-pre"}) {
      says = says || names.find(word) != std::string::npos;
    }
    kicker = kicker || (says && scraped::trimmed(text).empty());
    if (!says) text += tree.text_below(child) + " ";
  }
  return kicker ? std::string(scraped::trimmed(text)) : std::string();
}

// A kicker in an element of its own within the h1 is no part of the headline where the page itself
// leaves it out.
std::string without_kicker(const std::string& text, const Claims& claims) {
  for (const auto& claim : {claims.linked, claims.shared, claims.page, claims.own}) {
    const auto rest = end_like(text, claim);
    if (!rest.empty() && rest.size() * 5 > text.size() * 2) return std::string(rest);
  }
  return text;
}

double best_likeness(std::string_view text, const Claims& claims) {
  return std::max(
      {likeness(text, claims.linked), likeness(text, claims.shared), likeness(text, claims.page)});
}

// The h1 without its first element, or its last, where what is left is more like what the page
// says elsewhere: a kicker, a subtitle, a date.
std::string without_odd_part(const Tree& tree, NodeId heading, const std::string& text,
                             const Claims& claims) {
  constexpr double kMore = 0.03;
  constexpr std::size_t kLeast = 12;
  std::vector<std::string> parts;
  for (NodeId child = tree[heading].first; child != kNoNode; child = tree[child].next) {
    std::string part(scraped::trimmed(tree[child].tag == Tag::text ? std::string(tree.text(child))
                                                                   : tree.text_below(child)));
    if (!part.empty()) parts.push_back(std::move(part));
  }
  if (parts.size() < 2) return text;
  const auto joined = [&](std::size_t begin, std::size_t end) {
    std::string line;
    for (std::size_t at = begin; at < end; ++at) line += (line.empty() ? "" : " ") + parts[at];
    return line;
  };
  std::string best = text;
  double most = best_likeness(text, claims) + kMore;
  for (const std::string& rest : {joined(1, parts.size()), joined(0, parts.size() - 1)}) {
    const double like = best_likeness(rest, claims);
    if (rest.size() < kLeast || like < most) continue;
    best = rest;
    most = like;
  }
  return best;
}

bool has_parts(const Tree& tree, NodeId heading) {
  const NodeId first = tree[heading].first;
  for (NodeId child = first; child != kNoNode; child = tree[child].next) {
    const Tag tag = tree[child].tag;
    if (tag == Tag::span || tag == Tag::strong || tag == Tag::other || is_block(tag)) return true;
  }
  return false;
}

// Of "Le site - Le titre" the part that a block of the page shows; empty where none does.
std::string shown_part(std::string_view title, const std::vector<Block>& blocks) {
  constexpr std::size_t kLeast = 16;
  std::vector<std::string> parts;
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " : "}) {
    for (std::size_t at = title.find(mark); at != std::string_view::npos;
         at = title.find(mark, at + 1)) {
      parts.push_back(scraped::fold(scraped::trimmed(title.substr(at + mark.size()))));
      parts.push_back(scraped::fold(scraped::trimmed(title.substr(0, at))));
    }
  }
  const Block* best = nullptr;
  for (const Block& block : blocks) {
    if (block.letters < kLeast || (best != nullptr && block.letters <= best->letters)) continue;
    const std::string plain = scraped::fold(block.text);
    if (std::find(parts.begin(), parts.end(), plain) != parts.end()) best = &block;
  }
  return best == nullptr ? std::string() : best->text;
}

std::string cleaned(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  for (const std::string_view soft : {"\xC2\xAD", "\xE2\x80\x8B"}) {
    for (std::size_t at = text.find(soft); at != std::string::npos; at = text.find(soft, at)) {
      text.erase(at, soft.size());
    }
  }
  return text;
}

}  // namespace

std::string headline_of(const Tree& tree, const std::vector<Block>& blocks,
                        const Metadata& metadata) {
  constexpr double kAgrees = 0.45;
  constexpr double kMainHeading = 0.3;
  constexpr double kNamedHeading = 0.2;
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kLongest = 400;
  const std::string site =
      metadata.meta({"og:site_name", "application-name", "twitter:site", "dc.publisher"});
  const Claims claims = {.linked = cleaned(without_entities(metadata.linked.headline)),
                         .shared = cleaned(without_site(
                             metadata.meta({"og:title", "twitter:title", "dc.title"}), site)),
                         .page = cleaned(without_site(metadata.page_title, site))};

  // One main heading as long as a headline is one, even where search engines are told another.
  constexpr std::size_t kHeadline = 30;
  std::size_t main_headings = 0;
  const Block* best = nullptr;
  NodeId best_node = 0;
  double best_score = -1.0;
  double best_agreement = 0.0;
  for (const Block& block : blocks) {
    NodeId heading = 0;
    bool named = false;
    NodeId node = block.node;
    for (int up = 0; up < 3 && node != 0; ++up, node = tree[node].parent) {
      if (is_heading(tree[node].tag) && heading == 0) heading = node;
      named = named || tree.attribute(node, Attribute::itemprop) == "headline" ||
              hint_of(tree, node) == Hint::headline;
    }
    if (heading == 0 && !named) continue;
    if (block.letters < kFewest || block.letters > kLongest) continue;
    const bool main = heading != 0 && tree[heading].tag == Tag::h1;
    if (main) ++main_headings;
    const double agreement = best_likeness(block.text, claims);
    if (!main && agreement < 0.7) continue;
    double score = agreement + (main ? kMainHeading : 0.0) + (named ? kNamedHeading : 0.0);
    if (!site.empty() && scraped::fold(block.text) == scraped::fold(site)) score = 0.0;
    if (score > best_score + 1e-9) {
      best = &block;
      best_node = heading;
      best_score = score;
      best_agreement = agreement;
    }
  }
  const bool alone = best != nullptr && main_headings == 1 && best_node != 0 &&
                     tree[best_node].tag == Tag::h1 && best->letters >= kHeadline &&
                     best->link_letters == 0;
  if (best != nullptr && (best_agreement >= kAgrees || alone)) {
    const std::string text = cleaned(best->text);
    if (best_node == 0 || !has_parts(tree, best_node)) return text;
    Claims with_own = claims;
    with_own.own = behind_kicker(tree, best_node);
    const std::string rest = without_kicker(text, with_own);
    return rest != text ? rest : without_odd_part(tree, best_node, text, claims);
  }
  if (!claims.linked.empty()) return claims.linked;
  if (!claims.shared.empty()) return claims.shared;
  if (best == nullptr) {
    const std::string part = shown_part(metadata.page_title, blocks);
    return part.empty() ? claims.page : cleaned(part);
  }
  return best_score > 0.0 ? cleaned(best->text) : claims.page;
}

}  // namespace kiosque::corpus::html
