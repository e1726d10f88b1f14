#include "index/word_tally.hpp"

#include "index/fields.hpp"

namespace kiosque::indexing {
namespace {

constexpr std::size_t kFirstTable = 1024;  // a power of two
constexpr std::uint32_t kFree = 0xFFFFFFFF;

}  // namespace

WordTally::WordTally(analysis::Analyzer& analyzer, bool stems)
    : analyzer_(analyzer), stems_(stems), table_(kFirstTable, kFree) {
  order_.begin();
}

void WordTally::add(std::string_view text, Own own, unsigned opening_weight, unsigned opening_words,
                    unsigned weight) {
  analyzer_.analyze(text, words_);
  std::string_view last_stem;
  SentenceBorders sentences(text);
  for (const auto& word : words_.list()) {
    const unsigned wdf = word.position <= opening_words ? opening_weight : weight;
    const std::string_view surface = words_.surface(word);
    const std::string_view stem = words_.stem(word);
    // The alternative of an inclusive form counts once where both have one stem.
    const unsigned new_stem = !word.alternative || stem != last_stem ? 1 : 0;
    last_stem = stem;
    const std::uint64_t hash = word_hash(surface);
    if (const auto paragraph = word.alternative ? std::nullopt : sentences.at(word.begin))
      order_.begin_sentence(*paragraph);
    if (word.alternative) {
      order_.add_alternative(hash);
    } else {
      order_.add(hash);
    }
    Entry& entry = find(hash, surface, stem, words_.exact(word));
    entry.all += wdf;
    entry.stem_all += wdf * new_stem;
    if (own == Own::title) {
      ++entry.title;
      entry.stem_title += new_stem;
    } else if (own == Own::lead) {
      ++entry.lead;
      entry.stem_lead += new_stem;
    }
  }
  order_.end_part();
}

void WordTally::finish(IndexedArticle& indexed) {
  const std::string_view title = find_field("title")->prefix;
  const std::string_view lead = find_field("lead")->prefix;
  const auto add = [&](std::uint32_t wdf, auto term_of, auto... of) {
    if (wdf == 0) return;
    indexed.add_term(term_of(of...), wdf);
    indexed.length += wdf;
  };
  for (const Entry& entry : entries_) {
    const std::string_view surface(spelled_.data() + entry.surface, entry.surface_size);
    const std::string_view stem(spelled_.data() + entry.stem, entry.stem_size);
    const std::string_view exact(spelled_.data() + entry.exact, entry.exact_size);
    add(entry.all, surface_term, std::string_view(), surface);
    if (!exact.empty()) add(entry.all, form_term, surface, exact);
    if (stems_) {
      add(entry.stem_all, stem_term, std::string_view(), stem);
      add(entry.stem_title, stem_term, title, stem);
      add(entry.stem_lead, stem_term, lead, stem);
    } else {
      add(entry.title, surface_term, title, surface);
      add(entry.lead, surface_term, lead, surface);
    }
  }
  indexed.signature =
      signature_of(order_.words(TextPart::title), order_.words_behind(TextPart::title));
  order_.finish(indexed.order);
}

WordTally::Entry& WordTally::find(std::uint64_t hash, std::string_view surface,
                                  std::string_view stem, std::string_view exact) {
  if (!exact.empty()) hash ^= word_hash(exact) | 1U;
  std::size_t at = hash & (table_.size() - 1);
  for (; table_[at] != kFree; at = (at + 1) & (table_.size() - 1)) {
    Entry& entry = entries_[table_[at]];
    if (entry.hash == hash && is(entry.surface, entry.surface_size, surface) &&
        is(entry.exact, entry.exact_size, exact)) {
      return entry;
    }
  }
  table_[at] = static_cast<std::uint32_t>(entries_.size());
  Entry& entry = entries_.emplace_back();
  entry.hash = hash;
  entry.surface = spell(surface);
  entry.surface_size = static_cast<std::uint16_t>(surface.size());
  entry.stem = spell(stem);
  entry.stem_size = static_cast<std::uint16_t>(stem.size());
  entry.exact = spell(exact);
  entry.exact_size = static_cast<std::uint16_t>(exact.size());
  if (entries_.size() * 2 > table_.size()) grow();
  return entries_.back();
}

bool WordTally::is(std::uint32_t at, std::size_t size, std::string_view text) const {
  return std::string_view(spelled_.data() + at, size) == text;
}

std::uint32_t WordTally::spell(std::string_view text) {
  const auto at = static_cast<std::uint32_t>(spelled_.size());
  spelled_ += text;
  return at;
}

void WordTally::grow() {
  table_.assign(table_.size() * 4, kFree);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].hash & (table_.size() - 1);
    while (table_[at] != kFree) at = (at + 1) & (table_.size() - 1);
    table_[at] = i;
  }
}

}  // namespace kiosque::indexing
