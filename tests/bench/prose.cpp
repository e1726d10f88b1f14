#include "prose.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "words.hpp"

namespace bench {
namespace {

// After a content word, and after another function word: some 46 % of all words in the long run.
constexpr double kFunctionAfterContent = 0.62;
constexpr double kFunctionAfterFunction = 0.27;
constexpr double kNumber = 0.015;
constexpr double kComma = 0.06;
constexpr double kFollower = 0.12;  // a frequent word brings the one it always goes with
constexpr std::size_t kFollowed = 6'000;
constexpr double kBodyFocus = 0.12;
constexpr double kSentenceMedian = 21;
constexpr double kSentenceSigma = 0.45;

std::vector<double> function_rates() {
  std::vector<double> rates;
  for (const auto& word : function_words()) rates.push_back(word.per_thousand);
  return rates;
}

bool begins_with_vowel(std::string_view word) {
  const auto first = static_cast<unsigned char>(word[0]);
  return std::string_view("aeiou").find(word[0]) != std::string_view::npos || first == 0xc3 ||
         first == 0xc5;
}

}  // namespace

Prose::Prose(const Vocabulary& vocabulary, Random& random)
    : vocabulary_(vocabulary), random_(random), function_weights_(function_rates()) {}

void Prose::write_function_word(std::string& out) {
  std::size_t index = function_weights_.draw(random_);
  while (after_function_ && index == before_) index = function_weights_.draw(random_);
  before_ = index;
  function_begin_ = out.size();
  out += function_words()[index].text;
}

void Prose::write_content_word(double focus, const Subject& subject, std::string& out) {
  std::size_t rank = 0;
  if (!after_function_ && last_rank_ < kFollowed && random_.chance(kFollower)) {
    rank = mixed(last_rank_ + 1) % kFollowed;
  } else if (random_.chance(focus)) {
    // The first of the subject's words come most.
    const double where = random_.unit();
    rank = subject[static_cast<std::size_t>(where * where * static_cast<double>(subject.size()))];
  } else {
    rank = vocabulary_.draw(random_);
  }
  last_rank_ = rank;
  std::size_t begin = out.size();
  vocabulary_.append(rank, out);
  if (after_function_ && !function_words()[before_].elided.empty() &&
      begins_with_vowel(std::string_view(out).substr(begin))) {
    const std::string_view elided = function_words()[before_].elided;
    const std::size_t replaced = begin - function_begin_;
    out.replace(function_begin_, replaced, elided.substr(0, elided.size() - 1));
    begin = function_begin_ + elided.size() - 1;
    out.insert(begin, apostrophe_);
    begin += apostrophe_.size();
  }
  if (Vocabulary::is_name(rank)) capitalise(out, begin);
}

void Prose::write_number(std::string& out) {
  fmt::format_to(std::back_inserter(out), "{}",
                 random_.chance(0.3) ? 1990 + random_.below(40) : 1 + random_.below(1000));
}

void Prose::separate(std::size_t word, std::string& out) {
  if (word == 0) return;
  if (!after_function_ && random_.chance(kComma)) out += ',';
  out += ' ';
}

void Prose::write_words(std::size_t words, double focus, const Subject& subject, std::string& out) {
  const std::size_t begin = out.size();
  after_function_ = false;
  last_rank_ = kFollowed;
  for (std::size_t word = 0; word < words; ++word) {
    separate(word, out);
    const bool last = word + 1 == words;
    if (!last && random_.chance(after_function_ ? kFunctionAfterFunction : kFunctionAfterContent)) {
      write_function_word(out);
      after_function_ = true;
      continue;
    }
    if (random_.chance(kNumber)) {
      write_number(out);
      last_rank_ = kFollowed;
    } else {
      write_content_word(focus, subject, out);
    }
    after_function_ = false;
  }
  capitalise(out, begin);
}

void Prose::write_sentence(double focus, const Subject& subject, std::string& out) {
  const double length = random_.around(kSentenceMedian, kSentenceSigma);
  const bool quoted = random_.chance(0.08);
  if (quoted) out += "« ";
  write_words(static_cast<std::size_t>(std::clamp(length, 4.0, 70.0)), focus, subject, out);
  out += quoted ? " »." : random_.chance(0.03) ? " ?" : ".";
}

std::size_t Prose::write_body(std::size_t words, const Subject& subject, std::string& out) {
  const auto goal = static_cast<double>(words);
  const std::size_t begin = out.size();
  std::size_t middle = begin;
  std::size_t left_in_paragraph = 2 + random_.below(4);
  constexpr double kBytesPerWord = 5.9;
  while (static_cast<double>(out.size() - begin) < goal * kBytesPerWord) {
    if (out.size() != begin) {
      out += left_in_paragraph == 0 ? "\\n\\n" : " ";
      if (left_in_paragraph == 0) left_in_paragraph = 2 + random_.below(4);
    }
    if (static_cast<double>(out.size() - begin) < goal * kBytesPerWord / 2) middle = out.size();
    write_sentence(kBodyFocus, subject, out);
    --left_in_paragraph;
  }
  return middle;
}

}  // namespace bench
