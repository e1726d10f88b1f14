#include "search/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <utility>

#include "index/document.hpp"
#include "search/proximity.hpp"
#include "search/scoring.hpp"

namespace kiosque::searching {
namespace {

double instant_of(Walk& walk, const DocumentPlace& place) {
  const auto& part = walk.snapshot().parts()[place.part];
  return part.columns->instants(walk.seat().databases[place.part])[place.document];
}

// What articles are ordered by: the larger first, then the larger second, then the smaller id.
struct Sortable {
  double first = 0;
  double second = 0;
  DocumentPlace place = {};
  double score = 0;
};

using Order = std::vector<Sortable>;

// Puts the `needed` first of `order` from `begin` on in the order of `key`, and drops what is
// behind them for sure.
template <typename Key>
void sort_run(Order& order, std::size_t begin, std::size_t& end, std::size_t needed, Key&& key) {
  const auto at = [&](std::size_t i) { return order.begin() + static_cast<std::ptrdiff_t>(i); };
  const auto before = [&](const Sortable& a, const Sortable& b) { return key(a) > key(b); };
  if (end > needed && end == order.size()) {
    std::nth_element(at(begin), at(needed - 1), at(end), before);
    const double last = key(order[needed - 1]);
    order.erase(
        std::remove_if(at(begin), at(end), [&](const Sortable& one) { return key(one) < last; }),
        order.end());
    end = order.size();
  }
  std::sort(at(begin), at(end), before);
}

void sort_by_id(const Walk& walk, std::span<Sortable> equals) {
  std::vector<std::pair<std::string, Sortable>> with_ids;
  with_ids.reserve(equals.size());
  for (const Sortable& one : equals) with_ids.emplace_back(walk.snapshot().id_of(one.place), one);
  std::sort(with_ids.begin(), with_ids.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::transform(with_ids.begin(), with_ids.end(), equals.begin(),
                 [](const auto& one) { return one.second; });
}

// The `needed` first in their settled order. Dates and ids are looked up only where they decide.
template <typename Second>
void settle(Walk& walk, Order& order, std::size_t needed, Second&& second) {
  if (order.empty() || needed == 0) {
    order.clear();
    return;
  }
  std::size_t end = order.size();
  sort_run(order, 0, end, needed, [](const Sortable& one) { return one.first; });
  for (std::size_t begin = 0; begin < std::min(needed, order.size());) {
    std::size_t run = begin + 1;
    while (run < order.size() && order[run].first == order[begin].first) ++run;
    if (run - begin > 1) {
      for (std::size_t i = begin; i < run; ++i) order[i].second = second(order[i].place);
      sort_run(order, begin, run, needed, [](const Sortable& one) { return one.second; });
      for (std::size_t same = begin; same < std::min(needed, run);) {
        std::size_t same_end = same + 1;
        while (same_end < run && order[same_end].second == order[same].second) ++same_end;
        if (same_end - same > 1) sort_by_id(walk, std::span(order).subspan(same, same_end - same));
        same = same_end;
      }
    }
    begin = run;
  }
  if (order.size() > needed) order.resize(needed);
}

// Exponential decay: half for each half-life, in whole days since publication. An article without a
// date counts as one half-life old.
double decay(Walk& walk, const DocumentPlace& place, const Page& page) {
  const auto& part = walk.snapshot().parts()[place.part];
  const DayColumn& column = part.columns->days(walk.seat().databases[place.part]);
  const std::uint32_t ordinal = column.ordinals[place.document];
  if (ordinal == DayColumn::kNone) return 0.5;
  const auto age = static_cast<double>((page.today - column.periods[ordinal]).count());
  return std::exp2(-std::max(age, 0.0) / page.half_life);
}

// The matching articles without a score behind those that have one, where they are needed.
void add_the_rest(const Matches& matches, std::vector<Ranked>& ranked) {
  Matches rest = matches;
  for (const Ranked& one : ranked) rest[one.place.part].reset(one.place.document);
  for (std::size_t part = 0; part < rest.size(); ++part) {
    rest[part].for_each([&](std::uint32_t document) {
      ranked.push_back({{static_cast<std::uint32_t>(part), document}, 0});
    });
  }
}

// Of what is ordered by `key_of(part)(document)` alone, all that may be among the `needed` first. A
// long list is cut back as it grows.
template <typename KeyOf>
Order likely_first(const Matches& matches, std::size_t needed, KeyOf&& key_of) {
  constexpr std::size_t kRoom = 256;
  Order order;
  double least = -std::numeric_limits<double>::infinity();
  std::size_t full = needed + kRoom;
  for (std::uint32_t part = 0; part < matches.size(); ++part) {
    const auto key = key_of(part);
    matches[part].for_each([&](std::uint32_t document) {
      const double first = key(document);
      if (first < least) return;
      order.push_back({first, 0, {part, document}});
      if (order.size() < full) return;
      const auto nth = order.begin() + static_cast<std::ptrdiff_t>(needed - 1);
      std::nth_element(order.begin(), nth, order.end(),
                       [](const auto& one, const auto& two) { return one.first > two.first; });
      least = nth->first;
      std::erase_if(order, [&](const Sortable& one) { return one.first < least; });
      full = order.size() * 2 + kRoom;
    });
  }
  return order;
}

std::vector<Ranked> page_of(Walk& walk, const Order& order,
                            const std::vector<querying::ScoredTerm>& scores, const Page& page) {
  std::vector<Ranked> hits;
  for (std::size_t i = page.offset; i < order.size(); ++i) hits.push_back({order[i].place, 0});
  score_these(walk, scores, hits);
  return hits;
}

std::vector<Ranked> by_date(Walk& walk, const Matches& matches,
                            const std::vector<querying::ScoredTerm>& scores, const Page& page) {
  const std::size_t needed = page.offset + page.limit;
  Order order = likely_first(matches, needed, [&](std::uint32_t part) {
    const InstantColumn& instants =
        walk.snapshot().parts()[part].columns->instants(walk.seat().databases[part]);
    return [&instants, oldest = page.sort == Sort::oldest](std::uint32_t document) {
      const double instant = instants[document];
      return instant != kNoInstant && oldest ? -instant : instant;
    };
  });
  settle(walk, order, needed, [](const DocumentPlace&) { return 0.0; });
  return page_of(walk, order, scores, page);
}

// By page.key; of equals the newest come first.
std::vector<Ranked> by_key(Walk& walk, const Matches& matches,
                           const std::vector<querying::ScoredTerm>& scores, const Page& page) {
  const std::size_t needed = page.offset + page.limit;
  Order order = likely_first(matches, needed, [&](std::uint32_t part) {
    return [&page, part](std::uint32_t document) { return page.key({part, document}); };
  });
  settle(walk, order, needed, [&](const DocumentPlace& place) { return instant_of(walk, place); });
  return page_of(walk, order, scores, page);
}

}  // namespace

std::vector<Ranked> rank(Walk& walk, const Matches& matches,
                         const std::vector<querying::ScoredTerm>& scores,
                         const std::vector<std::string>& plain_words, const Page& asked) {
  Page page = asked;
  const std::size_t articles = walk.snapshot().articles();
  page.offset = std::min(asked.offset, articles);
  page.limit = std::min(asked.limit, articles - page.offset);
  const std::size_t end = page.offset + page.limit;
  if (page.limit == 0) return {};
  if (page.key) return by_key(walk, matches, scores, page);
  if (page.sort != Sort::relevance) return by_date(walk, matches, scores, page);

  // The same articles are looked at for nearness whatever the page, so that pages fit together.
  const std::size_t window = plain_words.size() > 1 ? kProximityWindow : 0;
  std::size_t wanted = std::max(end, window);
  const bool aged = page.half_life > 0;
  // Where age counts, any article may come first.
  auto ranked = score(walk, matches, scores, aged ? articles : wanted);
  if (ranked.size() < wanted && ranked.size() < count(matches)) add_the_rest(matches, ranked);

  Order order;
  order.reserve(ranked.size());
  for (const Ranked& one : ranked) {
    const double score = aged ? one.score * decay(walk, one.place, page) : one.score;
    order.push_back({static_cast<float>(score), 0, one.place, score});
  }
  const auto instant = [&](const DocumentPlace& place) { return instant_of(walk, place); };
  settle(walk, order, wanted, instant);
  if (window > 0) {
    Proximity proximity(walk, plain_words);
    // Behind the page nobody is looked at who could not come onto it.
    const double last = end <= order.size() ? order[end - 1].score : 0;
    constexpr double kMost = Proximity::kMost * (1 + 1e-6);
    for (std::size_t i = 0; i < std::min(window, order.size()); ++i) {
      if (i >= end && order[i].score * kMost < last) break;
      order[i].score *= proximity.of(order[i].place);
      order[i].first = static_cast<float>(order[i].score);
    }
    settle(walk, order, end, instant);
  }
  std::vector<Ranked> hits;
  for (std::size_t i = page.offset; i < std::min(end, order.size()); ++i)
    hits.push_back({order[i].place, order[i].score});
  return hits;
}

}  // namespace kiosque::searching
