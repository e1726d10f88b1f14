#include "support/local_clock.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kiosque::support {
namespace {

constexpr std::int64_t kHour = 3600;

std::chrono::sys_seconds local(std::int64_t epoch, std::int32_t offset) {
  return std::chrono::sys_seconds(std::chrono::seconds(epoch + offset));
}

}  // namespace

std::chrono::sys_days LocalHour::day() const {
  return std::chrono::floor<std::chrono::days>(local(begin, offset));
}

std::string to_iso(const LocalHour& hour) {
  const auto time = local(hour.begin, hour.offset);
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const auto hours = std::chrono::floor<std::chrono::hours>(time - day).count();
  const std::int32_t minutes = (hour.offset < 0 ? -hour.offset : hour.offset) / 60;
  return fmt::format("{}T{:02}:00{}{:02}:{:02}", to_iso(day), hours, hour.offset < 0 ? '-' : '+',
                     minutes / 60, minutes % 60);
}

bool is_writable(std::chrono::sys_days day) {
  const auto year = static_cast<int>(std::chrono::year_month_day(day).year());
  return year >= 1000 && year <= 9999;
}

std::chrono::sys_days LocalClock::day_of(std::int64_t epoch) {
  return std::chrono::floor<std::chrono::days>(local(epoch, span_at(epoch).offset));
}

LocalHour LocalClock::hour_of(std::int64_t epoch) {
  const OffsetSpan& span = span_at(epoch);
  const auto into =
      local(epoch, span.offset) - std::chrono::floor<std::chrono::hours>(local(epoch, span.offset));
  return {std::max(epoch - into.count(), span.begin), span.offset};
}

LocalHour LocalClock::next(const LocalHour& hour) {
  const auto time = local(hour.begin, hour.offset);
  const auto into = time - std::chrono::floor<std::chrono::hours>(time);
  return hour_of(std::min(hour.begin - into.count() + kHour, span_at(hour.begin).end));
}

const OffsetSpan& LocalClock::span_at(std::int64_t epoch) {
  if (epoch >= last_.begin && epoch < last_.end) return last_;
  auto span = spans_.upper_bound(epoch);
  if (span != spans_.begin() && epoch < std::prev(span)->second.end) {
    last_ = std::prev(span)->second;
  } else {
    last_ = zone_.offset_at(epoch);
    spans_.emplace(last_.begin, last_);
  }
  return last_;
}

}  // namespace kiosque::support
