// Lines out of a stream, whatever the pieces it comes in.

#include "corpus/lines.hpp"

#include <fstream>
#include <istream>
#include <sstream>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "corpus/readers.hpp"
#include "support/random_text.hpp"

using kiosque::corpus::LineReader;

namespace {

std::vector<std::string> lines_of(const std::string& text, std::size_t longest = 1000) {
  std::istringstream stream(text);
  LineReader reader(stream, longest);
  std::vector<std::string> lines;
  std::size_t number = 0;
  std::size_t bytes = 0;
  while (const auto line = reader.next()) {
    CHECK(line->number == ++number);
    bytes += line->bytes;
    lines.push_back(line->too_long ? "(too long)" : std::string(line->text));
  }
  CHECK(bytes == text.size());
  return lines;
}

// A stream that says the same thing so many times, and never holds more than one of them.
class Repeated : public std::streambuf {
 public:
  Repeated(std::size_t times, std::string piece) : left_(times), piece_(std::move(piece)) {}

 protected:
  int_type underflow() override {
    if (left_ == 0) return traits_type::eof();
    --left_;
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
    return traits_type::to_int_type(piece_[0]);
  }

 private:
  std::size_t left_;
  std::string piece_;
};

// The most memory that this process ever held, in bytes.
std::size_t most_held() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word != "VmHWM:") continue;
    std::size_t kilobytes = 0;
    status >> kilobytes;
    return kilobytes * 1024;
  }
  return 0;
}

// Forgets the peak so far: a test before this one may have been larger.
void forget_peak() {
  std::ofstream("/proc/self/clear_refs") << 5;
}

}  // namespace

TEST_CASE("A line ends at its line feed, with or without a carriage return, or with the stream") {
  using Lines = std::vector<std::string>;
  CHECK(lines_of("") == Lines{});
  CHECK(lines_of("\n") == Lines{""});
  CHECK(lines_of("a") == Lines{"a"});
  CHECK(lines_of("a\n") == Lines{"a"});
  CHECK(lines_of("a\r\nb\r\n") == Lines{"a", "b"});
  CHECK(lines_of("a\n\nb") == Lines{"a", "", "b"});
  CHECK(lines_of("a\r") == Lines{"a"});
  CHECK(lines_of("a\rb\n") == Lines{"a\rb"});
  CHECK(lines_of("\r\n\r\n") == Lines{"", ""});
  CHECK(lines_of(std::string("a\0b\n", 4)) == Lines{std::string("a\0b", 3)});
}

TEST_CASE("A line too long is passed over, and the next ones are whole") {
  using Lines = std::vector<std::string>;
  CHECK(lines_of("12345\n123456\n1\n", 5) == Lines{"12345", "(too long)", "1"});
  CHECK(lines_of("123456", 5) == Lines{"(too long)"});
  const std::string huge(3'000'000, 'x');
  CHECK(lines_of("a\n" + huge + "\nb\n" + huge, 100) ==
        Lines{"a", "(too long)", "b", "(too long)"});
  CHECK(lines_of(huge + "\nb", huge.size()) == Lines{huge, "b"});
}

TEST_CASE("Lines are those of the text, wherever the reader's buffer ends") {
  kiosque::testing::RandomText random(83);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::string> lines(1 + random.number(50));
    std::string text;
    for (auto& line : lines) {
      line.assign(random.number(20'000), 'a');
      text += line + "\n";
    }
    REQUIRE(lines_of(text, 20'000) == lines);
  }
}

TEST_CASE("200 MB of articles are read in a few MB, and so is one line as long") {
  constexpr std::size_t kCount = 200;
  constexpr std::size_t kWidth = 1'000'000;
#ifdef __SANITIZE_ADDRESS__
  constexpr std::size_t kAllowed = 500'000'000;  // it holds on to what is freed
#else
  constexpr std::size_t kAllowed = 64'000'000;
#endif
  forget_peak();
  const std::size_t before = most_held();
  {
    Repeated source(kCount, "{\"title\":\"" + std::string(kWidth, 'x') + "\"}\n");
    std::istream stream(&source);
    std::size_t articles = 0;
    const kiosque::corpus::html::Rules rules;
    kiosque::corpus::Input input{.stream = stream,
                                 .head = "{",
                                 .max_record_bytes = 2 * kWidth,
                                 .max_page_bytes = 2 * kWidth,
                                 .rules = rules,
                                 .today = {},
                                 .record =
                                     [&](const kiosque::Article& article, std::size_t) {
                                       if (article.title.size() == kWidth) ++articles;
                                     },
                                 .reject = [](const kiosque::Rejected&) { FAIL("rejected"); },
                                 .advance = [](std::size_t) { return true; }};
    kiosque::corpus::read_jsonl(input);
    CHECK(articles == kCount);
  }
  {
    Repeated source(kCount, std::string(kWidth, 'x'));
    std::istream stream(&source);
    LineReader reader(stream, 2 * kWidth);
    const auto line = reader.next();
    REQUIRE(line);
    CHECK(line->too_long);
    CHECK(line->bytes == kCount * kWidth);
  }
  CHECK(most_held() < before + kAllowed);
}
