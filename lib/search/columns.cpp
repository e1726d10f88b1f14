#include "search/columns.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <unordered_map>

#include "index/document.hpp"
#include "index/fields.hpp"
#include "support/zone.hpp"

namespace kiosque::searching {
namespace {

bool holds_lists(unsigned slot) {
  for (const indexing::Field& field : indexing::fields()) {
    if (field.slot == slot) return field.many;
  }
  return false;
}

// Calls `visit` with each document that has a value in the slot.
template <typename Visit>
void for_each_value(const Xapian::Database& database, unsigned slot, std::size_t size,
                    Visit&& visit) {
  const auto end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    if (value.get_docid() > size) break;
    visit(value.get_docid(), *value);
  }
}

KeyColumn read_keys(const Xapian::Database& database, unsigned slot, std::size_t size) {
  KeyColumn column;
  column.many = holds_lists(slot);
  std::unordered_map<std::string, std::uint32_t> ordinals;
  const auto ordinal_of = [&](std::string_view spelling) {
    const auto [found, fresh] = ordinals.try_emplace(
        std::string(spelling), static_cast<std::uint32_t>(column.spellings.size()));
    if (fresh) column.spellings.emplace_back(spelling);
    return found->second;
  };
  if (!column.many) {
    column.one.assign(size + 1, KeyColumn::kNone);
    for_each_value(database, slot, size, [&](std::size_t document, const std::string& value) {
      column.one[document] = ordinal_of(value);
    });
    return column;
  }
  column.begins.assign(size + 2, 0);
  std::size_t next = 0;  // documents below have their `begins`
  const auto begin_up_to = [&](std::size_t document) {
    for (; next <= document; ++next)
      column.begins[next] = static_cast<std::uint32_t>(column.keys.size());
  };
  for_each_value(database, slot, size, [&](std::size_t document, const std::string& value) {
    begin_up_to(document);
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(indexing::kListSeparator), rest.size());
      column.keys.push_back(ordinal_of(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  });
  begin_up_to(size + 1);
  column.keys.shrink_to_fit();
  return column;
}

DayColumn read_days(const Xapian::Database& database, std::size_t size) {
  DayColumn column;
  column.ordinals.assign(size + 1, DayColumn::kNone);
  std::map<std::chrono::sys_days, std::uint32_t> places;
  std::unordered_map<std::string, std::uint32_t> known;  // in the order of appearance
  std::vector<std::chrono::sys_days> days;
  for_each_value(database, indexing::kDaySlot, size,
                 [&](std::size_t document, const std::string& value) {
                   const auto found = known.find(value);
                   if (found != known.end()) {
                     column.ordinals[document] = found->second;
                     return;
                   }
                   const auto day = support::parse_compact_day(value);
                   if (!day) return;
                   const auto number = static_cast<std::uint32_t>(days.size());
                   known.emplace(value, number);
                   days.push_back(*day);
                   places.emplace(*day, number);
                   column.ordinals[document] = number;
                 });
  std::vector<std::uint32_t> sorted(days.size());
  for (const auto& [day, number] : places) {
    sorted[number] = static_cast<std::uint32_t>(column.periods.size());
    column.periods.push_back(day);
  }
  for (auto& ordinal : column.ordinals) {
    if (ordinal != DayColumn::kNone) ordinal = sorted[ordinal];
  }
  return column;
}

InstantColumn read_instants(const Xapian::Database& database, std::size_t size) {
  InstantColumn column(size + 1, -std::numeric_limits<double>::infinity());
  for_each_value(database, indexing::kInstantSlot, size,
                 [&](std::size_t document, const std::string& value) {
                   column[document] = Xapian::sortable_unserialise(value);
                 });
  return column;
}

// The slots hold a bare day as its midnight at home: only where an instant is one does the card
// have to tell.
Bitmap read_bare_days(const Xapian::Database& database, const indexing::WordOrderFile& words,
                      const InstantColumn& instants, const DayColumn& days) {
  constexpr std::string_view kBare = "2022-04-24";
  constexpr std::string_view kLine = "\npublished=";  // of a card, which begins with the id
  Bitmap bare(words.size());
  std::vector<double> midnights;
  for (const auto day : days.periods)
    midnights.push_back(static_cast<double>(support::home_zone().to_epoch(day, {})));
  for (std::size_t document = 1; document < days.ordinals.size(); ++document) {
    const std::uint32_t day = days.ordinals[document];
    if (day == DayColumn::kNone || instants[document] != midnights[day]) continue;
    const indexing::WordOrder order = words.at(document);
    const std::string_view card = order.card();
    const std::size_t line = card.find(kLine);
    std::size_t size = 0;
    if (line != std::string_view::npos) {
      size = std::min(card.find('\n', line + 1), card.size()) - line - kLine.size();
    } else {
      const auto number = static_cast<Xapian::docid>(document);
      size = indexing::from_document(database.get_document(number, Xapian::DOC_ASSUME_VALID))
                 .published.size();
    }
    if (size == kBare.size()) bare.set(document);
  }
  return bare;
}

}  // namespace

Tally KeyColumn::tally(const Bitmap& documents) const {
  Tally tally;
  tally.counts.resize(spellings.size());
  if (many) {
    documents.for_each([&](std::uint32_t document) {
      const std::uint32_t begin = begins[document];
      const std::uint32_t end = begins[document + 1];
      if (begin == end) ++tally.missing;
      for (std::uint32_t at = begin; at < end; ++at) ++tally.counts[keys[at]];
    });
  } else {
    documents.for_each([&](std::uint32_t document) {
      const std::uint32_t key = one[document];
      ++(key == kNone ? tally.missing : tally.counts[key]);
    });
  }
  return tally;
}

std::size_t KeyColumn::bytes() const {
  std::size_t bytes = (one.capacity() + begins.capacity() + keys.capacity()) * 4;
  for (const auto& spelling : spellings) {
    bytes += sizeof spelling + (spelling.capacity() > 15 ? spelling.capacity() + 1 : 0);
  }
  return bytes;
}

const KeyColumn& Columns::keys(unsigned slot, const Xapian::Database& database) {
  const std::scoped_lock lock(mutex_);
  auto& column = keys_[slot];
  if (!column) column = std::make_unique<const KeyColumn>(read_keys(database, slot, size_));
  return *column;
}

const DayColumn& Columns::days(const Xapian::Database& database) {
  const std::scoped_lock lock(mutex_);
  if (!days_) days_ = std::make_unique<const DayColumn>(read_days(database, size_));
  return *days_;
}

const InstantColumn& Columns::instants(const Xapian::Database& database) {
  const std::scoped_lock lock(mutex_);
  if (!instants_) instants_ = std::make_unique<const InstantColumn>(read_instants(database, size_));
  return *instants_;
}

const Bitmap& Columns::bare_days(const indexing::WordOrderFile& words,
                                 const Xapian::Database& database) {
  const InstantColumn& instants_read = instants(database);
  const DayColumn& days_read = days(database);
  const std::scoped_lock lock(mutex_);
  if (!bare_days_) {
    bare_days_ =
        std::make_unique<const Bitmap>(read_bare_days(database, words, instants_read, days_read));
  }
  return *bare_days_;
}

std::size_t Columns::bytes() const {
  const std::scoped_lock lock(mutex_);
  std::size_t bytes = 0;
  for (const auto& column : keys_) bytes += column ? column->bytes() : 0;
  bytes += days_ ? days_->bytes() : 0;
  bytes += instants_ ? instants_->capacity() * sizeof(double) : 0;
  bytes += bare_days_ ? bare_days_->bytes() : 0;
  return bytes;
}

}  // namespace kiosque::searching
