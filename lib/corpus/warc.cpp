// Web archives (WARC 0.17 to 1.1): every page of HTML in them is an article.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "corpus/lines.hpp"
#include "corpus/readers.hpp"
#include "corpus/unpack.hpp"
#include "support/text.hpp"

namespace kiosque::corpus {
namespace {

// "Content-Type: text/html" as its name in small letters and its value.
std::pair<std::string, std::string> header_of(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {support::lower_ascii(support::trim(line.substr(0, colon))),
          std::string(support::trim(line.substr(colon + 1)))};
}

struct Head {
  std::string type;  // of the record
  std::string url;
  std::string content_type;
  std::uint64_t size = 0;
  bool good = false;
};

// What a server answered, apart from its body.
struct Answer {
  int status = 200;
  std::string content_type;
  std::string encoding;
  bool chunked = false;
};

Answer take_answer(std::string& body) {
  Answer answer;
  std::string_view rest = body;
  bool first = true;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = support::trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) break;
    if (first) {
      first = false;
      const std::size_t blank = line.find(' ');
      if (blank != std::string_view::npos) {
        std::from_chars(line.data() + blank + 1, line.data() + line.size(), answer.status);
      }
      continue;
    }
    auto [name, value] = header_of(line);
    if (name == "content-type") answer.content_type = support::lower_ascii(value);
    if (name == "content-encoding") answer.encoding = support::lower_ascii(value);
    if (name == "transfer-encoding")
      answer.chunked = support::lower_ascii(value).find("chunked") != std::string::npos;
  }
  body.erase(0, body.size() - rest.size());
  return answer;
}

// Of "Transfer-Encoding: chunked": as it is where the sizes do not fit, since some tools store what
// they have already put together.
std::string joined_chunks(const std::string& body) {
  std::string joined;
  std::string_view rest = body;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return body;
    const std::string_view line = support::trim(rest.substr(0, end));
    std::size_t size = 0;
    const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (error != std::errc() || stop == line.data()) return body;
    rest.remove_prefix(end + 1);
    if (size == 0) return joined;
    if (size > rest.size()) return body;
    joined += rest.substr(0, size);
    rest.remove_prefix(size);
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
  }
  return joined;
}

bool is_page(std::string_view content_type) {
  return content_type.find("html") != std::string_view::npos;
}

class WarcReader {
 public:
  explicit WarcReader(Input& input) : input_(input), lines_(input.stream, kLongestLine) {}

  void read() {
    while (!stopped_) {
      const auto line = next_line();
      if (!line) break;
      if (support::trim(line->text).empty()) continue;
      if (!line->text.starts_with("WARC/")) {
        reject("warc", "what should be a WARC record is none.", "Is the file whole?");
        return;
      }
      const Head head = read_head();
      if (!head.good) {
        reject("warc", "a WARC record without its length.", "Is the file whole?");
        return;
      }
      read_body(head);
    }
    if (input_.stream.bad()) reject_unreadable(input_, entry_ + 1);
  }

 private:
  std::optional<Line> next_line() {
    auto line = lines_.next();
    if (line && !input_.advance(line->bytes)) {
      stopped_ = true;
      return {};
    }
    return line;
  }

  Head read_head() {
    Head head;
    constexpr int kMostHeaders = 200;
    for (int count = 0; count < kMostHeaders; ++count) {
      const auto line = next_line();
      if (!line || support::trim(line->text).empty()) break;
      auto [name, value] = header_of(line->text);
      if (name == "warc-type") head.type = support::lower_ascii(value);
      if (name == "content-type") head.content_type = support::lower_ascii(value);
      if (name == "warc-target-uri") {
        if (value.starts_with('<') && value.ends_with('>'))
          value = value.substr(1, value.size() - 2);
        head.url = std::move(value);
      }
      if (name == "content-length") {
        const auto [stop, error] =
            std::from_chars(value.data(), value.data() + value.size(), head.size);
        head.good = error == std::errc() && stop == value.data() + value.size();
      }
    }
    return head;
  }

  void read_body(const Head& head) {
    const bool response =
        head.type == "response" && head.content_type.find("http") != std::string::npos;
    const bool wanted = response || (head.type == "resource" && is_page(head.content_type));
    const bool fits = head.size <= input_.max_page_bytes;
    std::string body;
    std::uint64_t left = head.size;
    while (left > 0 && !stopped_) {
      const std::string_view piece =
          lines_.raw(static_cast<std::size_t>(std::min<std::uint64_t>(left, 64U << 10U)));
      if (piece.empty()) {
        reject("warc", "a WARC record that is cut off.", "Fetch the file again.");
        return;
      }
      left -= piece.size();
      if (wanted && fits) body += piece;
      if (!input_.advance(piece.size())) stopped_ = true;
    }
    if (!wanted || stopped_) return;
    if (!fits) {
      ++entry_;
      reject("too_long",
             fmt::format("a page of {} bytes, more than the {} allowed.", head.size,
                         input_.max_page_bytes),
             "Leave it out.");
      return;
    }
    read_page(head, std::move(body), response);
  }

  void read_page(const Head& head, std::string body, bool response) {
    constexpr int kFine = 200;
    Answer answer;
    if (response) {
      answer = take_answer(body);
      // What is no page (a picture, a redirection, an error) is no loss.
      if (answer.status != kFine || !is_page(answer.content_type)) return;
    }
    ++entry_;
    if (answer.chunked) body = joined_chunks(body);
    if (answer.encoding == "gzip" || answer.encoding == "zstd") {
      try {
        if (is_compressed(body)) body = unpacked(body, input_.max_page_bytes);
      } catch (const BadCompression& problem) {
        reject("compressed", problem.what(), "Fetch the page again.");
        return;
      }
    }
    record_page(input_, std::move(body), head.url, entry_);
  }

  void reject(const char* code, std::string reason, const char* remedy) {
    input_.reject({.line = entry_, .code = code, .reason = std::move(reason), .remedy = remedy});
  }

  static constexpr std::size_t kLongestLine = 64U << 10U;

  Input& input_;
  LineReader lines_;
  std::size_t entry_ = 0;  // pages so far
  bool stopped_ = false;
};

}  // namespace

bool is_warc(std::string_view head) {
  return head.starts_with("WARC/");
}

void read_warc(Input& input) {
  WarcReader(input).read();
}

}  // namespace kiosque::corpus
