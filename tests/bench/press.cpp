#include "press.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "words.hpp"

namespace bench {
namespace {

constexpr std::size_t kSources = 60;
constexpr std::size_t kAuthors = 3'000;
constexpr std::size_t kTags = 5'000;
constexpr std::size_t kEvents = 48;  // going on at any time
constexpr std::size_t kEventWords = 24;
constexpr double kOfAnEvent = 0.4;
constexpr double kEventEnds = 0.02;  // at each article
constexpr double kTakenOver = 0.04;
constexpr std::size_t kRecent = 256;
constexpr double kWithLead = 0.85;
constexpr double kBodyMedian = 370;
constexpr double kBodySigma = 0.65;
constexpr std::size_t kDays = 3'653;
constexpr std::chrono::sys_days kFirstDay = std::chrono::year{2015} / 1 / 1;

// Of each day, the share of all that is published up to its end.
std::vector<double> day_shares(Random& random) {
  std::vector<double> shares(kDays);
  double sum = 0;
  for (std::size_t day = 0; day < kDays; ++day) {
    const unsigned weekday =
        std::chrono::weekday(kFirstDay + std::chrono::days(day)).c_encoding();  // 0: Sunday
    const double week = weekday == 0 ? 0.45 : weekday == 6 ? 0.65 : 1;
    const double burst = random.chance(0.02) ? 3 : 1;
    const double growth = 1 + static_cast<double>(day) / kDays;
    sum += week * burst * growth * random.around(1, 0.2);
    shares[day] = sum;
  }
  for (double& share : shares) share /= sum;
  return shares;
}

// For addresses: letters and digits of ASCII, all else one hyphen.
std::string slug(const std::string& name) {
  std::string out;
  for (const char byte : lowered(name)) {
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (plain) {
      out += byte;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  return out;
}

}  // namespace

Press::Press(Sample sample, std::size_t count, std::uint64_t seed)
    : random_(seed),
      vocabulary_(std::move(sample.words)),
      prose_(vocabulary_, random_),
      sections_(invent_names(std::move(sample.sections), 0, 0.8, "{}")),
      sources_(invent_names(std::move(sample.sources), kSources, 1, "Le Courrier de {}")),
      authors_(invent_names(std::move(sample.authors), kAuthors, 0.8, "Camille {}")),
      tags_(invent_names(std::move(sample.tags), kTags, 1, "")),
      event_weights_(zipf(kEvents, 1)),
      days_(day_shares(random_)),
      count_(count) {
  for (std::size_t i = 0; i < kEvents; ++i) events_.push_back(begin_event());
}

std::string Press::name() {
  std::string text = vocabulary_.word(100'000 + random_.below(100'000) * 3);
  capitalise(text, 0);
  return text;
}

Names Press::invent_names(std::vector<std::string> real, std::size_t count, double exponent,
                          const char* pattern) {
  while (real.size() < count) {
    real.push_back(*pattern == '\0' ? vocabulary_.word(vocabulary_.draw_subject(random_))
                                    : fmt::format(fmt::runtime(pattern), name()));
  }
  const std::size_t size = real.size();
  return {std::move(real), Weighted(zipf(size, exponent))};
}

Press::Event Press::begin_event() {
  Event event;
  for (std::size_t i = 0; i < kEventWords; ++i)
    event.words.push_back(vocabulary_.draw_subject(random_));
  event.section = sections_.draw(random_);
  return event;
}

long Press::draw_minute() {
  const double share = (static_cast<double>(published_) + 0.5) / static_cast<double>(count_);
  while (day_ + 1 < kDays && days_[day_] < share) ++day_;
  const auto day = kFirstDay + std::chrono::days(day_);
  const long midnight = std::chrono::floor<std::chrono::minutes>(day.time_since_epoch()).count();
  return midnight + 300 + static_cast<long>(random_.below(1'080));  // from five to eleven
}

std::string Press::draw_list(const Names& names, std::size_t count) {
  std::string list = "[";
  for (std::size_t i = 0; i < count; ++i) {
    const std::string item = '"' + names.draw(random_) + '"';
    if (list.find(item) != std::string::npos) continue;
    if (list.size() > 1) list += ", ";
    list += item;
  }
  return list + "]";
}

void Press::write_headline(const Subject& subject, std::string& out) {
  const auto words = static_cast<std::size_t>(std::clamp(random_.around(10, 0.3), 4.0, 20.0));
  if (random_.chance(0.25)) {  // "Canicule : …"
    prose_.write_words(1, 1, subject, out);
    out += " : ";
  }
  prose_.write_words(words, 0.6, subject, out);
}

Press::Story Press::write_story() {
  Story story;
  story.minute = draw_minute();
  story.source = sources_.draw(random_);
  prose_.set_apostrophe(story.source.size() % 2 == 0 ? "'" : "’");
  Event& event = events_[event_weights_.draw(random_)];
  if (random_.chance(kEventEnds)) event = begin_event();
  const bool of_event = random_.chance(kOfAnEvent);
  for (std::size_t& rank : story.subject) {
    rank = of_event ? event.words[random_.below(event.words.size())]
                    : vocabulary_.draw_subject(random_);
  }
  story.section = of_event ? event.section : sections_.draw(random_);
  story.tags = draw_list(tags_, 1 + random_.below(4));
  story.authors = draw_list(authors_, random_.chance(0.1) ? 2 : 1);
  write_headline(story.subject, story.title);
  if (random_.chance(kWithLead)) {
    prose_.write_words(20 + random_.below(25), 0.4, story.subject, story.lead);
    story.lead += '.';
  }
  const double words = std::clamp(random_.around(kBodyMedian, kBodySigma), 30.0, 8'000.0);
  story.middle = prose_.write_body(static_cast<std::size_t>(words), story.subject, story.body);
  return story;
}

// Another paper runs the dispatch: its own headline and section, one sentence more, hours later.
Press::Story Press::republish(const Story& first) {
  Story story = first;
  story.minute += 30 + static_cast<long>(random_.below(600));
  story.section = sections_.draw(random_);
  story.source = sources_.draw(random_);
  if (random_.chance(0.7)) {
    story.title.clear();
    write_headline(story.subject, story.title);
  }
  std::string sentence;
  prose_.write_sentence(0.12, story.subject, sentence);
  story.body.insert(first.middle, sentence + " ");
  return story;
}

void Press::write_json(const Story& story, std::string& out) {
  const auto minute =
      std::chrono::sys_time<std::chrono::minutes>(std::chrono::minutes(story.minute));
  const auto day = std::chrono::floor<std::chrono::days>(minute);
  const std::chrono::year_month_day date(day);
  const auto in_day = (minute - day).count();
  const auto month = static_cast<unsigned>(date.month());
  const auto to = std::back_inserter(out);
  fmt::format_to(to, R"({{"id": "essor-{:07}", "title": "{}", )", published_, story.title);
  if (!story.lead.empty()) fmt::format_to(to, R"("lead": "{}", )", story.lead);
  fmt::format_to(to, R"("body": "{}", "published": "{}-{:02}-{:02}T{:02}:{:02}:00+0{}:00", )",
                 story.body, static_cast<int>(date.year()), month,
                 static_cast<unsigned>(date.day()), in_day / 60, in_day % 60,
                 month > 3 && month < 11 ? 2 : 1);
  fmt::format_to(to, R"("section": "{}", "tags": {}, "authors": {}, "source": "{}", )",
                 story.section, story.tags, story.authors, story.source);
  fmt::format_to(to, R"("url": "https://{}.example/{}/essor-{:07}", "language": "fr"}})",
                 slug(story.source), slug(story.section), published_);
  out += '\n';
}

void Press::publish(std::string& out) {
  if (!recent_.empty() && random_.chance(kTakenOver)) {
    write_json(republish(recent_[random_.below(recent_.size())]), out);
  } else {
    recent_.push_back(write_story());
    if (recent_.size() > kRecent) recent_.pop_front();
    write_json(recent_.back(), out);
  }
  ++published_;
}

}  // namespace bench
