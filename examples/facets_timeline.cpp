// How many articles a question finds, year by year:
//   facets_timeline presse.kiosque "élection présidentielle"

#include <fmt/core.h>

#include <algorithm>
#include <kiosque/kiosque.hpp>
#include <string>

int main(int argc, char** argv) try {
  if (argc != 3) {
    fmt::print(stderr, "usage: facets_timeline ARCHIVE QUERY\n");
    return 2;
  }
  const kiosque::Searcher searcher(argv[1]);
  const kiosque::Results results =
      searcher.search(argv[2], {.limit = 0, .facets = {{.field = "year", .limit = 1000}}});
  fmt::print("{} articles\n", results.total);
  const kiosque::Facet& years = results.facets.front();
  std::size_t highest = 1;
  for (const auto& year : years.values) highest = std::max(highest, year.count);
  for (const auto& year : years.values)
    fmt::print("{} {:>6} {}\n", year.value, year.count,
               std::string(50 * year.count / highest, '#'));
  if (years.missing > 0) fmt::print("     {:>6} without a date\n", years.missing);
} catch (const kiosque::Error& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
