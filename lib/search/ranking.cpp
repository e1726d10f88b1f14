#include "search/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "index/fields.hpp"
#include "search/proximity.hpp"
#include "support/zone.hpp"

namespace kiosque::searching {
namespace {

constexpr Bm25 kBm25;

// Ends a match by throwing: Xapian has no other way to stop one, and stays usable.
struct Interrupted {};

// Sees every match before the counters do; keeps the best so far for the case that time runs out.
class Watch : public Xapian::MatchSpy {
 public:
  Watch(const Limits& limits, std::size_t wanted) : limits_(limits), wanted_(wanted) {}

  void operator()(const Xapian::Document& document, double weight) override {
    if (seen_ % kInterval == 0 && over()) throw Interrupted();
    ++seen_;
    if (wanted_ == 0) return;
    best_.push_back({document.get_docid(), weight});
    std::push_heap(best_.begin(), best_.end(), better);
    if (best_.size() > wanted_) {
      std::pop_heap(best_.begin(), best_.end(), better);
      best_.pop_back();
    }
  }

  [[nodiscard]] bool needed() const {
    return limits_.deadline.has_value() || limits_.stop.stop_possible();
  }
  [[nodiscard]] std::size_t seen() const { return seen_; }
  [[nodiscard]] std::vector<Ranked> best() const {
    std::vector<Ranked> sorted = best_;
    std::sort(sorted.begin(), sorted.end(), better);
    return sorted;
  }

 private:
  static constexpr std::size_t kInterval = 256;

  static bool better(const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
  }
  [[nodiscard]] bool over() const {
    return limits_.stop.stop_requested() ||
           (limits_.deadline && std::chrono::steady_clock::now() >= *limits_.deadline);
  }

  const Limits& limits_;
  std::size_t wanted_;
  std::size_t seen_ = 0;
  std::vector<Ranked> best_;
};

struct Sortable {
  Ranked ranked;
  std::string instant;
  std::string id;
};

bool before(const Sortable& a, const Sortable& b) {
  const auto score_a = static_cast<float>(a.ranked.score);
  const auto score_b = static_cast<float>(b.ranked.score);
  if (score_a != score_b) return score_a > score_b;
  if (a.instant != b.instant) return a.instant > b.instant;
  return a.id < b.id;
}

// Exponential decay: half for each half-life, in whole days since publication. An article without a
// date counts as one half-life old.
double decay(const Xapian::Document& document, const Page& page) {
  const auto day = support::parse_compact_day(document.get_value(indexing::kDaySlot));
  if (!day) return 0.5;
  const auto age = static_cast<double>((page.today - *day).count());
  return std::exp2(-std::max(age, 0.0) / page.half_life);
}

// Fetches until the last score is below that of the page's end, so that ties are settled among all
// that tie.
std::vector<Ranked> settle(const Xapian::Database& database, Xapian::Enquire& enquire,
                           Xapian::MSet matches, const std::vector<std::string>& plain_words,
                           const Page& page) {
  const Xapian::doccount doccount = database.get_doccount();
  const std::size_t end = page.offset + page.limit;
  std::size_t asked = matches.size();
  while (matches.size() == asked && matches.size() > end &&
         static_cast<float>(matches[static_cast<Xapian::doccount>(end - 1)].get_weight()) ==
             static_cast<float>(matches[matches.size() - 1].get_weight())) {
    asked = std::min<std::size_t>(asked * 4, doccount);
    if (asked == matches.size()) break;
    matches = enquire.get_mset(0, static_cast<Xapian::doccount>(asked), doccount);
  }
  std::vector<Sortable> sortable;
  sortable.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    sortable.push_back({{*match, match.get_weight()}, {}, {}});
  }
  if (page.half_life > 0) {
    for (Sortable& article : sortable) {
      article.ranked.score *= decay(database.get_document(article.ranked.document), page);
    }
    std::stable_sort(sortable.begin(), sortable.end(), [](const Sortable& a, const Sortable& b) {
      return a.ranked.score > b.ranked.score;
    });
  }
  // The same articles are looked at whatever the page, so that pages fit together.
  const std::size_t window = std::min(sortable.size(), kProximityWindow);
  for (std::size_t i = 0; i < window; ++i) {
    sortable[i].ranked.score *= proximity(database, sortable[i].ranked.document, plain_words);
  }
  std::stable_sort(sortable.begin(), sortable.end(), [](const Sortable& a, const Sortable& b) {
    return static_cast<float>(a.ranked.score) > static_cast<float>(b.ranked.score);
  });
  // Only runs of equal scores need the date and the id.
  const auto score = [&](std::size_t i) { return static_cast<float>(sortable[i].ranked.score); };
  for (std::size_t begin = 0; begin < sortable.size() && begin < end;) {
    std::size_t run = begin + 1;
    while (run < sortable.size() && score(run) == score(begin)) ++run;
    if (run - begin > 1) {
      for (std::size_t i = begin; i < run; ++i) {
        const Xapian::Document document = database.get_document(sortable[i].ranked.document);
        sortable[i].instant = document.get_value(indexing::kInstantSlot);
        sortable[i].id = document.get_value(indexing::kIdSlot);
      }
      std::sort(sortable.begin() + static_cast<std::ptrdiff_t>(begin),
                sortable.begin() + static_cast<std::ptrdiff_t>(run), before);
    }
    begin = run;
  }
  std::vector<Ranked> hits;
  for (std::size_t i = page.offset; i < std::min(end, sortable.size()); ++i) {
    hits.push_back(sortable[i].ranked);
  }
  return hits;
}

}  // namespace

Ranking rank(const Xapian::Database& database, const Xapian::Query& query,
             const std::vector<std::string>& plain_words, const Page& page,
             const std::vector<SlotCounter*>& counters, const Limits& limits) {
  Ranking ranking;
  const Xapian::doccount doccount = database.get_doccount();
  const std::size_t offset = std::min<std::size_t>(page.offset, doccount);
  const std::size_t limit = std::min<std::size_t>(page.limit, doccount - offset);
  if (query.empty() || limit == 0) return ranking;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25.k1, 0, 1, kBm25.b, kBm25.min_normlen));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);

  // Articles without a date have an empty instant: last in both orders.
  Xapian::MultiValueKeyMaker order;
  order.add_value(page.sort == Sort::oldest ? indexing::kReverseSlot : indexing::kInstantSlot);
  order.add_value(indexing::kIdSlot, true);
  if (page.sort != Sort::relevance) enquire.set_sort_by_key_then_relevance(&order, true);

  // One more than the page, to see whether its last score ties beyond it.
  const std::size_t looked_at =
      page.sort == Sort::relevance && plain_words.size() > 1 ? kProximityWindow : 0;
  // Where age counts, any article may come first.
  const bool all = page.half_life > 0 && page.sort == Sort::relevance;
  const auto wanted = static_cast<Xapian::doccount>(
      all ? doccount : std::min<std::size_t>(std::max(offset + limit, looked_at) + 1, doccount));
  Watch watch(limits, wanted);
  if (watch.needed()) enquire.add_matchspy(&watch);
  for (SlotCounter* const counter : counters) enquire.add_matchspy(counter);
  Xapian::MSet matches;
  try {
    matches = enquire.get_mset(0, wanted, doccount);
  } catch (const Interrupted&) {
    ranking.partial = true;
    ranking.total = watch.seen();
    const auto best = watch.best();
    for (std::size_t i = offset; i < std::min(best.size(), offset + limit); ++i) {
      ranking.hits.push_back(best[i]);
    }
    return ranking;
  }
  enquire.clear_matchspies();
  ranking.total = matches.get_matches_estimated();
  if (page.sort == Sort::relevance) {
    Page here = page;
    here.offset = offset;
    here.limit = limit;
    ranking.hits = settle(database, enquire, matches, plain_words, here);
    return ranking;
  }
  for (std::size_t i = offset; i < std::min<std::size_t>(offset + limit, matches.size()); ++i) {
    const auto match = matches[static_cast<Xapian::doccount>(i)];
    ranking.hits.push_back({*match, match.get_weight()});
  }
  return ranking;
}

Ranking count(const Xapian::Database& database, const Xapian::Query& query,
              const std::vector<SlotCounter*>& counters, const Limits& limits) {
  Ranking ranking;
  if (query.empty()) return ranking;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  Watch watch(limits, 0);
  if (watch.needed()) enquire.add_matchspy(&watch);
  for (SlotCounter* const counter : counters) enquire.add_matchspy(counter);
  try {
    ranking.total = enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
  } catch (const Interrupted&) {
    ranking.partial = true;
    ranking.total = watch.seen();
  }
  return ranking;
}

}  // namespace kiosque::searching
