// JSON: one object a line, or one array of objects; streamed either way.

#include <fmt/format.h>

#include <array>
#include <string>

#include "corpus/json.hpp"
#include "corpus/lines.hpp"
#include "corpus/readers.hpp"
#include "support/text.hpp"

namespace kiosque::corpus {
namespace {

void read_object(Input& input, std::string_view text, std::size_t place, std::string_view unit) {
  if (const std::size_t bad = support::invalid_utf8(text); bad != std::string_view::npos) {
    input.reject({.line = place,
                  .code = "utf8",
                  .reason = fmt::format("invalid UTF-8 at byte {} of the {}.", bad + 1, unit),
                  .remedy = "Convert it, for instance with `iconv -f WINDOWS-1252 -t UTF-8`."});
    return;
  }
  record_parsed(input, article_from_json(text, input.fields), place, place);
}

std::string_view without_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

void reject_too_long(Input& input, std::size_t place, std::string_view what) {
  input.reject(
      {.line = place,
       .code = "too_long",
       .reason = fmt::format("{} of more than the {} bytes allowed.", what, input.max_record_bytes),
       .remedy = "Write one article for each."});
}

void read_lines(Input& input) {
  LineReader lines(input.stream, input.max_record_bytes);
  while (const auto line = lines.next()) {
    if (!input.advance(line->bytes)) return;
    const std::string_view text = line->number == 1 ? without_mark(line->text) : line->text;
    if (line->too_long) {
      reject_too_long(input, line->number, fmt::format("a line of {} bytes,", line->bytes));
    } else if (!support::trim(text).empty()) {
      read_object(input, text, line->number, "line");
    }
  }
  if (input.stream.bad()) reject_unreadable(input, lines.number());
}

// Cuts an array into its elements by its brackets and quotes alone; each is parsed by itself.
class ArrayReader {
 public:
  explicit ArrayReader(Input& input) : input_(input) {}

  void read() {
    std::array<char, 64U << 10U> chunk{};
    while (input_.stream.read(chunk.data(), chunk.size()), input_.stream.gcount() > 0) {
      const auto size = static_cast<std::size_t>(input_.stream.gcount());
      if (!input_.advance(size)) return;
      for (const char c : std::string_view(chunk.data(), size)) take(c);
    }
    if (input_.stream.bad()) return reject_unreadable(input_, entry_ + 1);
    if (!support::trim(element_).empty() || depth_ > 0) {
      input_.reject({.line = entry_ + 1,
                     .code = "json",
                     .reason = "an array that is cut off.",
                     .remedy = "Export it again."});
    }
  }

 private:
  void take(char c) {
    if (quoted_) {
      append(c);
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        quoted_ = false;
      }
      return;
    }
    const bool opens = c == '[' || c == '{';
    const bool closes = c == ']' || c == '}';
    if (opens && depth_++ == 0) return;  // of the array itself
    if (closes && depth_ > 0) --depth_;
    if ((c == ',' && depth_ == 1) || (closes && depth_ == 0)) {
      finish();
      return;
    }
    quoted_ = c == '"';
    append(c);
  }

  void append(char c) {
    if (depth_ == 0) return;  // before the array, or behind it
    if (element_.size() < input_.max_record_bytes) {
      element_ += c;
    } else {
      too_long_ = true;
    }
  }

  void finish() {
    const std::string_view text = support::trim(element_);
    if (!text.empty()) {
      ++entry_;
      if (too_long_) {
        reject_too_long(input_, entry_, "an element");
      } else {
        read_object(input_, text, entry_, "element");
      }
    }
    element_.clear();
    too_long_ = false;
  }

  Input& input_;
  std::string element_;
  std::size_t entry_ = 0;
  std::size_t depth_ = 0;
  bool quoted_ = false;
  bool escaped_ = false;
  bool too_long_ = false;
};

bool is_array(std::string_view head) {
  head = support::trim(without_mark(head));
  if (!head.starts_with('[')) return false;
  const auto next = support::trim(head.substr(1));
  return next.starts_with('{') || next == "]";
}

}  // namespace

bool is_json(std::string_view head) {
  return support::trim(without_mark(head)).starts_with('{') || is_array(head);
}

void read_jsonl(Input& input) {
  if (is_array(input.head)) {
    ArrayReader(input).read();
  } else {
    read_lines(input);
  }
}

}  // namespace kiosque::corpus
