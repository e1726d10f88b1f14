#include "search/sightings.hpp"

#include <array>
#include <string_view>

namespace kiosque::searching {
namespace {

// À to ß, and à to ÿ: folded; 0 for the multiplication and division signs.
constexpr std::string_view kLatin1(
    "aaaaaaaceeeeiiiidnooooo\0ouuuuytsaaaaaaaceeeeiiiidnooooo\0ouuuuyty", 64);

// Of ASCII letters and digits the folded one; 0 of all other bytes.
constexpr std::array<unsigned char, 256> kFolded = [] {
  std::array<unsigned char, 256> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = c;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) table[c] = static_cast<unsigned char>(c - 'A' + 'a');
  return table;
}();

// Walks through a text from word to word, roughly as the tokenizer does.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  /// Goes to the next word; false: there is none.
  bool next() {
    at_ = end_;
    while (at_ < text_.size()) {
      const std::size_t size = separator_size(at_);
      if (size == 0) break;
      at_ += size;
    }
    if (at_ >= text_.size()) return false;
    end_ = at_;
    count_ = 0;
    known_ = true;
    while (end_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[end_]);
      if (kFolded[byte] != 0) {
        take(kFolded[byte]);
        ++end_;
      } else if (byte == 0xC3 && end_ + 1 < text_.size()) {
        const auto second = static_cast<unsigned char>(text_[end_ + 1]);
        take(static_cast<unsigned char>(kLatin1[second % 64U]));
        end_ += 2;
      } else if (separator_size(end_) > 0) {
        break;
      } else {
        if (count_ < 2) known_ = false;
        ++end_;
      }
    }
    while (count_ < 2) take(0);
    return true;
  }
  [[nodiscard]] std::size_t begin() const { return at_; }
  [[nodiscard]] std::size_t end() const { return end_; }
  /// False: a letter that is not looked up here is among the first two.
  [[nodiscard]] bool known() const { return known_; }
  [[nodiscard]] unsigned char first() const { return letters_[0]; }
  [[nodiscard]] unsigned char second() const { return letters_[1]; }

 private:
  void take(unsigned char letter) {
    if (count_ < 2) letters_[count_] = letter;
    ++count_;
  }
  // Of ASCII, Latin-1 and general punctuation, but for what may be inside a word: soft hyphens
  // and the invisible.
  [[nodiscard]] std::size_t separator_size(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return kFolded[byte] != 0 ? 0 : 1;
    const auto following = [&](std::size_t i) {
      return static_cast<unsigned char>(at + i < text_.size() ? text_[at + i] : 0);
    };
    if (byte == 0xC2) return following(1) == 0xAD ? 0 : 2;
    if (byte != 0xE2 || following(1) != 0x80) return 0;
    const unsigned char third = following(2);
    return third >= 0x8B && third <= 0x8F ? 0 : 3;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::size_t count_ = 0;
  unsigned char letters_[2] = {};
  bool known_ = true;
};

}  // namespace

std::vector<Sighting> Lookout::all(std::string_view text) {
  std::vector<Sighting> sightings;
  analyzer_.analyze(text, analyzed_);
  for (const auto& word : analyzed_.list()) {
    const std::size_t number =
        words_.match(analyzed_.surface(word), analyzed_.stem(word), analyzed_.exact(word));
    if (number == querying::MatchWords::kNone) continue;
    // The parts and forms of one word have its bytes.
    if (!sightings.empty() && sightings.back().end > word.begin) continue;
    sightings.push_back({word.begin, word.end, number});
  }
  return sightings;
}

std::vector<Sighting> Lookout::telling(std::string_view text) {
  if (!words_.by_beginning()) return all(text);
  std::vector<Sighting> sightings;
  for (Cursor cursor(text); cursor.next();) {
    if (cursor.known() && !words_.may_begin(cursor.first(), cursor.second())) continue;
    if (!sightings.empty() && sightings.back().end > cursor.begin()) continue;
    std::size_t end = cursor.end();
    // What belongs to a word is before the next blank (élu·e·s), to a number behind one: 15 000,
    // 20 h 30. No farther than that, since it is looked at for each word of a text.
    constexpr std::size_t kBehind = 24;
    const std::string_view behind = text.substr(end, kBehind);
    const bool in_digits = cursor.first() >= '0' && cursor.first() <= '9';
    std::size_t blank = in_digits ? behind.rfind(' ') : behind.find_first_of(" \n");
    if (behind.size() < kBehind && (in_digits || blank == std::string_view::npos))
      blank = behind.size();
    if (blank != std::string_view::npos) end += blank;
    analyzer_.analyze(text.substr(cursor.begin(), end - cursor.begin()), analyzed_);
    // Of Chinese there are several words in what has no blanks.
    for (const auto& word : analyzed_.list()) {
      const std::size_t begin = cursor.begin() + word.begin;
      if (begin >= cursor.end()) break;
      if (!sightings.empty() && sightings.back().end > begin) continue;
      const std::size_t number =
          words_.match(analyzed_.surface(word), analyzed_.stem(word), analyzed_.exact(word));
      if (number == querying::MatchWords::kNone) continue;
      sightings.push_back({begin, cursor.begin() + word.end, number});
    }
  }
  return sightings;
}

}  // namespace kiosque::searching
