#include "index/document.hpp"

#include <algorithm>
#include <array>

#include "corpus/identity.hpp"
#include "index/fields.hpp"
#include "index/word_order.hpp"
#include "support/text.hpp"
#include "support/zone.hpp"

namespace kiosque::indexing {
namespace {

// The members that are one text each, by the names they are stored under.
struct Member {
  std::string_view name;
  std::string Article::*text;
};
constexpr std::array kMembers = {
    Member{"id", &Article::id},
    Member{"title", &Article::title},
    Member{"lead", &Article::lead},
    Member{"published", &Article::published},
    Member{"modified", &Article::modified},
    Member{"section", &Article::section},
    Member{"source", &Article::source},
    Member{"url", &Article::url},
    Member{"language", &Article::language},
    Member{"body", &Article::body},
};

struct ListMember {
  std::string_view name;
  std::vector<std::string> Article::*list;
};
constexpr std::array kListMembers = {
    ListMember{"tag", &Article::tags},
    ListMember{"author", &Article::authors},
};

void append_line(std::string& data, std::string_view name, std::string_view value) {
  data += name;
  data += '=';
  data += value;
  data += '\n';
}

// Counts the words of an article and makes terms of each different one only once: most words of a
// text come again.
class WordTally {
 public:
  WordTally(analysis::Analyzer& analyzer, bool stems) : analyzer_(analyzer), stems_(stems) {
    table_.resize(kFirstTable, kFree);
    order_.begin();
  }

  // Which of a text's own counts a word adds to, beside the count over all texts.
  enum class Own { none, title, lead };

  void add(std::string_view text, Own own, unsigned opening_weight, unsigned opening_words,
           unsigned weight) {
    analyzer_.analyze(text, words_);
    std::string_view last_stem;
    for (const auto& word : words_.list()) {
      const unsigned wdf = word.position <= opening_words ? opening_weight : weight;
      const std::string_view surface = words_.surface(word);
      const std::string_view stem = words_.stem(word);
      // The alternative of an inclusive form counts once where both have one stem.
      const unsigned new_stem = !word.alternative || stem != last_stem ? 1 : 0;
      last_stem = stem;
      const std::uint64_t hash = word_hash(surface);
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

  // Adds the terms, some of them several times, and the order of the words.
  void finish(IndexedArticle& indexed) {
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
    order_.finish(indexed.order);
  }

 private:
  static constexpr std::size_t kFirstTable = 1024;  // a power of two
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t surface = 0;  // offsets into `spelled_`
    std::uint32_t stem = 0;
    std::uint32_t exact = 0;
    std::uint16_t surface_size = 0;
    std::uint16_t stem_size = 0;
    std::uint16_t exact_size = 0;
    std::uint32_t all = 0;  // wdf
    std::uint32_t title = 0;
    std::uint32_t lead = 0;
    std::uint32_t stem_all = 0;
    std::uint32_t stem_title = 0;
    std::uint32_t stem_lead = 0;
  };

  Entry& find(std::uint64_t hash, std::string_view surface, std::string_view stem,
              std::string_view exact) {
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

  [[nodiscard]] bool is(std::uint32_t at, std::size_t size, std::string_view text) const {
    return std::string_view(spelled_.data() + at, size) == text;
  }

  std::uint32_t spell(std::string_view text) {
    const auto at = static_cast<std::uint32_t>(spelled_.size());
    spelled_ += text;
    return at;
  }

  void grow() {
    table_.assign(table_.size() * 4, kFree);
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      std::size_t at = entries_[i].hash & (table_.size() - 1);
      while (table_[at] != kFree) at = (at + 1) & (table_.size() - 1);
      table_[at] = i;
    }
  }

  analysis::Analyzer& analyzer_;
  bool stems_;
  analysis::Words words_;
  WordOrderRecorder order_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> table_;  // open addressing: the number of an entry
  std::string spelled_;
};

void add_exact(IndexedArticle& indexed, std::string_view name, std::string_view value) {
  if (!value.empty()) indexed.add_term(exact_term(*find_field(name), value), 0);
}

void add_dates(IndexedArticle& indexed, const Article& article) {
  const auto& zone = support::home_zone();
  if (const auto moment = support::parse_moment(article.published, zone)) {
    std::string day = support::to_iso(moment->day);
    std::erase(day, '-');
    indexed.add_value(kDaySlot, day);
    const auto epoch = static_cast<double>(moment->epoch);
    indexed.add_value(kInstantSlot, Xapian::sortable_serialise(epoch));
    indexed.add_value(kReverseSlot, Xapian::sortable_serialise(-epoch));
    for (const auto& term : day_terms(day)) indexed.add_term(term, 0);
  }
  if (const auto moment = support::parse_moment(article.modified, zone)) {
    indexed.add_value(kModifiedSlot,
                      Xapian::sortable_serialise(static_cast<double>(moment->epoch)));
  }
}

// With or without lead and body.
std::string encode(const Article& article, bool texts) {
  std::string data;
  data.reserve(texts ? article.body.size() + article.lead.size() + 512 : 512);
  for (const auto& [name, text] : kMembers) {
    std::string_view rest = article.*text;
    if (rest.empty()) continue;
    if (!texts && (text == &Article::lead || text == &Article::body)) continue;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      append_line(data, name, rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
    append_line(data, name, rest);
  }
  for (const auto& [name, list] : kListMembers) {
    for (const auto& value : article.*list) append_line(data, name, value);
  }
  return data;
}

}  // namespace

void IndexedArticle::add_term(std::string_view term, std::uint32_t wdf) {
  terms.push_back(
      {static_cast<std::uint32_t>(spelled_.size()), static_cast<std::uint32_t>(term.size()), wdf});
  spelled_ += term;
}

void IndexedArticle::add_value(unsigned slot, std::string value) {
  if (!value.empty()) values.emplace_back(slot, std::move(value));
}

bool is_french(const Article& article) {
  return article.language.empty() || support::lower_ascii(article.language).starts_with("fr");
}

std::string encode_list(const std::vector<std::string>& values) {
  std::string encoded;
  for (const auto& value : values) {
    if (!encoded.empty()) encoded += kListSeparator;
    encoded += value;
  }
  return encoded;
}

std::string encode_article(const Article& article) {
  return encode(article, true);
}

std::string encode_card(const Article& article) {
  return encode(article, false);
}

Article decode_article(std::string_view data) {
  Article article;
  std::array<bool, kMembers.size()> seen{};
  while (!data.empty()) {
    const std::size_t end = std::min(data.find('\n'), data.size());
    const std::string_view line = data.substr(0, end);
    data.remove_prefix(std::min(end + 1, data.size()));
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, equals);
    const std::string_view value = line.substr(equals + 1);
    for (std::size_t i = 0; i < kMembers.size(); ++i) {
      if (kMembers[i].name != name) continue;
      std::string& text = article.*kMembers[i].text;
      if (seen[i]) text += '\n';
      seen[i] = true;
      text += value;
    }
    for (const auto& member : kListMembers) {
      if (member.name == name) (article.*member.list).emplace_back(value);
    }
  }
  return article;
}

IndexedArticle index_article(const Article& article, analysis::Analyzer& analyzer) {
  constexpr TextWeights kWeights;
  using Own = WordTally::Own;
  IndexedArticle indexed;
  indexed.data = encode_article(article);
  indexed.card = encode_card(article);

  WordTally tally(analyzer, is_french(article));
  tally.add(article.title, Own::title, kWeights.title, 0, kWeights.title);
  tally.add(article.lead, Own::lead, kWeights.lead, 0, kWeights.lead);
  tally.add(article.body, Own::none, kWeights.opening, kWeights.opening_words, kWeights.body);
  tally.finish(indexed);

  add_exact(indexed, "id", article.id);
  add_exact(indexed, "url", article.url);
  add_exact(indexed, "host", corpus::host_of(article.url));
  add_exact(indexed, "section", article.section);
  add_exact(indexed, "source", article.source);
  add_exact(indexed, "language", article.language);
  for (const auto& tag : article.tags) add_exact(indexed, "tag", tag);
  for (const auto& author : article.authors) add_exact(indexed, "author", author);
  add_dates(indexed, article);
  indexed.add_value(kSectionSlot, article.section);
  indexed.add_value(kTagSlot, encode_list(article.tags));
  indexed.add_value(kAuthorSlot, encode_list(article.authors));
  indexed.add_value(kSourceSlot, article.source);
  indexed.add_value(kLanguageSlot, article.language);
  indexed.add_value(kIdSlot, article.id);
  return indexed;
}

Article from_document(const Xapian::Document& document) {
  Article article = decode_article(document.get_data());
  // An archive without its file of data opens all the same, with every article empty.
  if (article.id.empty()) throw Xapian::DatabaseCorruptError("the text of an article is missing");
  return article;
}

}  // namespace kiosque::indexing
