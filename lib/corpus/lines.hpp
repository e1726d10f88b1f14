#pragma once
// Lines of a stream in bounded memory.

#include <algorithm>
#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque::corpus {

struct Line {
  std::string_view text;   // without its end; good until the next call; empty if too long
  std::size_t number = 0;  // from 1
  std::size_t bytes = 0;   // with its end
  bool too_long = false;
};

class LineReader {
 public:
  LineReader(std::istream& stream, std::size_t longest)
      : stream_(stream), longest_(longest), buffer_(kBufferSize) {}

  std::optional<Line> next() {
    line_.clear();
    Line line;
    line.number = ++number_;
    for (;;) {
      if (begin_ == end_) {
        fill();
        if (end_ == 0) {
          if (line.bytes == 0) return {};
          break;
        }
      }
      const std::string_view chunk(buffer_.data() + begin_, end_ - begin_);
      const std::size_t newline = chunk.find('\n');
      const std::string_view part = chunk.substr(0, newline);
      if (line_.size() + part.size() > longest_) line.too_long = true;
      if (!line.too_long) line_ += part;
      const bool ended = newline != std::string_view::npos;
      line.bytes += part.size() + (ended ? 1 : 0);
      begin_ += part.size() + (ended ? 1 : 0);
      if (ended) break;
    }
    if (line.too_long) line_.clear();
    line.text = line_;
    if (line.text.ends_with('\r')) line.text.remove_suffix(1);
    return line;
  }

  /// Up to `most` bytes as they are, whatever lines they hold; good until the next call, empty at
  /// the end.
  std::string_view raw(std::size_t most) {
    if (begin_ == end_) fill();
    const std::string_view piece(buffer_.data() + begin_, std::min(most, end_ - begin_));
    begin_ += piece.size();
    return piece;
  }

  [[nodiscard]] std::size_t number() const { return number_; }

 private:
  void fill() {
    stream_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    begin_ = 0;
    end_ = static_cast<std::size_t>(stream_.gcount());
  }

  static constexpr std::size_t kBufferSize = 256U << 10U;

  std::istream& stream_;
  std::size_t longest_;
  std::vector<char> buffer_;
  std::string line_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t number_ = 0;
};

}  // namespace kiosque::corpus
