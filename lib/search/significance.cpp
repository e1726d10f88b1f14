#include "search/significance.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "search/sample_phrases.hpp"

namespace kiosque::searching {
namespace {

// How many of the words that the sample suggests are counted, for one that is wanted.
constexpr std::size_t kCandidates = 6;
// How many of these may be joined into phrases.
constexpr std::size_t kToJoin = 3;
constexpr std::size_t kMostWanted = 1000;

// Dead articles included: for a first choice.
std::size_t frequency_about(Walk& walk, const std::string& term) {
  std::size_t frequency = 0;
  for (const Xapian::Database& database : walk.seat().databases)
    frequency += database.get_termfreq(term);
  return frequency;
}

std::size_t count_in(const Walk::Term& term, const Matches& articles) {
  std::size_t count = 0;
  for (std::size_t part = 0; part < articles.size(); ++part)
    count += term.parts[part]->count_in(articles[part]);
  return count;
}

// The living articles that have all of the terms.
Matches with_all(Walk& walk, const std::vector<std::string>& terms) {
  Matches having;
  for (const auto& part : walk.snapshot().parts()) having.push_back(part.living);
  for (const std::string& text : terms) {
    const Walk::Term& term = walk.look_up(text);
    for (std::size_t part = 0; part < having.size(); ++part) {
      Bitmap with(walk.snapshot().parts()[part].size());
      term.parts[part]->add_to(with);
      having[part] &= with;
    }
  }
  return having;
}

std::size_t count_with(const Matches& some, const Matches& others) {
  std::size_t count = 0;
  for (std::size_t part = 0; part < some.size(); ++part)
    count += some[part].count_with(others[part]);
  return count;
}

struct Counts {
  std::size_t some = 0;
  std::size_t among = 0;
  std::size_t all = 0;
};

// The words of the sample that promise most.
std::vector<std::uint32_t> choose(Walk& walk, const WordSample& sample, std::size_t most) {
  const std::size_t read = sample.articles().size();
  // One that a fiftieth of the articles has cannot stand for them.
  const std::size_t least = read < 3 ? 1 : std::max<std::size_t>(2, read / 50);
  const std::size_t articles = walk.snapshot().articles();
  std::vector<std::pair<double, std::uint32_t>> promising;
  for (std::uint32_t i = 0; i < sample.words().size(); ++i) {
    const auto& word = sample.words()[i];
    if (word.articles < least) continue;
    const std::size_t all = frequency_about(walk, word.term);
    const std::size_t rest = all - std::min<std::size_t>(all, word.articles);
    const std::size_t others = articles - std::min(articles, read);
    const double score = log_likelihood(word.articles, read, std::min(rest, others), others);
    if (score > 0 || others == 0) promising.emplace_back(score, i);
  }
  std::sort(promising.begin(), promising.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (promising.size() > most) promising.resize(most);
  std::vector<std::uint32_t> chosen;
  for (const auto& [score, i] : promising) chosen.push_back(i);
  return chosen;
}

}  // namespace

double log_likelihood(std::size_t with, std::size_t some, std::size_t with_others,
                      std::size_t others) {
  const auto total = static_cast<double>(some + others);
  if (some == 0 || others == 0) return 0;
  const auto all_with = static_cast<double>(with + with_others);
  double sum = 0;
  const auto add = [&](std::size_t seen, double expected) {
    if (seen > 0) sum += static_cast<double>(seen) * std::log(static_cast<double>(seen) / expected);
  };
  const double part = static_cast<double>(some) / total;
  add(with, all_with * part);
  add(with_others, all_with * (1 - part));
  add(some - with, (total - all_with) * part);
  add(others - with_others, (total - all_with) * (1 - part));
  const bool more = static_cast<double>(with) > all_with * part;
  return more ? 2 * sum : -2 * sum;
}

std::vector<SignificantPhrase> significant_words(Walk& walk, const WordSample& sample,
                                                 const Matches& some, const Matches* among,
                                                 std::size_t wanted) {
  const std::size_t limit = std::min(wanted, kMostWanted);
  const std::size_t articles = walk.snapshot().articles();
  const std::size_t size = count(some);
  const std::size_t among_size = among != nullptr ? count(*among) : articles;
  // What the articles that have all of these terms tell; a score of 0: nothing.
  const auto measure = [&](const std::vector<std::string>& terms) {
    Counts counts;
    if (terms.size() == 1) {
      const Walk::Term& term = walk.look_up(terms.front());
      counts.all = term.frequency;
      counts.some = count_in(term, some);
      if (among != nullptr) counts.among = count_in(term, *among);
    } else {
      const Matches having = with_all(walk, terms);
      counts.all = count(having);
      counts.some = count_with(having, some);
      if (among != nullptr) counts.among = count_with(having, *among);
    }
    SignificantTerm measured{.count = counts.some, .all = counts.all};
    const double score =
        log_likelihood(counts.some, size, counts.all - counts.some, articles - size);
    if (score < kSignificant) return measured;
    measured.score = score;
    if (among != nullptr && among_size > size) {
      // By the archive alone, all that goes with the query would come first; by the rest of `among`
      // alone, which may be few, what is there by chance.
      const double beside =
          log_likelihood(counts.some, size, counts.among - counts.some, among_size - size);
      measured.score = std::sqrt(score * std::max(0.0, beside));
    }
    return measured;
  };
  const auto more = [](const auto& a, const auto& b) { return a.term.score > b.term.score; };

  std::vector<SignificantPhrase> words;
  for (const std::uint32_t number : choose(walk, sample, limit * kCandidates)) {
    SignificantTerm measured = measure({sample.words()[number].term});
    if (measured.score > 0) words.push_back({std::move(measured), {number}});
  }
  std::stable_sort(words.begin(), words.end(), more);
  if (words.size() > limit * kToJoin) words.resize(limit * kToJoin);

  std::vector<std::uint32_t> numbers;
  for (const SignificantPhrase& word : words) numbers.push_back(word.numbers.front());
  std::vector<SignificantPhrase> phrases;
  for (SamplePhrase& joined : join_words(sample, numbers)) {
    std::vector<std::string> terms;
    for (const std::uint32_t number : joined.numbers) terms.push_back(sample.words()[number].term);
    SignificantTerm measured = measure(terms);
    measured.text = std::move(joined.text);
    if (measured.score > 0) phrases.push_back({std::move(measured), std::move(joined.numbers)});
  }
  std::stable_sort(phrases.begin(), phrases.end(), more);
  // Saint-Étienne is what either of its words is written as.
  std::vector<SignificantPhrase> significant;
  for (SignificantPhrase& phrase : phrases) {
    const bool twice = std::any_of(significant.begin(), significant.end(), [&](const auto& one) {
      return one.term.text == phrase.term.text;
    });
    if (!twice && significant.size() < limit) significant.push_back(std::move(phrase));
  }
  return significant;
}

}  // namespace kiosque::searching
