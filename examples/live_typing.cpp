// What a search box would show for every line of standard input: completions, and the three best
// articles.
//   live_typing presse.kiosque

#include <fmt/core.h>

#include <iostream>
#include <kiosque/kiosque.hpp>
#include <string>

int main(int argc, char** argv) try {
  if (argc != 2) {
    fmt::print(stderr, "usage: live_typing ARCHIVE\n");
    return 2;
  }
  kiosque::Searcher searcher(argv[1]);
  for (std::string line; std::getline(std::cin, line);) {
    searcher.refresh();  // what another program has committed since
    for (const auto& completion : searcher.suggest(line, {.limit = 5}))
      fmt::print("  … {} ({})\n", completion.text, completion.count);
    const kiosque::Results results =
        searcher.search(line, {.limit = 3, .typing = true, .snippet_length = 0});
    fmt::print("{} ({} articles, {:.1f} ms)\n", line, results.total, results.took_ms);
    for (const auto& hit : results.hits) fmt::print("  {}. {}\n", hit.rank, hit.title);
  }
} catch (const kiosque::Error& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
