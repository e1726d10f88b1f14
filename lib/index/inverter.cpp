#include "index/inverter.hpp"

#include <algorithm>

#include "index/word_order.hpp"

namespace kiosque::indexing {
namespace {

constexpr std::size_t kFirstTable = 1U << 12U;  // a power of two
constexpr std::uint32_t kFree = 0xFFFFFFFF;

// The first eight bytes as a number that sorts like them.
std::uint64_t beginning(std::string_view text) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i)
    number = number << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return number;
}

}  // namespace

Inverter::Inverter() : table_(kFirstTable, kFree) {}

std::uint32_t Inverter::number_of(std::string_view term) {
  const std::uint64_t hash = word_hash(term);
  std::size_t at = hash & (table_.size() - 1);
  for (; table_[at] != kFree; at = (at + 1) & (table_.size() - 1)) {
    const Term& known = terms_[table_[at]];
    if (known.hash == hash && text(known) == term) return table_[at];
  }
  const auto number = static_cast<std::uint32_t>(terms_.size());
  table_[at] = number;
  terms_.push_back({hash, spelled_.size(), static_cast<std::uint32_t>(term.size()), 0, 0});
  spelled_ += term;
  if (terms_.size() * 2 > table_.size()) grow();
  return number;
}

void Inverter::grow() {
  table_.assign(table_.size() * 2, kFree);
  for (std::uint32_t i = 0; i < terms_.size(); ++i) {
    std::size_t at = terms_[i].hash & (table_.size() - 1);
    while (table_[at] != kFree) at = (at + 1) & (table_.size() - 1);
    table_[at] = i;
  }
}

void Inverter::add(const IndexedArticle& article) {
  const std::size_t begin = entries_.size();
  for (const auto& term : article.terms) {
    const std::uint32_t number = number_of(article.text(term));
    Term& known = terms_[number];
    if (known.last > begin) {
      entries_[known.last - 1].wdf += term.wdf;
      continue;
    }
    entries_.push_back({number, term.wdf});
    known.last = static_cast<std::uint32_t>(entries_.size());
    ++known.count;
  }
  ends_.push_back(entries_.size());
  lengths_.push_back(article.length);
  const auto document = static_cast<std::uint32_t>(lengths_.size());
  for (const auto& [slot, value] : article.values) {
    if (values_.size() <= slot) values_.resize(slot + 1);
    values_[slot].emplace_back(document, value);
  }
  std::string_view small;
  const bool compressed =
      article.data.size() > glass::kLeastCompressed && compressor_.compress(article.data, small);
  data_ += compressed ? small : std::string_view(article.data);
  data_ends_.push_back({data_.size(), compressed});
}

std::vector<std::uint32_t> Inverter::sorted_terms() const {
  struct Sortable {
    std::uint64_t beginning = 0;
    std::uint32_t number = 0;
  };
  std::vector<Sortable> sortable;
  sortable.reserve(terms_.size());
  for (std::uint32_t i = 0; i < terms_.size(); ++i)
    sortable.push_back({beginning(text(terms_[i])), i});
  std::sort(sortable.begin(), sortable.end(), [this](const Sortable& a, const Sortable& b) {
    return a.beginning != b.beginning ? a.beginning < b.beginning
                                      : text(terms_[a.number]) < text(terms_[b.number]);
  });
  std::vector<std::uint32_t> sorted;
  sorted.reserve(sortable.size());
  for (const Sortable& one : sortable) sorted.push_back(one.number);
  return sorted;
}

void Inverter::write(glass::DatabaseWriter& writer, const Visit& visit_term) {
  std::vector<unsigned> slots;
  for (unsigned slot = 0; slot < values_.size(); ++slot) slots.push_back(slot);
  writer.add_values(slots, [this](unsigned slot, const auto& visit) {
    for (const auto& [document, value] : values_[slot]) visit(document, value);
  });
  writer.add_lengths(lengths_);

  // Entries by term: where each term's begin, then each in its place.
  std::vector<std::uint64_t> begins(terms_.size() + 1);
  for (std::size_t i = 0; i < terms_.size(); ++i) begins[i + 1] = begins[i] + terms_[i].count;
  std::vector<glass::Posting> by_term(entries_.size());
  std::vector<std::uint64_t> next(begins.begin(), begins.end() - 1);
  std::uint64_t at = 0;
  for (std::uint32_t document = 1; document <= ends_.size(); ++document) {
    for (; at < ends_[document - 1]; ++at)
      by_term[next[entries_[at].term]++] = {document, entries_[at].wdf};
  }
  entries_ = {};
  for (const std::uint32_t term : sorted_terms()) {
    writer.add_postings(text(terms_[term]),
                        std::span(by_term).subspan(begins[term], terms_[term].count));
    if (visit_term) visit_term(text(terms_[term]), terms_[term].count);
  }

  std::uint64_t begin = 0;
  for (std::uint32_t document = 1; document <= data_ends_.size(); ++document) {
    const Data& data = data_ends_[document - 1];
    const auto bytes = std::string_view(data_).substr(begin, data.end - begin);
    if (data.compressed) {
      writer.add_compressed_data(document, bytes);
    } else {
      writer.add_data(document, bytes);
    }
    begin = data.end;
  }
  writer.finish();
}

}  // namespace kiosque::indexing
