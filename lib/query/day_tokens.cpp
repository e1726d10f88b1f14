#include "query/day_tokens.hpp"

#include <cstdint>
#include <utility>

#include "analysis/characters.hpp"
#include "support/utf8.hpp"

namespace kiosque::querying {
namespace {

using analysis::CharKind;

constexpr std::size_t kLongestWord = 16;
constexpr std::size_t kLongestNumber = 9;

constexpr std::int32_t kFirstDash = 0x2010;
constexpr std::int32_t kLastDash = 0x2015;
constexpr std::int32_t kMinus = 0x2212;
constexpr std::int32_t kEllipsis = 0x2026;

bool is_dash(std::int32_t c, CharKind kind) {
  return kind == CharKind::hyphen || (c >= kFirstDash && c <= kLastDash) || c == kMinus;
}

std::string folded(std::int32_t c, const analysis::Character& info) {
  if (info.fold_size == analysis::kLongFold) return analysis::fold_slowly(c);
  return std::string(info.fold, info.fold_size);
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<DayToken> run() {
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    const std::size_t begin = at_;
    const std::int32_t c = support::next_code_point(text_, at_);
    const analysis::Character info = analysis::character(c);
    if (info.kind == CharKind::space) {
      spaced_ = true;
      return;
    }
    if (info.kind == CharKind::ignorable) {
      if (!tokens_.empty() && !spaced_) tokens_.back().end = at_;
      return;
    }
    if (info.kind == CharKind::digit || info.kind == CharKind::letter) {
      add_to_run(begin, info, folded(c, info));
    } else {
      mark(begin, c, info.kind);
    }
  }

  // What a letter or digit folds to decides what it is: "ᵉ" is a letter, "²" a digit.
  void add_to_run(std::size_t begin, const analysis::Character& info, const std::string& fold) {
    const bool digit = !fold.empty() && fold.front() >= '0' && fold.front() <= '9';
    const auto kind = digit ? DayToken::Kind::number : DayToken::Kind::word;
    if (tokens_.empty() || spaced_ || tokens_.back().kind != kind) {
      DayToken& token = open(kind, begin);
      token.capital = info.upper;
      if (digit) token.value = 0;
    }
    DayToken& token = tokens_.back();
    token.end = at_;
    token.accented = token.accented || info.accented;
    if (!digit) {
      if (token.text.size() < kLongestWord) token.text += fold;
      return;
    }
    for (const char c : fold) {
      if (token.text.size() >= kLongestNumber || c < '0' || c > '9') token.value = -1;
      if (token.value >= 0) token.value = token.value * 10 + (c - '0');
      if (token.text.size() < kLongestNumber) token.text += c;
    }
  }

  void mark(std::size_t begin, std::int32_t c, CharKind kind) {
    if (c == '.' || c == kEllipsis) {
      const bool more = !tokens_.empty() && !spaced_ && tokens_.back().text.starts_with('.');
      DayToken& token = more ? tokens_.back() : open(DayToken::Kind::mark, begin);
      token.text = more || c == kEllipsis ? ".." : ".";
      token.end = at_;
      return;
    }
    DayToken& token = open(DayToken::Kind::mark, begin);
    token.end = at_;
    if (is_dash(c, kind)) {
      token.text = "-";
    } else if (kind == CharKind::apostrophe) {
      token.text = "'";
    } else {
      token.text = text_.substr(begin, at_ - begin);
    }
  }

  DayToken& open(DayToken::Kind kind, std::size_t begin) {
    DayToken& token = tokens_.emplace_back();
    token.kind = kind;
    token.spaced = std::exchange(spaced_, false);
    token.begin = begin;
    return token;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool spaced_ = false;
  std::vector<DayToken> tokens_;
};

}  // namespace

std::vector<DayToken> day_tokens(std::string_view text) {
  return Tokenizer(text).run();
}

bool DayCursor::take(std::string_view phrase) {
  // Most words do not even begin so.
  const std::string& first = peek().text;
  if (first.empty() || phrase.empty() || first.front() != phrase.front()) return false;
  std::size_t count = 0;
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    if (!is(phrase.substr(0, end), count)) return false;
    ++count;
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  skip(count);
  return true;
}

}  // namespace kiosque::querying
