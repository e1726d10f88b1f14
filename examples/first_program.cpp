// The whole of what most programs need: two articles in, a question, an answer with facets out.
// Laid out as the README shows it:
// clang-format off

#include <fmt/core.h>
#include <kiosque/kiosque.hpp>

int main() try {
  {
    kiosque::Writer writer("presse.kiosque");          // created if missing; one writer at a time
    writer.put({.id = "a1", .title = "L’élection présidentielle", .body = "Le second tour a lieu dimanche.",
                .published = "2022-04-24", .tags = {"politique"}});
    writer.put({.id = "a2", .title = "Élections régionales", .body = "La campagne s’ouvre aujourd’hui.",
                .published = "2021-06-20", .tags = {"politique", "régions"}});
    writer.commit();
  }
  const kiosque::Searcher searcher("presse.kiosque");  // safe to share between threads
  const kiosque::Query query = kiosque::parse("election tag:politique date:2021..2022");
  for (const auto& warning : query.warnings) fmt::print("note: {}\n", warning.text);

  const kiosque::Results results = searcher.search(query, {.limit = 5, .facets = {{"tag"}, {"year"}}});
  fmt::print("{} articles\n", results.total);
  for (const auto& hit : results.hits) fmt::print("{:5.2f}  {}  {}\n", hit.score, hit.title, hit.snippet);
  for (const auto& facet : results.facets)
    for (const auto& value : facet.values) fmt::print("  {} {} ({})\n", facet.field, value.value, value.count);
} catch (const kiosque::Error& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
