#include "corpus/scraped_credits.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/date.hpp"
#include "corpus/scraped_byline.hpp"
#include "corpus/scraped_text.hpp"

namespace kiosque::corpus::scraped {
namespace {

// Reads line after line; what was found first stands.
class CreditReader {
 public:
  CreditReader(const Page& page, std::size_t top, const Run& run)
      : page_(page), top_(top), run_(run), today_(today_of(page)) {}

  Credits read() {
    read_between(top_, run_.begin);
    if (!has_authors()) read_names_below_by();
    if (!has_authors()) read_names_beside_date();
    if (!has_authors()) read_signature();
    read_below();
    read_between(run_.begin, run_.end);
    constexpr std::size_t kAbove = 4;
    const std::size_t first = top_ > kAbove ? top_ - kAbove : 0;
    for (std::size_t at = first; at < top_ && credits_.published.empty(); ++at)
      read_line(page_[at]);
    if (!has_date()) credits_.published = today_;
    return std::move(credits_);
  }

 private:
  // The only day that the page prints with its weekday and nothing else: that of its making.
  static std::string today_of(const Page& page) {
    std::string today;
    for (const auto& entry : page) {
      if (entry.kind != Kind::dated || !opens_with_weekday(entry.block.plain)) continue;
      auto day = parse_date(entry.block.text);
      if (!day) continue;
      if (!today.empty() && *day != today) return {};
      today = std::move(*day);
    }
    return today;
  }

  static bool opens_with_weekday(std::string_view plain) {
    for (const std::string_view day :
         {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}) {
      if (plain.starts_with(day)) return true;
    }
    return false;
  }

  [[nodiscard]] bool has_authors() const { return !credits_.authors.empty(); }
  [[nodiscard]] bool has_date() const {
    return !credits_.published.empty() || !credits_.modified.empty();
  }

  void read_between(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      if (!credits_.published.empty() && has_authors() && begin == run_.begin) return;
      read_line(page_[at]);
    }
  }

  // "Par :" and the name on the next line.
  void read_names_below_by() {
    for (std::size_t at = top_; at + 1 < run_.begin && !has_authors(); ++at) {
      const std::string& plain = page_[at].block.plain;
      if (plain != "par" && plain != "par :" && plain != "par:") continue;
      add_authors(authors_in(page_[at + 1].block.text, BylinePlace::beside_date));
    }
  }

  // A bare name above or below the date.
  void read_names_beside_date() {
    for (std::size_t at = top_; at < run_.begin && !has_authors(); ++at) {
      if (page_[at].kind != Kind::dated) continue;
      for (const std::size_t beside : {at - 1, at + 1}) {
        const bool possible =
            beside > top_ && beside < run_.begin && page_[beside].kind == Kind::line;
        if (possible) add_authors(authors_in(page_[beside].block.text, BylinePlace::beside_date));
      }
    }
  }

  // The signature below the text, with or without "Par".
  void read_signature() {
    constexpr std::size_t kFarthest = 2;
    for (std::size_t at = run_.end; at < page_.size() && at < run_.end + kFarthest; ++at) {
      if (has_authors() || page_[at].kind != Kind::line) return;
      add_authors(authors_in(page_[at].block.text, BylinePlace::beside_date));
    }
  }

  void read_below() {
    constexpr std::size_t kBelow = 6;
    const std::size_t last = std::min(page_.size(), run_.end + kBelow);
    for (std::size_t at = run_.end; at < last && page_[at].kind != Kind::end; ++at) {
      if (page_[at].kind != Kind::dated || !has_date()) read_line(page_[at]);
    }
  }

  void read_line(const Entry& entry) {
    if (entry.kind != Kind::dated && entry.kind != Kind::byline) return;
    const bool dated = entry.kind == Kind::dated;
    if (dated) read_dates(entry.block.text);
    add_authors(
        authors_in(entry.block.text, dated ? BylinePlace::beside_date : BylinePlace::anywhere));
  }

  void read_dates(std::string_view line) {
    auto found = find_date(line);
    if (!found && credits_.published.empty()) {
      if (auto day = parse_date(line, {.today = today_})) credits_.published = std::move(*day);
    }
    for (; found; found = find_date(line)) {
      const std::string before = fold(line.substr(0, found->begin));
      std::string& date = says_modified(before) ? credits_.modified : credits_.published;
      if (date.empty()) date = found->iso;
      line.remove_prefix(found->end);
    }
  }

  void add_authors(std::vector<std::string> names) {
    if (credits_.authors.empty()) credits_.authors = std::move(names);
  }

  const Page& page_;
  std::size_t top_;
  const Run& run_;
  std::string today_;
  Credits credits_;
};

}  // namespace

Credits credits_of(const Page& page, std::size_t top, const Run& run) {
  return CreditReader(page, top, run).read();
}

}  // namespace kiosque::corpus::scraped
