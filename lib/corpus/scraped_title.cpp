#include "corpus/scraped_title.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace kiosque::corpus::scraped {
namespace {

// The stems, roughly, of the words of a folded text.
void add_stems(std::string_view plain, std::unordered_set<std::string>& stems) {
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kStem = 5;
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t end = at;
    while (end < plain.size() && letter(plain[end])) ++end;
    if (end - at >= kShortest) stems.emplace(plain.substr(at, std::min(end - at, kStem)));
    at = end + 1;
  }
}

class TitleFinder {
 public:
  TitleFinder(const Page& page, const Run& run) : page_(page), run_(run) {
    constexpr std::size_t kEnoughBytes = 4000;
    constexpr std::size_t kNear = 15;
    for (std::size_t back = 1; back <= run.begin && back <= kNear; ++back) {
      const Kind kind = page[run.begin - back].kind;
      if (kind != Kind::dated && kind != Kind::byline) continue;
      credits_ = run.begin - back;
      break;
    }
    std::size_t bytes = 0;
    for (std::size_t at = run.begin; at < run.end && bytes < kEnoughBytes; ++at) {
      if (page[at].kind != Kind::prose) continue;
      add_stems(std::string_view{page[at].block.plain}.substr(0, kEnoughBytes), stems_);
      bytes += page[at].block.plain.size();
    }
  }

  [[nodiscard]] std::optional<std::size_t> find() const {
    std::optional<std::size_t> best;
    double best_score = 0.5;
    double distance = 0.0;
    for (std::size_t back = 1; back <= kFarthest && back <= run_.begin; ++back) {
      const std::size_t at = run_.begin - back;
      if (const auto score = score_of(at); score && *score - distance > best_score) {
        best_score = *score - distance;
        best = at;
      }
      distance += is_kept(page_[at].kind) ? 0.15 : 0.03;
    }
    if (best) best = whole(*best);
    return best;
  }

 private:
  static bool kicker_ends(std::string_view kicker) {
    while (kicker.ends_with(' ')) kicker.remove_suffix(1);
    return kicker.ends_with(':') || kicker.ends_with('.') || kicker.ends_with('-');
  }

  // A picture's text often repeats the headline without its kicker: the whole one is meant.
  [[nodiscard]] std::size_t whole(std::size_t best) const {
    constexpr std::size_t kNear = 4;
    constexpr std::size_t kKicker = 40;
    const std::string& part = page_[best].block.plain;
    for (std::size_t back = 1; back <= kNear && back <= best; ++back) {
      const Entry& other = page_[best - back];
      const std::string& plain = other.block.plain;
      if (is_kept(other.kind) && plain.size() > part.size() &&
          plain.size() <= part.size() + kKicker && plain.ends_with(part) &&
          kicker_ends(plain.substr(0, plain.size() - part.size()))) {
        return best - back;
      }
    }
    return best;
  }

  [[nodiscard]] std::optional<double> score_of(std::size_t at) const {
    constexpr std::size_t kShortest = 8;
    constexpr std::size_t kLongest = 240;
    const Entry& entry = page_[at];
    const Block& block = entry.block;
    const bool possible = is_kept(entry.kind) || entry.kind == Kind::teaser;
    if (!possible || block.columns < kShortest || block.columns > kLongest) return {};
    std::unordered_set<std::string> own;
    add_stems(block.plain, own);
    if (own.empty()) return {};
    const auto shared = static_cast<double>(
        std::count_if(own.begin(), own.end(), [&](auto& stem) { return stems_.contains(stem); }));
    double score = 3.0 * shared / static_cast<double>(own.size());
    const auto words = std::count(block.plain.begin(), block.plain.end(), ' ') + 1;
    if (words >= 5) score += 1.0;
    if (words <= 2) score -= 1.5;
    if (words <= 4) score -= 0.5;
    // A headline stands above the sentences, a signature below.
    if (at + 1 < run_.begin && page_[at + 1].kind == Kind::prose) score += 0.7;
    if (at > 0 && page_[at - 1].kind == Kind::prose) score -= 1.5;
    if (block.main_heading) score += 4.0;
    if (block.heading) score += 2.0;
    if (block.bullet) score -= 1.5;
    if (entry.kind == Kind::teaser) score -= 1.0;
    if (entry.kind == Kind::prose) score -= block.plain.ends_with('.') ? 2.0 : 0.3;
    if (block.columns > 150) score -= entry.kind == Kind::teaser ? 3.0 : 0.7;
    if (at > credits_) score -= 1.5;
    const Kind after = at + 1 < page_.size() ? page_[at + 1].kind : Kind::end;
    if (after != Kind::line && after != Kind::teaser) score += 0.8;
    const bool kicker =
        at == 0 || (page_[at - 1].kind == Kind::line && page_[at - 1].block.columns < 30);
    if (kicker || (at > 0 && page_[at - 1].kind == Kind::noise)) score += 0.4;
    return score;
  }

  static constexpr std::size_t kFarthest = 60;

  const Page& page_;
  const Run& run_;
  std::size_t credits_ =
      static_cast<std::size_t>(-1);  // the line of date or authors next above the run
  std::unordered_set<std::string> stems_;
};

}  // namespace

std::optional<std::size_t> find_title(const Page& page, const Run& run) {
  return TitleFinder(page, run).find();
}

}  // namespace kiosque::corpus::scraped
