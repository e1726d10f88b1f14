// The analyzer alone: `bench_analyzer ARTICLES.jsonl` prints its speed on the articles' texts and
// on texts made to be hard, and the bytes that it allocates per article once it is warm.

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <kiosque/kiosque.hpp>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"

namespace {

std::size_t allocated = 0;

using Work = std::function<void(const std::string&)>;

// The fastest of three turns, in processor time: what else runs does not count.
double megabytes_a_second(const std::vector<std::string>& texts, const Work& work) {
  double best = 0;
  for (int turn = 0; turn < 3; ++turn) {
    std::size_t bytes = 0;
    const std::clock_t start = std::clock();
    for (const std::string& text : texts) {
      work(text);
      bytes += text.size();
    }
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    best = std::max(best, static_cast<double>(bytes) / 1e6 / seconds);
  }
  return best;
}

void print_speed(const std::string& what, double speed) {
  fmt::print("{:44} {:8.1f} MB/s\n", what, speed);
}

// ICU's word breaking, and nothing done with the words.
void break_words(icu::BreakIterator& words, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UText bytes = UTEXT_INITIALIZER;
  utext_openUTF8(&bytes, text.data(), static_cast<std::int64_t>(text.size()), &status);
  words.setText(&bytes, status);
  words.first();
  while (words.next() != icu::BreakIterator::DONE) {
  }
  utext_close(&bytes);
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
  kiosque::analysis::Words words;
  const Work analyze = [&](const std::string& text) { analyzer.analyze(text, words); };
  fmt::print("{} articles\n", texts.size());
  print_speed("Kiosque", megabytes_a_second(texts, analyze));
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("french"));
  print_speed("Xapian's TermGenerator", megabytes_a_second(texts, [&](const std::string& text) {
                generator.set_document(Xapian::Document());
                generator.index_text(text);
              }));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaker(
      icu::BreakIterator::createWordInstance(icu::Locale::getFrench(), status));
  print_speed("ICU's word breaking alone", megabytes_a_second(texts, [&](const std::string& text) {
                break_words(*breaker, text);
              }));

  const std::size_t before = allocated;
  for (const std::string& text : texts) analyzer.analyze(text, words);
  fmt::print("{:44} {:8.1f} bytes\n", "allocated per article, warm",
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
    print_speed(what, megabytes_a_second({text}, analyze));
  }
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
