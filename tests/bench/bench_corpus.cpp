// A press of any size, for measuring what grows: `bench_corpus COUNT [SEED] > articles.jsonl`.
// The same COUNT and SEED give the same bytes. Nothing in it means anything, but what an index
// notices of a text is after the press:
//
// - Words. 46 % are grammar's (de 7 % of all or d', la 4 %, …; vocabulary.cpp has the rates), so
//   that nearly every article has `de`. Content words follow Zipf and Mandelbrot,
//   p(r) ~ 1 / (r + 100), up to rank 8,000, and p(r) ~ 1 / r^1.9 beyond, without end: the
//   vocabulary grows after Heaps as the 1 / 1.9 = 0.53th power of the text. The first ranks are
//   the real words of data/articles by their count there, all others are made of two or three
//   syllables and an ending; each invented word has three forms (bare, -s, -e), one in six is a
//   name and has a capital. One word in 65 is a number.
// - Neighbours. De, la, que and their like are elided before vowels, with the apostrophe of the
//   paper; one of the 6,000 most frequent content words brings its constant follower in 12 % of
//   the cases where no grammar's word comes between: the phrases.
// - Lengths. Sentences: median 21 words, log-normal (sigma .45), 4 to 70. Bodies: median 370 words,
//   log-normal (sigma .65: one in twenty is longer than 1,080), 30 to 8,000. Headlines: median 10;
//   leads: 20 to 44 words, in 85 % of the articles.
// - Subjects. An article comes back to 14 words, even in the logarithm of their rank: 12 % of the
//   content words of its body, 40 % of its lead's, 60 % of its headline's. 40 % of the articles
//   take their words from one of 48 events of 24 words and one section, which are as popular as
//   Zipf has it and end at one in fifty articles.
// - Fields. Sections after Zipf (exponent .8); 60 sources and 5,000 tags (1), 3,000 authors (.8),
//   the real ones first; one to four tags, one author or two.
// - Dates. In order of publication over ten years from 2015, twice as many a day at the end, fewer
//   on Sundays (.45) and Saturdays (.65), three times as many on one day in fifty.
// - Families. 4 % are dispatches taken over from one of the 256 articles before: another section
//   and source, mostly another headline, one more sentence, half an hour to ten hours later.

#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>

#include "press.hpp"

namespace {

bool read_number(const char* text, std::size_t& number) {
  const char* const end = text + std::strlen(text);
  const auto [stopped, error] = std::from_chars(text, end, number);
  return error == std::errc() && stopped == end;
}

}  // namespace

int main(int argc, char** argv) try {
  std::size_t count = 0;
  std::size_t seed = 1;
  if (argc < 2 || argc > 3 || !read_number(argv[1], count) ||
      (argc == 3 && !read_number(argv[2], seed))) {
    fmt::print(stderr, "usage: bench_corpus COUNT [SEED] > articles.jsonl\n");
    return 2;
  }
  bench::Press press(bench::read_sample(KIOSQUE_SOURCE_DIR "/data/articles"), count, seed);
  std::string lines;
  for (std::size_t i = 1; i <= count; ++i) {
    press.publish(lines);
    if (lines.size() < (1U << 20U) && i < count) continue;
    if (std::fwrite(lines.data(), 1, lines.size(), stdout) != lines.size()) {
      fmt::print(stderr, "cannot write\n");
      return 1;
    }
    lines.clear();
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
} catch (const std::exception& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
