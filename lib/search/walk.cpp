#include "search/walk.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "index/document.hpp"
#include "index/fields.hpp"
#include "search/neighbours.hpp"
#include "search/phrase.hpp"
#include "search/places.hpp"
#include "search/verbatim.hpp"
#include "support/zone.hpp"

namespace kiosque::searching {

using querying::Node;

std::size_t count(const Matches& matches) {
  std::size_t count = 0;
  for (const Bitmap& part : matches) count += part.count();
  return count;
}

Walk::Walk(Seat& seat, const Limits& limits, std::string_view zone)
    : seat_(seat), limits_(limits), zone_(zone.empty() ? support::kHomeZone : zone) {
  if (zone_ != support::kHomeZone) static_cast<void>(support::Zone::required(zone_));
}

const Walk::Term& Walk::look_up(const std::string& term) {
  const auto [place, fresh] = terms_.try_emplace(term);
  Term& found = place->second;
  if (!fresh) return found;
  const auto& parts = snapshot().parts();
  const bool prefix = term.starts_with(querying::kPrefixMark);
  const bool several = prefix || term.starts_with(querying::kSimilarMark);
  std::vector<std::string> words;
  if (several) words = prefix ? words_with(term.substr(1)) : words_like(term.substr(1));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto of = [&](const auto& what) {
      return postings_of(seat_.caches->postings, *parts[i].segment, seat_.databases[i], what);
    };
    found.parts.push_back(several ? of(words) : of(term));
    const Postings& postings = *found.parts.back();
    found.most = std::max(found.most, postings.most);
    found.frequency += parts[i].has_dead() ? postings.count_in(parts[i].living) : postings.count;
  }
  return found;
}

// The most frequent words that begin so, of equals the first by letter.
std::vector<std::string> Walk::words_with(std::string_view prefix) const {
  struct Candidate {
    std::uint32_t count = 0;
    std::size_t at = 0;
  };
  const auto& parts = snapshot().parts();
  std::map<std::string, std::uint64_t> counts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const indexing::WordList& list = parts[i].words();
    const auto [first, last] = list.range(prefix);
    std::vector<Candidate> candidates;
    candidates.reserve(last - first);
    for (std::size_t at = first; at < last; ++at) candidates.push_back({list.count(at), at});
    if (candidates.size() > kPrefixWords) {
      const auto nth = candidates.begin() + kPrefixWords;
      std::nth_element(candidates.begin(), nth, candidates.end(), [](const auto& a, const auto& b) {
        return a.count != b.count ? a.count > b.count : a.at < b.at;
      });
      candidates.erase(nth, candidates.end());
    }
    for (const Candidate& candidate : candidates)
      counts[list.word(candidate.at)] += candidate.count;
  }
  std::vector<std::pair<std::uint64_t, std::string>> ranked;
  for (const auto& [word, count] : counts) ranked.emplace_back(count, word);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (ranked.size() > kPrefixWords) ranked.resize(kPrefixWords);
  std::vector<std::string> words;
  for (auto& [count, word] : ranked) words.push_back(std::move(word));
  return words;
}

Matches Walk::match(const Node& node) {
  const auto& parts = snapshot().parts();
  Matches matches;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Bitmap& found = matches.emplace_back(parts[i].size());
    if (over()) continue;
    add(node, i, found);
    if (parts[i].has_dead()) found &= parts[i].living;
  }
  return matches;
}

Bitmap Walk::find(const Node& node, std::size_t part) {
  Bitmap found(snapshot().parts()[part].size());
  add(node, part, found);
  return found;
}

void Walk::add(const Node& node, std::size_t part, Bitmap& found) {
  switch (node.kind) {
    case Node::Kind::nothing:
      return;
    case Node::Kind::everything:
      found |= snapshot().parts()[part].living;
      return;
    case Node::Kind::term:
      look_up(node.term).parts[part]->add_to(found);
      return;
    case Node::Kind::unaccented:
      add_unaccented(node.term, part, found);
      return;
    case Node::Kind::phrase:
      add_phrase(node, part, found);
      return;
    case Node::Kind::dates:
      add_dates(node, part, found);
      return;
    case Node::Kind::any:
      for (const Node& child : node.children) add(child, part, found);
      return;
    case Node::Kind::all: {
      // A phrase is verified article by article: only in those that all else lets through.
      Bitmap all = snapshot().parts()[part].living;
      for (const bool phrases : {false, true}) {
        for (const Node& child : node.children) {
          if ((child.kind == Node::Kind::phrase) != phrases) continue;
          if (phrases) {
            verify(child, part, all);
          } else {
            all &= find(child, part);
          }
        }
      }
      found |= all;
      return;
    }
    case Node::Kind::quorum:
      add_quorum(node, part, found);
      return;
    case Node::Kind::values:
      add_values(node.term, part, found);
      return;
    case Node::Kind::numbers:
      add_numbers(node, part, found);
      return;
    case Node::Kind::weekday:
      add_weekday(node, part, found);
      return;
    case Node::Kind::verbatim:
      add_verbatim(node, part, found);
      return;
    case Node::Kind::word:
    case Node::Kind::prefix:
    case Node::Kind::similar:
    case Node::Kind::near:
    case Node::Kind::ordered:
    case Node::Kind::sentence:
    case Node::Kind::paragraph:
    case Node::Kind::frequent:
      add_places(node, part, found);
      return;
    case Node::Kind::except: {
      Bitmap rest = find(node.children.front(), part);
      for (std::size_t i = 1; i < node.children.size(); ++i) rest -= find(node.children[i], part);
      // What was to be excluded may not have been found.
      if (!cut_short_) found |= rest;
      return;
    }
  }
}

const LocalDays& Walk::days() {
  if (!days_) days_ = snapshot().days(zone_, seat_.databases);
  return *days_;
}

const LocalHours& Walk::hours() {
  if (!hours_) hours_ = snapshot().hours(zone_, seat_.databases);
  return *hours_;
}

// There the surface has more occurrences than all its accented forms together.
void Walk::add_unaccented(const std::string& folded, std::size_t part, Bitmap& found) {
  const auto surface = look_up(indexing::surface_term({}, folded)).parts[part];
  if (surface->count == 0) return;
  const Xapian::Database& database = seat_.databases[part];
  const std::string prefix = indexing::form_terms(folded);
  std::vector<std::shared_ptr<const Postings>> forms;
  const auto end = database.allterms_end(prefix);
  for (auto form = database.allterms_begin(prefix); form != end; ++form)
    forms.push_back(look_up(*form).parts[part]);
  std::vector<std::size_t> places(forms.size() + 1);
  Bitmap with_word(snapshot().parts()[part].size());
  surface->add_to(with_word);
  with_word.for_each([&](std::uint32_t document) {
    std::uint64_t accented = 0;
    for (std::size_t i = 0; i < forms.size(); ++i)
      accented += forms[i]->wdf(document, places[i + 1]);
    if (surface->wdf(document, places[0]) > accented) found.set(document);
  });
}

void Walk::add_phrase(const Node& node, std::size_t part, Bitmap& found) {
  Bitmap candidates = snapshot().parts()[part].living;
  verify(node, part, candidates);
  found |= candidates;
}

// Leaves those of `candidates` in which the phrase stands.
void Walk::verify(const Node& node, std::size_t part, Bitmap& candidates) {
  const indexing::Segment& segment = *snapshot().parts()[part].segment;
  for (const auto& word : node.words) {
    Bitmap with_word(segment.size());
    look_up(indexing::surface_term({}, word)).parts[part]->add_to(with_word);
    candidates &= with_word;
  }
  if (node.words.size() == 1 && !node.part) return;
  const Phrase phrase(node.words, node.part);
  std::vector<std::uint32_t> documents;
  candidates.for_each([&](std::uint32_t document) { documents.push_back(document); });
  candidates.clear();
  constexpr std::size_t kInterval = 128;
  constexpr std::size_t kAhead = 16;
  constexpr std::size_t kSoon = 6;
  // Where they lie close together, the system is asked for so many at once.
  constexpr std::size_t kTogether = 1024;
  constexpr std::size_t kDense = 4;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (i % kInterval == 0 && over()) return;
    if (i % kTogether == 0) {
      const std::uint32_t last = documents[std::min(i + kTogether, documents.size()) - 1];
      if (last - documents[i] < kTogether * kDense) segment.words().expect(documents[i], last);
    }
    if (i + kAhead < documents.size()) segment.words().prefetch(documents[i + kAhead]);
    if (i + kSoon < documents.size()) segment.words().prefetch_second_row(documents[i + kSoon]);
    const std::uint32_t document = documents[i];
    if (phrase.stands_in(segment.words().at(document), seat_.databases[part], document,
                         seat_.analyzer)) {
      candidates.set(document);
    }
  }
}

std::vector<std::string> Walk::all_words_with(std::string_view prefix, std::size_t part) {
  std::vector<std::string> words;
  for (auto reader = snapshot().parts()[part].words().from(prefix);
       reader.good() && reader.word().starts_with(prefix); reader.next()) {
    words.push_back(reader.word());
  }
  return words;
}

std::vector<std::string> Walk::words_of(std::string_view stem, std::size_t part) {
  const auto& segment = snapshot().parts()[part];
  return segment.stems->words_of(stem, segment.words(), seat_.analyzer);
}

std::vector<std::string> Walk::words_like(const std::string& word) {
  const auto [place, fresh] = similar_.try_emplace(word);
  if (!fresh) return place->second;
  constexpr std::size_t kLong = 8;
  const std::size_t edits = word.size() >= kLong ? 2 : 1;
  std::set<std::string> found = {word};
  for (std::size_t part = 0; part < snapshot().parts().size(); ++part) {
    for (auto& neighbour : neighbours(snapshot().parts()[part].words(), word, edits))
      found.insert(std::move(neighbour.word));
  }
  place->second.assign(found.begin(), found.end());
  return place->second;
}

// Articles in which something is at its places: of those that have all its words, one by one.
void Walk::add_places(const Node& node, std::size_t part, Bitmap& found) {
  PlaceFinder finder(*this, node, part);
  Bitmap candidates = finder.candidates();
  candidates &= snapshot().parts()[part].living;
  // Of words wherever they stand, nothing is left to verify.
  const bool anywhere =
      !node.part && (node.kind == Node::Kind::word || node.kind == Node::Kind::prefix ||
                     node.kind == Node::Kind::similar);
  if (anywhere) {
    found |= candidates;
    return;
  }
  constexpr std::size_t kInterval = 128;
  std::size_t seen = 0;
  candidates.for_each([&](std::uint32_t document) {
    if (seen++ % kInterval == 0 && over()) return;
    if (!cut_short_ && finder.stands_in(document)) found.set(document);
  });
}

void Walk::add_quorum(const Node& node, std::size_t part, Bitmap& found) {
  std::vector<std::uint16_t> counts(snapshot().parts()[part].size() + 1);
  for (const Node& child : node.children) {
    find(child, part).for_each([&](std::uint32_t document) {
      if (counts[document] < node.count && ++counts[document] == node.count) found.set(document);
    });
  }
}

// By the text itself, of articles that have the words whatever their form.
void Walk::add_verbatim(const Node& node, std::size_t part, Bitmap& found) {
  Bitmap candidates = snapshot().parts()[part].living;
  verify({.kind = Node::Kind::phrase, .words = node.words, .part = node.part}, part, candidates);
  const Verbatim verbatim(node.term);
  constexpr std::size_t kInterval = 32;
  std::size_t seen = 0;
  candidates.for_each([&](std::uint32_t document) {
    if (seen++ % kInterval == 0 && over()) return;
    if (cut_short_) return;
    const Article article = indexing::from_document(seat_.databases[part].get_document(document));
    if (verbatim.stands_in(article, node.part)) found.set(document);
  });
}

}  // namespace kiosque::searching
