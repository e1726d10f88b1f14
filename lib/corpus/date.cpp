#include "corpus/date.hpp"

#include <fmt/core.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>

#include "corpus/date_parts.hpp"
#include "corpus/scraped_text.hpp"

namespace kiosque::corpus {
namespace {

struct When {
  std::chrono::year_month_day day = {};
  std::optional<Time> time = {};
};

std::optional<Time> take_time_after_day(DateCursor& cursor) {
  DateCursor ahead = cursor;
  if (ahead.glued("t")) {
    ahead.skip();
  } else {
    ahead.take_any({",", "-", "|", "*", "("});
    ahead.take_any({"a", "at", "vers", ":"});
  }
  const auto time = take_clock(ahead);
  if (time) cursor = ahead;
  return time;
}

std::optional<When> take_when(DateCursor& cursor, const DateContext& context) {
  auto day = take_day(cursor);
  if (!day) day = take_relative(cursor, context);
  if (!day) return {};
  return When{.day = *day, .time = take_time_after_day(cursor)};
}

// Of Europe/Paris, at a local time; the first of the two where the clocks are put back.
int paris_offset_minutes(const When& when) {
  static const std::unique_ptr<icu::TimeZone> kParis{icu::TimeZone::createTimeZone("Europe/Paris")};
  const auto* zone = dynamic_cast<const icu::BasicTimeZone*>(kParis.get());
  if (zone == nullptr) return 60;
  const auto days = std::chrono::sys_days{when.day}.time_since_epoch().count();
  const auto seconds = static_cast<double>(days) * 86400.0 + when.time->hour * 3600.0 +
                       when.time->minute * 60.0 + when.time->second;
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone->getOffsetFromLocal(seconds * 1000.0, UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw,
                           summer, status);
  return U_SUCCESS(status) ? (raw + summer) / 60000 : 60;
}

std::string to_iso(const When& when) {
  const std::string day = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(when.day.year()),
                                      unsigned{when.day.month()}, unsigned{when.day.day()});
  if (!when.time) return day;
  const Time& time = *when.time;
  const int offset = time.offset_minutes ? *time.offset_minutes : paris_offset_minutes(when);
  const int size = offset < 0 ? -offset : offset;
  return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", day, time.hour, time.minute, time.second,
                     offset < 0 ? '-' : '+', size / 60, size % 60);
}

// "Publié le", "Mis à jour le :", "Date de publication", the words that announce a date.
void skip_announcement(DateCursor& cursor) {
  const auto announces = [](const DateToken& token) {
    return is_one_of(token.text, {"publie",      "publiee",    "publies",
                                  "publication", "parution",   "paru",
                                  "parue",       "date",       "de",
                                  "poste",       "postee",     "mis",
                                  "mise",        "a",          "jour",
                                  "maj",         "modifie",    "modifiee",
                                  "actualise",   "actualisee", "cree",
                                  "creee",       "redige",     "redigee",
                                  "ecrit",       "derniere",   "modification",
                                  "depuis",      "le",         "du",
                                  "en",          "ligne",      "on",
                                  "published",   "updated",    "last",
                                  "posted",      ":",          ",",
                                  "(",           "[",          "-",
                                  "*",           "|",          ">"});
  };
  while (!cursor.done() && announces(cursor.peek())) cursor.skip();
}

// "3.1.25" within a text: only with two digits each is it a date.
bool is_version_number(const DateTokens& tokens, std::size_t at) {
  const DateCursor cursor(tokens, at);
  const bool short_year = cursor.digits(4) == 2 && (cursor.is(".", 1) || cursor.is("-", 1));
  return short_year && (cursor.digits() == 1 || cursor.digits(2) == 1);
}

// The first full date in a short text.
std::optional<FoundDate> find_in_window(std::string_view text, const DateContext& context) {
  if (context.today.empty() && text.find_first_of("0123456789") == std::string_view::npos) {
    return {};
  }
  const scraped::Folded folded = scraped::fold_with_offsets(text);
  const DateTokens tokens = tokens_of(folded.text);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    // The rest of a longer chain of numbers ("1.31.01.2025") is no date of its own.
    const bool chained = at >= 2 && tokens[at].kind == DateTokenKind::number &&
                         !tokens[at].spaced && is_one_of(tokens[at - 1].text, {"/", ".", "-"}) &&
                         !tokens[at - 1].spaced && tokens[at - 2].kind == DateTokenKind::number;
    if (chained || is_version_number(tokens, at)) continue;
    DateCursor cursor(tokens, at);
    const auto when = take_when(cursor, context);
    if (!when) continue;
    const std::size_t last = tokens[cursor.at() - 1].end;
    return FoundDate{.iso = to_iso(*when),
                     .begin = folded.offsets[tokens[at].begin],
                     .end = folded.offsets[last]};
  }
  return {};
}

}  // namespace

std::optional<std::string> parse_date(std::string_view text, const DateContext& context) {
  constexpr std::size_t kLongest = 512;
  if (text.size() > kLongest) return {};
  const std::string folded = scraped::fold(text);
  const DateTokens tokens = tokens_of(folded);
  DateCursor cursor(tokens, 0);
  skip_announcement(cursor);
  const auto when = take_when(cursor, context);
  if (!when) return {};
  while (cursor.take_any({".", ",", ";", "|", ")", "]", "-", "*"})) {
  }
  if (!cursor.done()) return {};
  return to_iso(*when);
}

std::optional<FoundDate> find_date(std::string_view line, const DateContext& context) {
  // A window at a time: a line may be the whole of a page.
  constexpr std::size_t kStep = 4096;
  constexpr std::size_t kOverlap = 512;  // longer than any date with its time
  std::size_t begin = 0;
  for (;;) {
    const std::size_t end = std::min(line.size(), begin + kStep + kOverlap);
    if (auto found = find_in_window(line.substr(begin, end - begin), context)) {
      found->begin += begin;
      found->end += begin;
      return found;
    }
    if (end == line.size()) return {};
    begin += kStep;
    // Not in the middle of a number, a word or a character.
    while (begin < end && line[begin] != ' ') ++begin;
  }
}

}  // namespace kiosque::corpus
