// The analyzer alone: `bench_analyzer ARTICLES.jsonl` prints its speed on the articles' texts and
// on texts made to be hard, and the bytes that it allocates per article once it is warm.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <kiosque/kiosque.hpp>
#include <new>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"

namespace {

std::size_t allocated = 0;

double megabytes_a_second(kiosque::analysis::Analyzer& analyzer,
                          const std::vector<std::string>& texts) {
  kiosque::analysis::Words words;
  double best = 0;
  for (int turn = 0; turn < 3; ++turn) {
    std::size_t bytes = 0;
    const std::clock_t start = std::clock();  // processor time: what else runs does not count
    for (const std::string& text : texts) {
      analyzer.analyze(text, words);
      bytes += text.size();
    }
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    best = std::max(best, static_cast<double>(bytes) / 1e6 / seconds);
  }
  return best;
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

}  // namespace

void* operator new(std::size_t size) {
  allocated += size;
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

int main(int argc, char** argv) try {
  if (argc != 2) {
    fmt::print(stderr, "usage: bench_analyzer ARTICLES.jsonl\n");
    return 2;
  }
  std::vector<std::string> texts;
  kiosque::read({argv[1]}, {},
                [&](const kiosque::Record& record) {
                  const kiosque::Article& article = record.article;
                  texts.push_back(article.title + "\n" + article.lead + "\n" + article.body);
                },
                {});
  kiosque::analysis::Analyzer analyzer;
  fmt::print("{:40} {:8.1f} MB/s\n", fmt::format("{} articles", texts.size()),
             megabytes_a_second(analyzer, texts));

  kiosque::analysis::Words words;
  for (const std::string& text : texts) analyzer.analyze(text, words);
  const std::size_t before = allocated;
  for (const std::string& text : texts) analyzer.analyze(text, words);
  fmt::print("{:40} {:8.1f} bytes\n", "allocated per article, warm",
             static_cast<double>(allocated - before) / static_cast<double>(texts.size()));

  constexpr std::size_t kTenMegabytes = 10'000'000;
  const std::vector<std::pair<const char*, std::string>> hard = {
      {"one word of 10 MB", repeated("a", kTenMegabytes)},
      {"10 MB of digits", repeated("7", kTenMegabytes)},
      {"a million apostrophes", repeated("'", 1'000'000)},
      {"a million l'", repeated("l'", 2'000'000)},
      {"a million a.", repeated("a.", 2'000'000)},
      {"a million a·e·s", repeated("étudiant·e·s ", 13'000'000)},
      {"numbers of three digits", repeated("123 ", 4'000'000)},
      {"combining marks", repeated("e\u0301", 3'000'000)},
      {"words never seen before",
       [] {
         std::string text;
         for (unsigned i = 0; text.size() < kTenMegabytes; ++i)
           text += fmt::format("mot{:x}ement ", i * 2654435761U);
         return text;
       }()},
  };
  for (const auto& [what, text] : hard) {
    fmt::print("{:40} {:8.1f} MB/s\n", what, megabytes_a_second(analyzer, {text}));
  }
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
