#include "corpus/scraped.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "corpus/scraped_credits.hpp"
#include "corpus/scraped_page.hpp"
#include "corpus/scraped_title.hpp"
#include "corpus/scraped_words.hpp"

namespace kiosque::corpus {
namespace {

using namespace scraped;
using scraped::Page;

double weight_of(const Entry& entry) {
  switch (entry.kind) {
    case Kind::prose:
      return 0.5 + static_cast<double>(std::min<std::size_t>(entry.block.columns, 500)) / 100.0;
    case Kind::line:
    case Kind::credit:
      return -0.4;
    case Kind::aside:
      return -0.2;
    case Kind::noise:
      return -0.5;
    default:
      return -1.0;
  }
}

// The run of blocks with the most text for the least of anything else.
Run content_of(const Page& page) {
  constexpr std::size_t kNear = 8;
  constexpr double kAnchorBonus = 4.0;
  constexpr double kWorthBehind = 0.6;

  Run best;
  Run run;
  double worth = 1.0;  // of text: less in what stands behind an article
  std::size_t bonus_until = 0;
  const auto restart = [&](std::size_t at) { run = {at, at, 0.0}; };
  for (std::size_t at = 0; at < page.size(); ++at) {
    const Kind kind = page[at].kind;
    // The date and the authors stand before the text or behind it.
    if (kind == Kind::end || kind == Kind::dated || kind == Kind::byline) {
      restart(at + 1);
      if (kind == Kind::end) worth = kWorthBehind;
      if (is_anchor(page[at])) {
        worth = 1.0;
        bonus_until = at + kNear;
      }
      continue;
    }
    const double weight = weight_of(page[at]);
    run.score += weight > 0.0 ? worth * weight : weight;
    if (kind == Kind::prose && at <= bonus_until) {
      run.score += kAnchorBonus;
      bonus_until = 0;
    }
    if (run.score <= 0.0) {
      restart(at + 1);
      continue;
    }
    run.end = at + 1;
    if (run.score > best.score) best = run;
  }
  while (best.begin < best.end && page[best.begin].kind != Kind::prose) ++best.begin;
  return best;
}

void append_paragraph(std::string& text, std::string_view paragraph) {
  if (!text.empty()) text += "\n\n";
  text += paragraph;
}

// Whether a short line in the run is a subhead: it stands before text, not among other short lines.
bool is_subhead(const Page& page, const Run& run, std::size_t at) {
  constexpr std::size_t kMostInARow = 2;
  constexpr std::size_t kLabel = 30;
  constexpr std::size_t kFarthest = 40;  // bounds the work in rows of any length
  if (page[at].block.heading) return true;
  const auto is_line = [&](std::size_t place) { return page[place].kind == Kind::line; };
  std::size_t first = at;
  while (first > run.begin && is_line(first - 1) && at - first < kFarthest) --first;
  std::size_t last = at;
  while (last + 1 < run.end && is_line(last + 1) && last - at < kFarthest) ++last;
  const bool before_text = last + 1 < run.end && page[last + 1].kind != Kind::noise;
  // After a bar, a box or an advertisement its remains come first, the subhead last.
  if (first > run.begin && page[first - 1].kind == Kind::noise) return at == last && before_text;
  if (last - first + 1 <= kMostInARow) return before_text;
  // A list is text where its entries are more than labels.
  return page[at].block.columns > kLabel;
}

// A paragraph may end in three dots; the cut opening of another article follows its headline.
bool is_unfinished_paragraph(const Entry& entry, const Entry* above) {
  return entry.kind == Kind::teaser && above != nullptr && above->kind != Kind::line &&
         !entry.block.plain.ends_with(')') && !entry.block.plain.ends_with(']');
}

// "VIDÉO. Où se baigner cet été ?" between paragraphs.
bool is_media_link(const Block& block) {
  constexpr std::size_t kLongest = 160;
  return block.columns <= kLongest && !block.plain.ends_with('.') &&
         kMediaOpenings.open(block.plain);
}

// Which blocks are the body.
std::vector<std::size_t> body_of(const Page& page, const Run& run, std::string_view title) {
  std::vector<std::size_t> body;
  const Entry* above = nullptr;
  for (std::size_t at = run.begin; at < run.end; ++at) {
    const Entry& entry = page[at];
    const bool kept = is_kept(entry.kind) || is_unfinished_paragraph(entry, above);
    if (!kept || entry.block.text == title) continue;
    if (entry.kind == Kind::line && !is_subhead(page, run, at)) continue;
    if (is_media_link(entry.block)) continue;
    body.push_back(at);
    above = &entry;
  }
  return body;
}

std::string_view opening(const Entry& entry) {
  constexpr std::size_t kEnough = 60;
  return std::string_view{entry.block.plain}.substr(0, kEnough);
}

// The sentences between the headline and the text that are no captions.
std::vector<std::size_t> lead_of(const Page& page, std::size_t title, const Run& run) {
  constexpr std::size_t kFarthest = 3;
  std::vector<std::size_t> lead;
  std::unordered_set<std::string_view> in_body;
  for (std::size_t at = run.begin; at < run.end; ++at) in_body.insert(opening(page[at]));
  std::size_t misses = 0;
  for (std::size_t at = title + 1; at < run.begin; ++at) {
    const Entry& entry = page[at];
    const bool first = at == title + 1;
    const bool sentence =
        (entry.kind == Kind::prose && (first || ends_sentence(entry.block.plain))) ||
        (entry.kind == Kind::teaser && at <= title + 2 && entry.block.columns > 60);
    const bool repeated =
        opening(entry) == opening(page[title]) || in_body.contains(opening(entry));
    if (sentence && !repeated && misses <= kFarthest) {
      lead.push_back(at);
    }
    if (entry.kind == Kind::line) ++misses;
  }
  return lead;
}

std::string joined(const Page& page, const std::vector<std::size_t>& blocks) {
  std::string text;
  for (const std::size_t at : blocks) append_paragraph(text, page[at].block.text);
  return text;
}

// An article and the blocks that it is made of.
struct Reading {
  Article article = {};
  std::optional<std::size_t> title = {};
  std::vector<std::size_t> lead = {};
  std::vector<std::size_t> body = {};
};

Reading read(const Page& page) {
  constexpr double kLeastText = 1.0;
  const Run run = content_of(page);
  Reading reading;
  Article& article = reading.article;
  if (run.begin >= run.end || run.score < kLeastText) return reading;
  reading.title = find_title(page, run);
  if (reading.title) {
    article.title = page[*reading.title].block.text;
    reading.lead = lead_of(page, *reading.title, run);
  }
  reading.body = body_of(page, run, article.title);
  article.lead = joined(page, reading.lead);
  article.body = joined(page, reading.body);
  auto credits = credits_of(page, reading.title.value_or(run.begin), run);
  article.published = std::move(credits.published);
  article.modified = std::move(credits.modified);
  article.authors = std::move(credits.authors);
  return reading;
}

}  // namespace

Article read_scraped(std::string_view text) {
  return read(page_of(text)).article;
}

kiosque::Page explain_scraped(std::string_view text) {
  const Page page = page_of(text);
  Reading reading = read(page);
  kiosque::Page explained;
  for (const Entry& entry : page) {
    explained.blocks.push_back(
        {.text = entry.block.text, .reason = std::string(reason_of(entry.kind))});
  }
  const auto keep = [&](std::size_t at, const char* reason) {
    explained.blocks[at].kept = true;
    explained.blocks[at].reason = reason;
  };
  for (const std::size_t at : reading.body) keep(at, "");
  for (const std::size_t at : reading.lead) keep(at, "lead");
  if (reading.title) keep(*reading.title, "headline");
  explained.article = std::move(reading.article);
  return explained;
}

}  // namespace kiosque::corpus
