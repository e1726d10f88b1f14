#include "support/zone.hpp"

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>
#include <unicode/unistr.h>

#include <charconv>
#include <cmath>
#include <kiosque/error.hpp>
#include <limits>
#include <new>

namespace kiosque::support {
namespace {

using std::chrono::sys_days;

// Exactly `count` digits at the front of `text`, taken off it.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return {};
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return {};
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<sys_days> take_day(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return {};
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return {};
  const auto day = take_digits(text, 2);
  if (!day || *year < 1000) return {};
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return {};
  return sys_days(date);
}

// "+02:00", "+0200", "+02" or "Z", to the end of the text.
std::optional<int> take_offset(std::string_view& text) {
  if (take(text, 'Z') || take(text, 'z')) return 0;
  const bool west = !text.empty() && text.front() == '-';
  if (!west && (text.empty() || text.front() != '+')) return {};
  text.remove_prefix(1);
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 14) return {};
  if (take(text, ':') && text.empty()) return {};
  int minutes = 0;
  if (!text.empty()) {
    const auto read = take_digits(text, 2);
    if (!read || *read > 59) return {};
    minutes = *read;
  }
  const int seconds = (*hours * 60 + minutes) * 60;
  return west ? -seconds : seconds;
}

std::int64_t epoch_of(sys_days day) {
  return std::chrono::duration_cast<std::chrono::seconds>(day.time_since_epoch()).count();
}

}  // namespace

std::string to_iso(sys_days day) {
  const std::chrono::year_month_day date(day);
  const int year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  const auto day_of_month = static_cast<unsigned>(date.day());
  if (year < 0 || year > 9999) return fmt::format("{:04}-{:02}-{:02}", year, month, day_of_month);
  // By hand: a timeline has hundreds.
  std::string iso(10, '-');
  const auto put = [&](std::size_t at, unsigned two_digits) {
    iso[at] = static_cast<char>('0' + two_digits / 10);
    iso[at + 1] = static_cast<char>('0' + two_digits % 10);
  };
  put(0, static_cast<unsigned>(year) / 100);
  put(2, static_cast<unsigned>(year) % 100);
  put(5, month);
  put(8, day_of_month);
  return iso;
}

std::optional<sys_days> parse_compact_day(std::string_view text) {
  if (text.size() != 8) return {};
  std::string iso(text);
  iso.insert(6, 1, '-').insert(4, 1, '-');
  return parse_iso_day(iso);
}

sys_days require_day(std::string_view text) {
  const auto day = parse_iso_day(text);
  if (!day) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("\"{}\" is no day: give YYYY-MM-DD", text));
  }
  return *day;
}

std::optional<sys_days> parse_iso_day(std::string_view text) {
  const auto day = take_day(text);
  return text.empty() ? day : std::nullopt;
}

struct Zone::Impl {
  std::unique_ptr<icu::TimeZone> zone;
};

Zone::Zone(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Zone::Zone(Zone&&) noexcept = default;
Zone& Zone::operator=(Zone&&) noexcept = default;
Zone::~Zone() = default;

std::optional<Zone> Zone::named(std::string_view name) {
  const auto id = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  if (!zone) throw std::bad_alloc();
  // An unknown name makes the zone "Etc/Unknown", and so does that name itself.
  icu::UnicodeString made;
  if (zone->getID(made) == icu::UnicodeString(UCAL_UNKNOWN_ZONE_ID)) return {};
  auto impl = std::make_unique<Impl>();
  impl->zone = std::move(zone);
  return Zone(std::move(impl));
}

Zone Zone::required(std::string_view name) {
  auto zone = named(name.empty() ? kHomeZone : name);
  if (!zone) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("\"{}\" is no time zone: give a name such as Europe/Paris", name));
  }
  return std::move(*zone);
}

std::int64_t Zone::to_epoch(sys_days day, std::chrono::seconds time) const {
  const std::int64_t local = epoch_of(day) + time.count();
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  const auto date = static_cast<UDate>(local) * 1000;
  // ICU's plain getOffset takes the later of two instants.
  if (const auto* const rules = dynamic_cast<const icu::BasicTimeZone*>(impl_->zone.get())) {
    rules->getOffsetFromLocal(date, UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, summer,
                              status);
  } else {
    impl_->zone->getOffset(date, 1, raw, summer, status);
  }
  return local - (raw + summer) / 1000;
}

OffsetSpan Zone::offset_at(std::int64_t epoch) const {
  OffsetSpan span{std::numeric_limits<std::int64_t>::min(),
                  std::numeric_limits<std::int64_t>::max()};
  const auto date = static_cast<UDate>(epoch) * 1000;
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  impl_->zone->getOffset(date, 0, raw, summer, status);
  span.offset = (raw + summer) / 1000;
  if (const auto* const rules = dynamic_cast<const icu::BasicTimeZone*>(impl_->zone.get())) {
    const auto seconds = [](const icu::TimeZoneTransition& change) {
      return static_cast<std::int64_t>(std::ceil(change.getTime() / 1000));
    };
    icu::TimeZoneTransition change;
    if (rules->getPreviousTransition(date, 1, change)) span.begin = seconds(change);
    if (rules->getNextTransition(date, 0, change)) span.end = seconds(change);
  }
  return span;
}

sys_days Zone::today() const {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return day_of(now.time_since_epoch().count());
}

sys_days Zone::day_of(std::int64_t epoch) const {
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  impl_->zone->getOffset(static_cast<UDate>(epoch) * 1000, 0, raw, summer, status);
  const std::chrono::sys_seconds local(std::chrono::seconds(epoch + (raw + summer) / 1000));
  return std::chrono::floor<std::chrono::days>(local);
}

std::optional<Moment> parse_moment(std::string_view iso, const Zone& zone) {
  const auto day = take_day(iso);
  if (!day) return {};
  if (iso.empty()) return Moment{*day, zone.to_epoch(*day, std::chrono::seconds(0))};
  if (!take(iso, 'T') && !take(iso, 't') && !take(iso, ' ')) return {};
  const auto hours = take_digits(iso, 2);
  if (!hours || *hours > 23 || !take(iso, ':')) return {};
  const auto minutes = take_digits(iso, 2);
  if (!minutes || *minutes > 59) return {};
  int seconds = 0;
  if (take(iso, ':')) {
    const auto read = take_digits(iso, 2);
    if (!read || *read > 60) return {};
    seconds = *read;
    if (take(iso, '.')) {
      if (!take_digits(iso, 1)) return {};
      while (take_digits(iso, 1)) continue;
    }
  }
  const std::chrono::seconds time((*hours * 60 + *minutes) * 60 + seconds);
  Moment moment;
  if (iso.empty()) {
    moment.epoch = zone.to_epoch(*day, time);
  } else {
    const auto offset = take_offset(iso);
    if (!offset || !iso.empty()) return {};
    moment.epoch = epoch_of(*day) + time.count() - *offset;
  }
  moment.day = zone.day_of(moment.epoch);
  return moment;
}

const Zone& home_zone() {
  thread_local const Zone zone = *Zone::named(kHomeZone);
  return zone;
}

}  // namespace kiosque::support
