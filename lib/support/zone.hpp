#pragma once
// Days and instants: ISO 8601 in, numbers out; time zones come from ICU.

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kiosque::support {

inline constexpr std::string_view kHomeZone = "Europe/Paris";

/// "2022-04-24"; years from 1000 to 9999.
std::string to_iso(std::chrono::sys_days day);

/// A strict ISO day that exists.
std::optional<std::chrono::sys_days> parse_iso_day(std::string_view text);

/// The same without its hyphens, as archives hold it: "20220424".
std::optional<std::chrono::sys_days> parse_compact_day(std::string_view text);

/// A strict ISO day that a caller gave. Throws Error(invalid_argument) for anything else.
std::chrono::sys_days require_day(std::string_view text);

/// Where a zone keeps one offset: [begin, end), in seconds since 1970 UTC.
struct OffsetSpan {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  std::int32_t offset = 0;  // of local time, ahead of UTC, in seconds
};

/// A time zone by its IANA name. Cheap to make again; for one thread at a time.
class Zone {
 public:
  /// Empty for an unknown name.
  static std::optional<Zone> named(std::string_view name);
  /// One that a caller gave; an empty name is home. Throws Error(invalid_argument) for an unknown
  /// one.
  static Zone required(std::string_view name);
  Zone(Zone&&) noexcept;
  Zone& operator=(Zone&&) noexcept;
  ~Zone();

  /// Seconds since 1970 UTC of a local time. In the hour that summer time skips or repeats: the
  /// offset before the change.
  [[nodiscard]] std::int64_t to_epoch(std::chrono::sys_days day, std::chrono::seconds time) const;
  /// The local day of an instant.
  [[nodiscard]] std::chrono::sys_days day_of(std::int64_t epoch) const;
  /// The stretch around an instant. Its ends are changes of the offset, or as far away as numbers
  /// go.
  [[nodiscard]] OffsetSpan offset_at(std::int64_t epoch) const;
  /// The system's.
  [[nodiscard]] std::chrono::sys_days today() const;

 private:
  struct Impl;
  explicit Zone(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// What an article's date says.
struct Moment {
  std::chrono::sys_days day;  // as written for a bare day; in `zone` for an instant
  std::int64_t epoch = 0;     // seconds since 1970 UTC; for a bare day its midnight in `zone`
};

/// An ISO day or instant ("2022-04-24", "2022-04-24T18:05:00+02:00", "…Z", seconds and offset
/// optional; without an offset it is local to `zone`). Empty if it is none, or does not exist.
std::optional<Moment> parse_moment(std::string_view iso, const Zone& zone);

/// The calling thread's Europe/Paris.
const Zone& home_zone();

}  // namespace kiosque::support
