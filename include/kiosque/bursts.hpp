#pragma once
// When a subject was in the news.
//
//   for (const kiosque::Burst& burst : searcher.bursts(kiosque::parse("attentat")).periods)
//     fmt::print("{} – {}: {}\n", burst.from, burst.to, burst.headlines.front().title);

#include <cstddef>
#include <kiosque/related.hpp>
#include <kiosque/search.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kiosque {

struct BurstOptions {
  std::size_t limit = 10;             ///< how many periods, the strongest
  std::optional<DateUnit> unit = {};  ///< day, week, month or year; none: what the archive has
                                      ///< enough articles for
  std::size_t least = 3;              ///< articles that a period needs
  std::size_t terms = 5;              ///< how many explain each
  std::size_t headlines = 2;          ///< how many of each are given
  /// Filters, dates, match, strict, zone, deadline and stop are looked at. Outside its filters and
  /// dates nothing is counted, neither of the query nor of the archive.
  SearchOptions search = {.match = Match::all};
};

struct Headline {
  std::string id = {};
  std::string title = {};
};

/// A period in which a query stands out.
struct Burst {
  std::string from = {};  ///< its first ISO day
  std::string to = {};    ///< its last
  std::size_t count = 0;  ///< articles that the query finds in it
  std::size_t all = 0;    ///< that the archive has in it, under the same filters
  double expected = 0;    ///< what the query would find in so many at its usual rate
  double strength = 0;    ///< see Bursts
  std::vector<SignificantTerm> terms = {};  ///< that tell its articles both from the archive and
                                            ///< from the query's others; `all` is of the archive
  std::vector<Headline> headlines = {};     ///< of the articles that have most of the terms there
};

/// The strongest first. They are found by the automaton of Kleinberg ("Bursty and hierarchical
/// structure in streams", KDD 2002) for documents that come in batches: state i finds 2^i times the
/// query's usual share of a batch (which is its share of all articles), going up a state costs the
/// logarithm of the number of batches, going down nothing, and the cheapest way through all batches
/// tells the bursts and those inside them. Of a burst and those inside it, what stands out more is
/// given. `strength` is the logarithm of how much likelier what was found is with the burst's own
/// share than with the usual one.
struct Bursts {
  std::size_t total = 0;          ///< articles that the query finds and that have a date
  DateUnit unit = DateUnit::day;  ///< of the batches
  bool partial = false;           ///< a deadline or a stop came first
  std::vector<Burst> periods = {};
  double took_ms = 0;
};

}  // namespace kiosque
