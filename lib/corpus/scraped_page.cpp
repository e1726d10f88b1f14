#include "corpus/scraped_page.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "corpus/scraped_byline.hpp"
#include "corpus/scraped_words.hpp"

namespace kiosque::corpus::scraped {
namespace {

// Whether a block can be an entry in a box of links.
bool is_box_entry(const Entry& entry) {
  constexpr std::size_t kLongestHeadline = 160;
  switch (entry.kind) {
    case Kind::line:
    case Kind::noise:
    case Kind::teaser:
    case Kind::byline:
    case Kind::aside:
    case Kind::credit:
      return true;
    case Kind::prose:  // a headline that asks or quotes
      return entry.block.columns < kLongestHeadline && !entry.block.plain.ends_with('.');
    default:
      return false;
  }
}

// The links under "Lire aussi" belong to it, up to the next sentence or the article's own date.
void mark_boxes(Page& page) {
  constexpr std::size_t kMostEntries = 12;
  for (std::size_t at = 0; at < page.size(); ++at) {
    if (page[at].kind != Kind::related) continue;
    std::size_t next = at + 1;
    for (; next < page.size() && next <= at + kMostEntries && is_box_entry(page[next]); ++next) {
      page[next].kind = Kind::noise;
    }
    at = next - 1;
  }
}

bool has_letters(const Block& block) {
  return std::any_of(block.plain.begin(), block.plain.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

// Whether sentences come soon after a block.
bool next_prose(const Page& page, std::size_t at) {
  constexpr std::size_t kSoon = 3;
  for (std::size_t next = at + 1; next < page.size() && next <= at + kSoon; ++next) {
    if (page[next].kind == Kind::prose) return true;
  }
  return false;
}

bool prose_above(const Page& page, std::size_t at) {
  return at > 0 && page[at - 1].kind == Kind::prose;
}

// The line before a bare credit is the picture's caption.
void mark_captions(Page& page) {
  constexpr std::size_t kLongestCaption = 320;
  for (std::size_t at = 1; at < page.size(); ++at) {
    if (page[at].kind != Kind::credit) continue;
    if (page[at].block.plain.starts_with(page[at - 1].block.plain)) {
      page[at - 1].kind = Kind::credit;  // the picture's alternative text
    }
    if (!is_bare_credit(page[at].block)) continue;
    std::size_t above = at - 1;
    while (above > 0 && !has_letters(page[above].block)) --above;  // "1/4"
    Entry& entry = page[above];
    if (entry.block.columns > kLongestCaption) continue;
    // The headline may stand right before the credit; a caption has something else above it.
    const bool apart = above > 0 && page[above - 1].kind == Kind::noise;
    // Behind the last paragraph the credit is that of a picture above the text.
    const bool within = next_prose(page, at) || !prose_above(page, above);
    if (!within) continue;
    const bool caption = entry.kind == Kind::prose || entry.kind == Kind::teaser ||
                         (entry.kind == Kind::line && apart);
    if (caption) entry.kind = Kind::credit;
  }
}

// A sentence said twice nearby, with neither date nor authors between, is a caption and the
// picture's alternative text.
void mark_repeated(Page& page) {
  constexpr std::size_t kLongestCaption = 700;
  constexpr std::size_t kNear = 12;
  constexpr std::size_t kOpening = 60;
  std::unordered_map<std::string_view, std::size_t> last;
  std::size_t top = 0;  // after the latest line of credits
  for (std::size_t at = 0; at < page.size(); ++at) {
    Entry& entry = page[at];
    if (entry.kind == Kind::dated || entry.kind == Kind::byline) top = at + 1;
    if (entry.kind != Kind::prose || entry.block.columns > kLongestCaption) continue;
    const std::string_view plain = entry.block.plain;
    const auto key = plain.substr(0, kOpening);
    if (plain.size() > 2 * kOpening && plain.find(key, kOpening) != std::string_view::npos) {
      entry.kind = Kind::credit;
      continue;
    }
    const auto [place, added] = last.try_emplace(key, at);
    if (!added && at - place->second <= kNear) {
      page[place->second].kind = Kind::credit;
      if (place->second >= top) entry.kind = Kind::credit;
    }
    place->second = at;
  }
}

// The text of a network's post stands before the line that signs it: "— Nom (@compte) …".
void mark_posts(Page& page) {
  constexpr std::size_t kMostLines = 3;
  std::size_t free = 0;  // from here on, no post has been found
  const auto holds = [&](std::size_t at, std::string_view what) {
    return page[at].block.plain.find(what) != std::string::npos;
  };
  for (std::size_t at = 0; at < page.size(); ++at) {
    const bool linked = page[at].kind == Kind::noise && (holds(at, "t.co/") || holds(at, "pic.tw"));
    const bool signs =
        page[at].block.columns < 90 && holds(at, "(@") && page[at].block.plain.starts_with('-');
    if (!signs && !linked) continue;
    std::size_t first = signs && at > free ? at - 1 : at;
    for (std::size_t back = 1; back <= kMostLines && at - back >= free && back <= at; ++back) {
      if (holds(at - back, "#") || holds(at - back, "@")) first = std::min(first, at - back);
    }
    for (std::size_t post = first; post <= at; ++post) page[post].kind = Kind::noise;
    free = at + 1;
  }
}

// "Réactions", "Recommandations": heads of what follows an article, and subheads where text
// follows.
void mark_subheads(Page& page) {
  constexpr std::size_t kParagraph = 120;
  for (std::size_t at = 0; at + 1 < page.size(); ++at) {
    if (page[at].kind != Kind::end || !kSubheadsToo.match(page[at].block.plain)) continue;
    const Entry& next = page[at + 1];
    if (next.kind == Kind::prose && next.block.columns >= kParagraph) page[at].kind = Kind::line;
  }
}

}  // namespace

Page page_of(std::string_view text) {
  Page page;
  for (auto& block : blocks_of(text)) {
    const Kind kind = kind_of(block);
    page.push_back({std::move(block), kind});
  }
  mark_posts(page);
  mark_captions(page);
  mark_repeated(page);
  mark_boxes(page);
  mark_subheads(page);
  return page;
}

bool is_kept(Kind kind) {
  return kind == Kind::prose || kind == Kind::line;
}

bool is_anchor(const Entry& entry) {
  if (entry.kind == Kind::byline) return true;
  if (entry.kind != Kind::dated) return false;
  const std::string& plain = entry.block.plain;
  return plain.find("publie") != std::string::npos ||
         plain.find("mis a jour") != std::string::npos ||
         !authors_in(entry.block.text, BylinePlace::beside_date).empty();
}

}  // namespace kiosque::corpus::scraped
