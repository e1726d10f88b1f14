#pragma once
// Instants as local days and hours, many at a time.

#include <chrono>
#include <compare>
#include <cstdint>
#include <map>
#include <string>

#include "support/zone.hpp"

namespace kiosque::support {

/// An hour of local time. The one that the end of summer time repeats is two, with two offsets; one
/// in which a zone changes its offset by a part of an hour is cut in two.
struct LocalHour {
  std::int64_t begin = 0;   // seconds since 1970 UTC
  std::int32_t offset = 0;  // of local time, ahead of UTC, in seconds

  auto operator<=>(const LocalHour&) const = default;
  /// The local day that it is of.
  [[nodiscard]] std::chrono::sys_days day() const;
};

/// "2020-10-25T02:00+01:00"; years from 1000 to 9999. Of an offset the seconds are left out.
std::string to_iso(const LocalHour& hour);

/// Whether the year is one from 1000 to 9999: other days are none.
bool is_writable(std::chrono::sys_days day);

/// Keeps the offsets that it has met, since most hold for months. For one thread at a time.
class LocalClock {
 public:
  explicit LocalClock(const Zone& zone) : zone_(zone) {}

  std::chrono::sys_days day_of(std::int64_t epoch);
  LocalHour hour_of(std::int64_t epoch);
  /// The hour that follows.
  LocalHour next(const LocalHour& hour);

 private:
  const OffsetSpan& span_at(std::int64_t epoch);

  const Zone& zone_;
  std::map<std::int64_t, OffsetSpan> spans_;  // by where they begin
  OffsetSpan last_;                           // holds nothing at first
};

}  // namespace kiosque::support
