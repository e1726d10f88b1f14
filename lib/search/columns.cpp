#include "search/columns.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "analysis/characters.hpp"
#include "index/document.hpp"
#include "index/levels.hpp"
#include "index/own_values.hpp"
#include "support/zone.hpp"

namespace kiosque::searching {
namespace {

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

// Of documents with several values, each once: two may lie in one.
class Once {
 public:
  explicit Once(const std::vector<std::string>& spellings) : spellings_(spellings) {}

  // What comes again from `begin` on goes.
  void keep_first(std::vector<std::uint32_t>& keys, std::size_t begin) {
    if (keys.size() - begin < 2) return;
    std::unordered_set<std::string_view> seen;
    const auto end =
        std::remove_if(keys.begin() + static_cast<std::ptrdiff_t>(begin), keys.end(),
                       [&](std::uint32_t key) { return !seen.insert(of(key)).second; });
    keys.erase(end, keys.end());
  }

 private:
  const std::string& of(std::uint32_t key) {
    const auto [found, fresh] = folded_.try_emplace(key);
    if (fresh) found->second = analysis::fold_value(spellings_[key]);
    return found->second;
  }

  const std::vector<std::string>& spellings_;
  std::unordered_map<std::uint32_t, std::string> folded_;
};

// A document's values, then what each lies in.
KeyColumn read_keys(const Xapian::Database& database, unsigned slot, std::size_t size) {
  KeyColumn column;
  std::unordered_map<std::string, std::uint32_t> ordinals;
  const auto ordinal_of = [&](std::string_view spelling) {
    const auto [found, fresh] = ordinals.try_emplace(
        std::string(spelling), static_cast<std::uint32_t>(column.spellings.size()));
    if (fresh) column.spellings.emplace_back(spelling);
    return found->second;
  };
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> above;  // of values that have it
  std::vector<bool> looked_at;
  Once once(column.spellings);
  column.begins.assign(size + 2, 0);
  std::size_t next = 0;  // documents below have their `begins`
  std::size_t filled = 0;
  const auto begin_up_to = [&](std::size_t document) {
    for (; next <= document; ++next)
      column.begins[next] = static_cast<std::uint32_t>(column.keys.size());
  };
  for_each_value(database, slot, size, [&](std::size_t document, const std::string& value) {
    begin_up_to(document);
    const std::size_t begin = column.keys.size();
    bool levels = false;
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(indexing::kListSeparator), rest.size());
      const std::string_view spelling = rest.substr(0, end);
      const std::uint32_t key = ordinal_of(spelling);
      column.keys.push_back(key);
      if (looked_at.size() <= key) looked_at.resize(key + 1);
      if (!looked_at[key]) {
        looked_at[key] = true;
        for (const auto level : indexing::levels_above(spelling))
          above[key].push_back(ordinal_of(level));
      }
      if (const auto found = above.find(key); found != above.end()) {
        levels = true;
        column.keys.insert(column.keys.end(), found->second.begin(), found->second.end());
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (levels) once.keep_first(column.keys, begin);
    ++filled;
  });
  begin_up_to(size + 1);
  column.many = column.keys.size() != filled;
  if (!column.many) {
    std::vector<std::uint32_t> one(size + 1, KeyColumn::kNone);
    for (std::size_t document = 1; document <= size; ++document) {
      if (column.begins[document] != column.begins[document + 1])
        one[document] = column.keys[column.begins[document]];
    }
    column.one = Ordinals(std::move(one));
    column.begins = {};
    column.keys = {};
  }
  column.keys.shrink_to_fit();
  return column;
}

DayColumn read_days(const Xapian::Database& database, unsigned slot, std::size_t size) {
  DayColumn column;
  std::vector<std::uint32_t> ordinals(size + 1, DayColumn::kNone);
  std::map<std::chrono::sys_days, std::uint32_t> places;
  std::unordered_map<std::string, std::uint32_t> known;  // in the order of appearance
  std::vector<std::chrono::sys_days> days;
  for_each_value(database, slot, size, [&](std::size_t document, const std::string& stored) {
    const std::string value(indexing::own_day(stored));
    const auto found = known.find(value);
    if (found != known.end()) {
      ordinals[document] = found->second;
      return;
    }
    const auto day = support::parse_compact_day(value);
    if (!day) return;
    const auto number = static_cast<std::uint32_t>(days.size());
    known.emplace(value, number);
    days.push_back(*day);
    places.emplace(*day, number);
    ordinals[document] = number;
  });
  std::vector<std::uint32_t> sorted(days.size());
  for (const auto& [day, number] : places) {
    sorted[number] = static_cast<std::uint32_t>(column.periods.size());
    column.periods.push_back(day);
  }
  for (auto& ordinal : ordinals) {
    if (ordinal != DayColumn::kNone) ordinal = sorted[ordinal];
  }
  column.ordinals = Ordinals(std::move(ordinals));
  return column;
}

InstantColumn read_instants(const Xapian::Database& database, unsigned slot, std::size_t size) {
  InstantColumn column(size + 1, kNoInstant);
  const bool own = slot >= indexing::kFirstOwnSlot;
  for_each_value(database, slot, size, [&](std::size_t document, const std::string& value) {
    column[document] =
        Xapian::sortable_unserialise(own ? std::string(indexing::own_instant(value)) : value);
  });
  return column;
}

NumberColumn read_numbers(const Xapian::Database& database, unsigned slot, std::size_t size) {
  NumberColumn column;
  auto& values = column.periods;
  std::vector<std::pair<std::uint32_t, double>> numbers;
  for_each_value(database, slot, size, [&](std::size_t document, const std::string& value) {
    numbers.emplace_back(static_cast<std::uint32_t>(document), Xapian::sortable_unserialise(value));
    values.push_back(numbers.back().second);
  });
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  values.shrink_to_fit();
  std::vector<std::uint32_t> ordinals(size + 1, Ordinals::kNone);
  for (const auto& [document, number] : numbers) {
    const auto place = std::lower_bound(values.begin(), values.end(), number);
    ordinals[document] = static_cast<std::uint32_t>(place - values.begin());
  }
  column.ordinals = Ordinals(std::move(ordinals));
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

template <typename Column, typename Read>
const Column& in_slot(std::map<unsigned, std::unique_ptr<const Column>>& columns, unsigned slot,
                      Read&& read) {
  auto& column = columns[slot];
  if (!column) column = std::make_unique<const Column>(read());
  return *column;
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
    one.for_each(documents, [&](std::uint32_t, std::uint32_t key) {
      ++(key == kNone ? tally.missing : tally.counts[key]);
    });
  }
  return tally;
}

std::size_t KeyColumn::bytes() const {
  std::size_t bytes = one.bytes() + (begins.capacity() + keys.capacity()) * 4;
  for (const auto& spelling : spellings) {
    bytes += sizeof spelling + (spelling.capacity() > 15 ? spelling.capacity() + 1 : 0);
  }
  return bytes;
}

const KeyColumn& Columns::keys(unsigned slot, const Xapian::Database& database) {
  const std::scoped_lock lock(mutex_);
  return in_slot(keys_, slot, [&] { return read_keys(database, slot, size_); });
}

const DayColumn& Columns::days(const Xapian::Database& database, unsigned slot) {
  const std::scoped_lock lock(mutex_);
  return in_slot(days_, slot, [&] { return read_days(database, slot, size_); });
}

const InstantColumn& Columns::instants(const Xapian::Database& database, unsigned slot) {
  const std::scoped_lock lock(mutex_);
  return in_slot(instants_, slot, [&] { return read_instants(database, slot, size_); });
}

const NumberColumn& Columns::numbers(unsigned slot, const Xapian::Database& database) {
  const std::scoped_lock lock(mutex_);
  return in_slot(numbers_, slot, [&] { return read_numbers(database, slot, size_); });
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
  for (const auto& [slot, column] : keys_) bytes += column->bytes();
  for (const auto& [slot, column] : days_) bytes += column->bytes();
  for (const auto& [slot, column] : instants_) bytes += column->capacity() * sizeof(double);
  for (const auto& [slot, column] : numbers_) bytes += column->bytes();
  bytes += bare_days_ ? bare_days_->bytes() : 0;
  return bytes;
}

}  // namespace kiosque::searching
