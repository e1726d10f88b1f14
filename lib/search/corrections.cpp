#include "search/corrections.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "analysis/characters.hpp"
#include "index/fields.hpp"
#include "query/lexer.hpp"
#include "search/neighbours.hpp"
#include "search/spelling.hpp"
#include "search/written_form.hpp"

namespace kiosque::searching {
namespace {

// Words of a query that are looked at: each takes a walk along the dictionary.
constexpr std::size_t kMostWords = 8;
// Words in capitals, among others that are not, are acronyms up to so many letters.
constexpr std::size_t kLongestAcronym = 5;
// A word in so few articles may be a slip, in queries of so few words, where the other word is in
// so many times as many.
constexpr std::size_t kRare = 2;
constexpr std::size_t kFewWords = 4;
constexpr std::size_t kFarMore = 200;

// What could be put right in a query, and the query that it would be.
struct Attempt {
  std::vector<Correction> corrections;  // in the order of the text; `applied`: could be
  std::string suggestion;               // the query's text with all of them
  Query suggested;                      // the query with all of them
  Query applicable;  // with those alone that take the place of words that the archive lacks
};

// A clause in both queries that are made.
struct Place {
  Clause* suggested = nullptr;
  Clause* applicable = nullptr;
  std::size_t group = 0;  // neighbours have the same
};

// A word of a clause that may be looked at.
struct Candidate {
  std::size_t place = 0;
  std::size_t begin = 0;  // bytes of the clause's text: [begin, end)
  std::size_t end = 0;
  std::string folded = {};
  std::size_t frequency = 0;
  bool capital = false;  // it begins with one, and not all words do
  bool alone = false;    // the clause has no other word
  bool done = false;
};

void collect(std::vector<Clause>& suggested, std::vector<Clause>& applicable,
             std::vector<Place>& places, std::size_t& groups) {
  const std::size_t group = groups++;
  for (std::size_t i = 0; i < suggested.size(); ++i) {
    Clause& clause = suggested[i];
    if (clause.occur == Occur::must_not) continue;
    if (clause.kind == Clause::Kind::word || clause.kind == Clause::Kind::phrase) {
      places.push_back({&clause, &applicable[i], group});
    } else if (clause.kind == Clause::Kind::group) {
      collect(clause.clauses, applicable[i].clauses, places, groups);
    }
  }
}

class Corrector {
 public:
  Corrector(Walk& walk, const Query& query, const SearchOptions& options, const Asked& asked,
            std::size_t rare)
      : walk_(walk), query_(query), asked_(asked), rare_(rare) {
    result_.suggested = query;
    result_.applicable = query;
    std::size_t groups = 0;
    collect(result_.suggested.clauses, result_.applicable.clauses, places_, groups);
    std::stable_sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
      return a.suggested->begin < b.suggested->begin;
    });
    edits_.resize(places_.size());
    find_words(options.typing);
  }

  Attempt run() {
    join();
    const bool few = words_ <= kFewWords;
    std::size_t looked_at = 0;
    for (Candidate& word : candidates_) {
      if (walk_.over() || looked_at == kMostWords) break;
      if (word.done || word.folded.size() < kShortest) continue;
      if (word.frequency > rare_ || (word.frequency > 0 && !few)) continue;
      ++looked_at;
      put_right(word);
    }
    finish();
    return std::move(result_);
  }

 private:
  struct Edit {
    std::size_t begin = 0;  // bytes of the clause's text: [begin, end)
    std::size_t end = 0;
    std::string suggested = {};
    std::optional<std::string> applicable = {};
    std::size_t span_end = 0;  // where the correction ends in the query, if beyond the clause
  };

  void find_words(bool typing) {
    const bool shouted = querying::is_upper(query_.text) && places_.size() > 1;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Clause& clause = *places_[i].suggested;
      analyzer().analyze(clause.text, list_);
      const auto& list = list_.list();
      words_ += list.size();
      for (std::size_t w = 0; w < list.size(); ++w) {
        const analysis::Word& word = list[w];
        const bool last = i + 1 == places_.size() && w + 1 == list.size();
        if (typing && last && clause.end == query_.text.size()) continue;
        if (word.alternative || word.joined) continue;
        if (w + 1 < list.size() && (list[w + 1].alternative || list[w + 1].joined)) continue;
        const std::string_view typed =
            std::string_view(clause.text).substr(word.begin, word.end - word.begin);
        const std::string folded(list_.surface(word));
        // A rule of French that made it something else knows better what it is.
        if (!is_of_letters(folded) || analysis::fold_value(typed) != folded) continue;
        if (!shouted && folded.size() <= kLongestAcronym && querying::is_upper(typed)) continue;
        candidates_.push_back({.place = i,
                               .begin = word.begin,
                               .end = word.end,
                               .folded = folded,
                               .capital = !shouted && begins_with_capital(typed),
                               .alone = list.size() == 1});
      }
    }
    for (Candidate& word : candidates_) word.frequency = frequency(word.folded);
  }

  // In any form, or under another spelling of the name.
  std::size_t frequency(const std::string& word) {
    std::size_t most = indexed(word);
    for (const Variant& variant : query_.variants) {
      if (variant.word == word) most = std::max(most, indexed(variant.variant));
    }
    return most;
  }
  std::size_t indexed(const std::string& word) {
    const std::string stem(analyzer().stem(word));
    return std::max(walk_.look_up(indexing::surface_term({}, word)).frequency,
                    walk_.look_up(indexing::stem_term({}, stem)).frequency);
  }

  // `prési dent`: neighbours of which the archive lacks one, or hardly has it.
  void join() {
    for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
      Candidate& left = candidates_[i];
      Candidate& right = candidates_[i + 1];
      const Place& place = places_[left.place];
      const Clause& next = *places_[right.place].suggested;
      if (left.done || right.place != left.place + 1 || !left.alone || !right.alone) continue;
      if (places_[right.place].group != place.group) continue;
      if (place.suggested->kind != Clause::Kind::word || next.kind != Clause::Kind::word) continue;
      if (place.suggested->field != next.field || place.suggested->occur != next.occur) continue;
      const Candidate& lacking = left.frequency <= right.frequency ? left : right;
      if (lacking.frequency > rare_ || walk_.over()) continue;
      const Spelling whole = speller().joined(left.folded, right.folded);
      if (whole.frequency == 0 || whole.score < kMeant) continue;
      if (whole.frequency < kFarMore * lacking.frequency) continue;
      if (lacking.folded.size() >= kShortest) {
        const auto others = speller().spellings(lacking.folded, lacking.capital);
        if (!others.empty() && others.front().score > whole.score) continue;
      }
      const std::string text = written(whole, left);
      edits_[left.place].push_back({.begin = left.begin,
                                    .end = left.end,
                                    .suggested = text,
                                    .applicable = {},
                                    .span_end = next.end});
      edits_[right.place].push_back({.begin = 0, .end = next.text.size(), .suggested = {}});
      if (lacking.frequency == 0) edits_[lacking.place].back().applicable = text;
      left.done = true;
      right.done = true;
    }
  }

  void put_right(Candidate& word) {
    const auto spellings = speller().spellings(word.folded, word.capital);
    if (spellings.empty() || spellings.front().score < kMeant) return;
    const Spelling& best = spellings.front();
    if (word.frequency > 0 &&
        (best.edits > 1 || best.words.size() > 1 || best.frequency < kFarMore * word.frequency)) {
      return;
    }
    Edit edit{.begin = word.begin, .end = word.end, .suggested = written(best, word)};
    const bool plain = places_[word.place].suggested->kind == Clause::Kind::word;
    if (plain && word.frequency == 0) edit.applicable = edit.suggested;
    edits_[word.place].push_back(std::move(edit));
    word.done = true;
  }

  // As the archive's articles write it, with the capitals that were typed.
  std::string written(const Spelling& spelling, const Candidate& word) {
    const std::string_view typed = std::string_view(places_[word.place].suggested->text)
                                       .substr(word.begin, word.end - word.begin);
    std::string text = spelling.elided.empty() ? "" : spelling.elided + "’";
    for (const std::string& one : spelling.words)
      text += (&one == &spelling.words.front() ? "" : " ") + with_accents(walk_.snapshot(), one);
    return with_capitals(text, typed);
  }

  // Where the clause's text stands in the query's; nowhere in a query that was not typed.
  [[nodiscard]] std::size_t place_in_text(const Clause& clause) const {
    if (clause.begin >= clause.end || clause.end > query_.text.size())
      return std::string_view::npos;
    const std::string_view span =
        std::string_view(query_.text).substr(clause.begin, clause.end - clause.begin);
    const std::size_t at = span.rfind(clause.text);
    return at == std::string_view::npos ? at : clause.begin + at;
  }

  void finish() {
    bool located = true;
    std::size_t copied = 0;
    std::string text;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      auto& edits = edits_[i];
      std::sort(edits.begin(), edits.end(),
                [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
      const std::string before = places_[i].suggested->text;
      const std::size_t at = edits.empty() ? 0 : place_in_text(*places_[i].suggested);
      for (const Edit& edit : edits) {
        if (edit.suggested.empty()) continue;  // the right half of a joined word
        Correction& correction = result_.corrections.emplace_back();
        correction.word = before.substr(edit.begin, edit.end - edit.begin);
        correction.correction = edit.suggested;
        const bool joined = edit.span_end > 0;
        correction.applied =
            edit.applicable.has_value() || (joined && edits_[i + 1].front().applicable.has_value());
        if (at == std::string_view::npos || at + edit.begin < copied) {
          located = false;
          continue;
        }
        correction.span = {at + edit.begin, joined ? edit.span_end : at + edit.end};
        correction.word =
            query_.text.substr(correction.span.begin, correction.span.end - correction.span.begin);
        text += query_.text.substr(copied, correction.span.begin - copied);
        text += edit.suggested;
        copied = correction.span.end;
      }
      // From the last on, so that the places before stay.
      for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        places_[i].suggested->text.replace(edit->begin, edit->end - edit->begin, edit->suggested);
        if (edit->applicable) {
          places_[i].applicable->text.replace(edit->begin, edit->end - edit->begin,
                                              *edit->applicable);
        }
      }
    }
    if (result_.corrections.empty()) return;
    result_.suggestion = located ? text + query_.text.substr(copied) : to_string(result_.suggested);
  }

  Speller& speller() {
    if (!speller_) speller_.emplace(walk_, asked_.best());
    return *speller_;
  }
  analysis::Analyzer& analyzer() { return walk_.seat().analyzer; }

  Walk& walk_;
  const Query& query_;
  const Asked& asked_;
  std::size_t rare_;  // a word in so many articles at most may be a slip
  std::optional<Speller> speller_;
  Attempt result_;
  analysis::Words list_;
  std::vector<Place> places_;
  std::vector<Candidate> candidates_;
  std::vector<std::vector<Edit>> edits_;  // by place
  std::size_t words_ = 0;                 // of the query
};

}  // namespace

Corrected correct(Walk& walk, const Query& query, const SearchOptions& options,
                  const Asked& asked) {
  Corrected corrected;
  for (const std::size_t rare : {kRare, std::size_t{0}}) {
    Attempt attempt = Corrector(walk, query, options, asked, rare).run();
    auto& all = attempt.corrections;
    if (all.empty()) return corrected;
    const std::size_t total = asked.total_of(attempt.suggested);
    if (walk.cut_short() || total == 0) return corrected;
    if (total < asked.total) continue;  // for want of a rare word
    const bool any = options.correct &&
                     std::any_of(all.begin(), all.end(),
                                 [](const Correction& correction) { return correction.applied; });
    if (any && asked.total_of(attempt.applicable) >= asked.total && !walk.cut_short()) {
      corrected.instead = std::move(attempt.applicable);
    } else {
      for (Correction& correction : all) correction.applied = false;
    }
    corrected.suggestion = std::move(attempt.suggestion);
    corrected.corrections = std::move(all);
    return corrected;
  }
  return corrected;
}

}  // namespace kiosque::searching
