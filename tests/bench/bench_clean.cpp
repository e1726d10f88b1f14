// Cleaning pages, beside parsing them and no more: `bench_clean FOLDER_OF_PAGES...` prints, for the
// pages of HTML in the folders, how many a second are read from bytes to article, and how many
// libxml2 and (where it is installed) gumbo only parse.

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "corpus/html/page.hpp"
#ifdef KIOSQUE_GUMBO
#include <gumbo.h>
#endif

namespace {

using Pages = std::vector<std::string>;

Pages pages_below(int argc, char** argv) {
  Pages pages;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (entry.path().extension() != ".html") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      pages.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
  }
  return pages;
}

// Seconds of processor time for all pages, the least of three turns.
double seconds(const Pages& pages, const std::function<void(const std::string&)>& work) {
  double best = 1e9;
  for (int turn = 0; turn < 3; ++turn) {
    const std::clock_t start = std::clock();
    for (const auto& page : pages) work(page);
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

void clean(const std::string& page) {
  static const kiosque::corpus::html::Rules kRules;
  static const std::string kNone;
  (void)kiosque::corpus::html::read_page(page, {.url = kNone, .today = kNone, .rules = kRules});
}

void parse_libxml2(const std::string& page) {
  xmlDoc* const document = htmlReadMemory(
      page.data(), static_cast<int>(page.size()), "", "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlFreeDoc(document);
}

#ifdef KIOSQUE_GUMBO
void parse_gumbo(const std::string& page) {
  GumboOutput* const output =
      gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}
#endif

}  // namespace

int main(int argc, char** argv) {
  const Pages pages = pages_below(argc, argv);
  if (pages.empty()) {
    fmt::print(stderr, "usage: bench_clean FOLDER_OF_PAGES...\n");
    return 2;
  }
  std::size_t bytes = 0;
  for (const auto& page : pages) bytes += page.size();
  fmt::print("{} pages, {:.1f} MB\n", pages.size(), static_cast<double>(bytes) / 1e6);
  const double cleaned = seconds(pages, clean);
  const auto print = [&](const char* what, double time) {
    fmt::print("{:28} {:7.0f} pages/s  {:6.1f} MB/s  ratio {:.2f}\n", what,
               static_cast<double>(pages.size()) / time, static_cast<double>(bytes) / 1e6 / time,
               time / cleaned);
  };
  print("Kiosque, bytes to article", cleaned);
  print("libxml2, parsing alone", seconds(pages, parse_libxml2));
#ifdef KIOSQUE_GUMBO
  print("gumbo, parsing alone", seconds(pages, parse_gumbo));
#endif
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("peak memory {:.0f} MiB, the pages' {:.0f} among them\n",
             static_cast<double>(usage.ru_maxrss) / 1024.0,
             static_cast<double>(bytes) / (1U << 20U));
  return 0;
}
