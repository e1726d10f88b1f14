#include "search/snapshot.hpp"

#include <algorithm>
#include <unordered_map>

#include "analysis/characters.hpp"
#include "index/document.hpp"
#include "index/fields.hpp"
#include "support/zone.hpp"

namespace kiosque::searching {
namespace {

// A segment's spellings that living articles have, in the order in which they first have them.
std::vector<std::uint32_t> living_order(const KeyColumn& column, const Snapshot::Part& part) {
  std::vector<std::uint32_t> order;
  if (!part.has_dead()) {
    for (std::uint32_t i = 0; i < column.spellings.size(); ++i) order.push_back(i);
    return order;
  }
  std::vector<bool> seen(column.spellings.size());
  const auto see = [&](std::uint32_t spelling) {
    if (seen[spelling]) return;
    seen[spelling] = true;
    order.push_back(spelling);
  };
  part.living.for_each([&](std::uint32_t document) { column.for_each_key(document, see); });
  return order;
}

// Makes what is not there. With too many zones, all but the home zone's are dropped.
template <typename Times, typename Make>
std::shared_ptr<const Times> kept(std::map<std::string, std::shared_ptr<const Times>>& all,
                                  const std::string& zone, Make&& make) {
  constexpr std::size_t kMostZones = 4;
  const auto found = all.find(zone);
  if (found != all.end()) return found->second;
  auto made = std::make_shared<const Times>(make());
  if (all.size() >= kMostZones)
    std::erase_if(all, [](const auto& one) { return one.first != support::kHomeZone; });
  all.emplace(zone, made);
  return made;
}

}  // namespace

Snapshot::Snapshot(std::shared_ptr<const indexing::Commit> commit, const Snapshot* before)
    : commit_(std::move(commit)), fields_(commit_->manifest.fields) {
  std::uint64_t total_length = 0;
  for (const auto& segment : commit_->segments) {
    Part part;
    part.segment = segment;
    if (before != nullptr) {
      for (const Part& known : before->parts_)
        if (known.segment == segment) {
          part.columns = known.columns;
          part.stems = known.stems;
          part.whole_length = known.whole_length;
        }
    }
    if (!part.columns) {
      part.columns = std::make_shared<Columns>(segment->size());
      for (std::size_t i = 1; i <= segment->size(); ++i)
        part.whole_length += segment->words().length(i);
    }
    if (!part.stems) part.stems = std::make_shared<StemIndex>();
    part.living = Bitmap(segment->size());
    part.living.fill(segment->size());
    part.living_count = segment->size();
    part.total_length = part.whole_length;
    for (const auto document : commit_->manifest.dead.of(segment->number())) {
      if (document == 0 || document > segment->size() || !part.living.test(document)) continue;
      part.living.reset(document);
      --part.living_count;
      part.total_length -= segment->words().length(document);
    }
    articles_ += part.living_count;
    total_length += part.total_length;
    parts_.push_back(std::move(part));
  }
  if (articles_ > 0)
    average_length_ = static_cast<double>(total_length) / static_cast<double>(articles_);
}

std::uint64_t Snapshot::count_of(std::string_view word) const {
  std::uint64_t count = 0;
  for (const Part& part : parts_) {
    if (const auto place = part.words().find(word)) count += part.words().count(*place);
  }
  return count;
}

std::shared_ptr<const LocalDays> Snapshot::days(
    const std::string& zone, const std::vector<Xapian::Database>& databases) const {
  const std::scoped_lock lock(mutex_);
  return kept(days_, zone, [&] { return make_days(*this, zone, databases); });
}

std::shared_ptr<const LocalHours> Snapshot::hours(
    const std::string& zone, const std::vector<Xapian::Database>& databases) const {
  const std::scoped_lock lock(mutex_);
  return kept(hours_, zone, [&] { return make_hours(*this, zone, databases); });
}

const FieldValues& Snapshot::values(unsigned slot,
                                    const std::vector<Xapian::Database>& databases) const {
  const std::scoped_lock lock(mutex_);
  auto& values = values_[slot];
  if (values) return *values;
  auto made = std::make_unique<FieldValues>();
  std::unordered_map<std::string, std::uint32_t> by_spelling;
  std::unordered_map<std::string, std::uint32_t> by_value;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const KeyColumn& column = parts_[i].columns->keys(slot, databases[i]);
    made->living.push_back(column.tally(parts_[i].living));
    auto& numbers = made->of_part.emplace_back(column.spellings.size(), KeyColumn::kNone);
    for (const std::uint32_t own : living_order(column, parts_[i])) {
      const std::string& spelling = column.spellings[own];
      const auto [found, fresh] =
          by_spelling.try_emplace(spelling, static_cast<std::uint32_t>(made->spellings.size()));
      numbers[own] = found->second;
      if (!fresh) continue;
      made->spellings.push_back(spelling);
      std::string folded = analysis::fold_value(spelling);
      const auto [value, new_value] =
          by_value.try_emplace(folded, static_cast<std::uint32_t>(made->folded.size()));
      if (new_value) made->folded.push_back(std::move(folded));
      made->value_of.push_back(value->second);
    }
  }
  values = std::move(made);
  return *values;
}

std::string Snapshot::id_of(const DocumentPlace& place) const {
  const auto& words = parts_[place.part].segment->words();
  return indexing::id_in(words.at(place.document).card());
}

const Families& Snapshot::families(const std::vector<Xapian::Database>& databases) const {
  const std::scoped_lock lock(mutex_);
  if (families_) return *families_;
  std::vector<SignedPart> parts;
  std::vector<const InstantColumn*> instants;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const indexing::WordOrderFile& words = parts_[i].segment->words();
    parts.push_back({words.size() == 0 ? nullptr : words.signature(1), &parts_[i].living});
    instants.push_back(&parts_[i].columns->instants(databases[i]));
  }
  // Without a date an article comes last.
  const auto instant = [&](const DocumentPlace& place) {
    const double when = (*instants[place.part])[place.document];
    return when == kNoInstant ? -kNoInstant : when;
  };
  families_ =
      std::make_unique<const Families>(parts, [&](const DocumentPlace& a, const DocumentPlace& b) {
        return instant(a) != instant(b) ? instant(a) < instant(b) : id_of(a) < id_of(b);
      });
  return *families_;
}

std::size_t Snapshot::bytes_in_full(const std::vector<Xapian::Database>& databases) const {
  for (const indexing::Field& field : indexing::fields()) {
    if (field.facet) values(field.slot, databases);
  }
  const std::string home(support::kHomeZone);
  days(home, databases);
  hours(home, databases);
  families(databases);
  for (const indexing::Field& field : fields_.own()) {
    if (field.kind == indexing::FieldKind::exact) values(field.slot, databases);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      Columns& columns = *parts_[i].columns;
      if (field.kind == indexing::FieldKind::number) columns.numbers(field.slot, databases[i]);
      if (field.kind != indexing::FieldKind::date) continue;
      columns.days(databases[i], field.slot);
      columns.instants(databases[i], field.slot);
    }
  }
  return bytes();
}

std::size_t Snapshot::bytes() const {
  std::size_t bytes = 0;
  for (const Part& part : parts_)
    bytes += part.columns->bytes() + part.stems->bytes() + part.living.bytes();
  const std::scoped_lock lock(mutex_);
  if (families_) bytes += families_->bytes();
  for (const auto& [slot, values] : values_) {
    for (const auto* list : {&values->spellings, &values->folded}) {
      for (const auto& text : *list)
        bytes += sizeof text + (text.capacity() > 15 ? text.capacity() + 1 : 0);
    }
    bytes += values->value_of.capacity() * 4;
    for (const auto& numbers : values->of_part) bytes += numbers.capacity() * 4;
    for (const auto& tally : values->living) bytes += tally.counts.capacity() * 4;
  }
  // The segments hold the columns of days at home.
  for (const auto& [zone, days] : days_)
    bytes += days->bytes() + (zone == support::kHomeZone ? 0 : days->column_bytes());
  for (const auto& [zone, hours] : hours_) bytes += hours->bytes() + hours->column_bytes();
  return bytes;
}

void Seat::move_to(std::shared_ptr<const Snapshot> next) {
  databases =
      indexing::open_databases(next->commit(), snapshot ? &snapshot->commit() : nullptr, databases);
  snapshot = std::move(next);
}

}  // namespace kiosque::searching
