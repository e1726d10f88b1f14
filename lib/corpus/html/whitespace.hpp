#pragma once
// White space as a browser shows it: any run of it is one blank, none at either end.

#include <string>
#include <string_view>
#include <utility>

namespace kiosque::corpus::html {

class Collapsed {
 public:
  void add(std::string_view text) {
    while (!text.empty()) {
      const std::size_t blank = blank_size(text);
      if (blank > 0) {
        pending_ = !text_.empty();
        text.remove_prefix(blank);
        continue;
      }
      std::size_t end = 1;
      while (end < text.size() && !may_be_blank(text[end])) ++end;
      if (pending_ && text_.back() != '\n') text_ += ' ';
      pending_ = false;
      text_ += text.substr(0, end);
      text.remove_prefix(end);
    }
  }

  /// A line's end: "<br>".
  void break_line() {
    pending_ = false;
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] bool at_line_start() const { return text_.empty() || text_.back() == '\n'; }

  /// The text, and begins anew.
  std::string take() {
    while (!text_.empty() && text_.back() == '\n') text_.pop_back();
    pending_ = false;
    return std::exchange(text_, {});
  }

 private:
  static bool may_be_blank(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\xE2' || c == '\xEF' || c == '\xC2';
  }
  // The bytes of the blank that the text begins with: ASCII's, and what has no width at all.
  static std::size_t blank_size(std::string_view text) {
    if (static_cast<unsigned char>(text[0]) <= ' ') return 1;
    if (text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9")) return 3;
    return 0;
  }

  std::string text_;
  bool pending_ = false;
};

}  // namespace kiosque::corpus::html
