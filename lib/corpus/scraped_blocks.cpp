#include "corpus/scraped_blocks.hpp"

#include <algorithm>
#include <utility>

#include "corpus/scraped_drawing.hpp"
#include "corpus/scraped_text.hpp"
#include "corpus/scraped_words.hpp"

namespace kiosque::corpus::scraped {
namespace {

constexpr std::size_t kLynxMargin = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
// A byte of a word: ASCII letters and digits, and everything beyond ASCII.
bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Removes a bullet or a number of a list, and says whether there was one.
bool take_bullet(std::string_view& text) {
  static constexpr std::string_view kBullets[] = {"• ", "◦ ", "▪ ", "■ ", "● ", "* ", "+ ", "o "};
  for (const auto bullet : kBullets) {
    if (text.size() > bullet.size() && text.substr(0, bullet.size()) == bullet) {
      text = trimmed(text.substr(bullet.size()));
      return true;
    }
  }
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits > 0 && digits <= 2 && digits + 2 < text.size() && text[digits] == '.' &&
      text[digits + 1] == ' ') {
    text = trimmed(text.substr(digits + 2));
    return true;
  }
  return false;
}

std::string single_spaced(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class BlockReader {
 public:
  explicit BlockReader(std::string_view page)
      : lines_(lines_of(page)), drawing_(drawing_of(lines_)) {}

  std::vector<Block> read() {
    std::vector<Block> blocks;
    for (std::size_t at = 0; at < lines_.size();) {
      if (auto block = next(at); !block.plain.empty()) blocks.push_back(std::move(block));
    }
    return blocks;
  }

 private:
  Block next(std::size_t& at) {
    const Line& first = lines_[at];
    Block block;
    std::string_view text = first.text;
    const std::size_t stars = heading_stars(text);
    if (stars > 0) return star_heading(at, stars);
    const std::size_t hashes = heading_hashes(text);
    text = trimmed(text.substr(hashes));
    block.bullet = hashes == 0 && take_bullet(text);
    block.text = text;
    const auto shift = static_cast<std::size_t>(text.data() - first.text.data());
    const std::size_t text_indent = first.indent + columns(first.text.substr(0, shift));
    block.heading = hashes > 0 || (drawing_.margin && first.indent < kLynxMargin);
    block.main_heading = hashes == 1;
    for (++at; at < lines_.size() && continues(lines_[at - 1], lines_[at], text_indent); ++at) {
      append(block.text, lines_[at].text);
    }
    return finished(std::move(block));
  }

  Block star_heading(std::size_t& at, std::size_t stars) {
    constexpr std::size_t kMostLines = 6;
    Block block{.heading = true, .main_heading = stars == 6};
    block.text = lines_[at].text.substr(stars);
    const std::string closing = " " + std::string(stars, '*');
    const std::size_t from = at++;
    while (!block.text.ends_with(closing) && at < lines_.size() && at < from + kMostLines &&
           !lines_[at].blank_before && heading_stars(lines_[at].text) == 0) {
      append(block.text, lines_[at++].text);
    }
    if (block.text.ends_with(closing)) block.text.resize(block.text.size() - closing.size());
    return finished(std::move(block));
  }

  // Whether `line` is the rest of a line that the tool broke: its first word did not fit any more.
  [[nodiscard]] bool continues(const Line& above, const Line& line, std::size_t indent) const {
    if (drawing_.wrapped_at == 0 || line.blank_before || line.indent != indent) return false;
    std::string_view rest = line.text;
    if (heading_stars(rest) > 0 ||
        (take_bullet(rest) && line.text.front() != '#' && !is_digit(line.text.front()))) {
      return false;
    }
    // "A lire aussi" fills no line, however long the one above is.
    if (columns(line.text) < 40) {
      const std::string plain = fold(line.text);
      if (kBoxLines.match(plain) || kEndLines.match(plain) || kNoiseLines.match(plain))
        return false;
    }
    // html2text also breaks after a hyphen and inside addresses.
    const char last = above.text.back();
    if (drawing_.underscores && above.width + 8 > drawing_.wrapped_at &&
        (last == '-' || last == '/'))
      return true;
    std::size_t end = std::min(line.text.find(' '), line.text.size());
    // A number and a quotation mark were held to the next word by a blank that is no longer seen.
    if (is_digit(line.text[end - 1]) || end == 2)
      end = std::min(line.text.find(' ', end + 1), line.text.size());
    const std::size_t word = columns(line.text.substr(0, end));
    return above.width + 1 + word > drawing_.wrapped_at;
  }

  void append(std::string& text, std::string_view more) const {
    const bool broken_word = drawing_.underscores && text.size() >= 2 &&
                             (text.back() == '-' || text.back() == '/') &&
                             is_word_byte(text[text.size() - 2]);
    if (!broken_word && !text.empty()) text += ' ';
    text += more;
  }

  Block finished(Block block) const {
    if (const std::size_t stars = heading_stars(block.text); stars > 0 && block.bullet) {
      block.heading = true;
      block.text.erase(0, stars);
      block.text.erase(block.text.find_last_not_of('*') + 1);
    }
    block.button = block.text.find("(BUTTON)") != std::string::npos;
    block.text = undrawn(std::move(block.text), drawing_);
    block.text = std::string(trimmed(block.text));
    block.columns = columns(block.text);
    block.plain = single_spaced(fold(block.text));
    return block;
  }

  std::vector<Line> lines_;
  Drawing drawing_;
};

}  // namespace

std::vector<Block> blocks_of(std::string_view page) {
  return BlockReader(page).read();
}

}  // namespace kiosque::corpus::scraped
