// Kiosque beside its peers on the same articles, in one run:
//
//   bench_engine ARTICLES.jsonl [--queries N] [--seed N] [--work FOLDER] [--without PEER]...
//                [--turns sets|questions] [--once] [--only TEXT] [--keep]
//
// PEER: xapian (stock: TermGenerator and QueryParser), fts5 (SQLite's), lucene (with the French
// stop list) and lucene-all (with every word), kiosque-2 (Kiosque indexing with two jobs);
// `--without lucene` leaves both out. A peer that the bench was built without is left out too.
//
// - All index the same file of JSON lines, each in a process of its own, whose peak memory is its
//   own (Lucene's maps of files are among it).
// - Queries are drawn from the articles by a fixed seed, N of each kind (300; with 0 nothing is
//   asked). Each is asked of all peers three times, the fastest counts; with `--once` once, so that
//   nothing which an engine keeps of an answer can help. They take turns, so that all see the same
//   machine: by sets (each answers all queries of a kind before the next does: an engine asked all
//   day) or by questions (each finds the processor's caches full of the others' work). Lucene
//   measures inside its virtual machine, once it has answered 1,500 questions of the kind.
// - All peers fetch the titles of the ten hits, but where counts alone are asked for. Their matches
//   differ as their analysis does; the last column shows by how much.
// - Completions are asked for with every beginning of each headline's first four words. Xapian
//   (OP_WILDCARD) and FTS5 (its index of prefixes), which have none, find articles with all the
//   words instead.
// - `--only TEXT` asks those questions alone whose heading has this text.
// - `--keep`, with `--work`: what has been indexed there is left there, and found again by the next
//   run, with the figures of its making. So large collections are indexed once, each engine when
//   there is time for it, and asked side by side.
// - At the end some articles are added, one by one, each committed durably and searched for.

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <kiosque/kiosque.hpp>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "comparison.hpp"
#include "peer.hpp"
#include "queries.hpp"
#include "report.hpp"

namespace bench {

std::uintmax_t folder_size(const std::string& folder) {
  std::uintmax_t total = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) total += entry.file_size();
  }
  return total;
}

namespace {

namespace fs = std::filesystem;

constexpr double kMib = 1024.0 * 1024.0;

struct Settings {
  std::string articles;
  std::size_t queries = 300;
  std::size_t seed = 1;
  fs::path work;
  std::vector<std::string> without;
  Turns turns = Turns::sets;
  int rounds = 3;
  std::string only;
  bool keep = false;
};

// A copy as kiosque::to_json writes it, so that no peer has to know other names of fields.
std::size_t write_plainly(const std::string& articles, const std::string& copy) {
  std::ofstream lines(copy, std::ios::binary);
  std::size_t count = 0;
  kiosque::read({articles}, {},
                [&](kiosque::Record record) {
                  kiosque::Article& article = record.article;
                  if (article.id.empty()) article.id = kiosque::derived_id(article);
                  lines << kiosque::to_json(article) << '\n';
                  ++count;
                },
                {});
  if (!lines.flush()) throw std::runtime_error("cannot write " + copy);
  return count;
}

// Indexes in a child, so that its memory is measured apart from everything else.
Indexing measure_indexing(const Entrant& entrant, const std::string& articles, std::size_t count) {
  const Stopwatch watch;
  const pid_t child = fork();
  if (child == 0) {
    int status = 0;
    try {
      entrant.peer->index(articles);
    } catch (const std::exception& error) {
      fmt::print(stderr, "{}\n", error.what());
      status = 1;
    }
    _exit(status);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0)
    throw std::runtime_error("indexing failed: " + entrant.name);
  Indexing row{entrant.name, static_cast<double>(count) / watch.milliseconds() * 1000,
               static_cast<double>(usage.ru_maxrss) / 1024,
               static_cast<double>(folder_size(entrant.folder)) / kMib, -1};
  if (const auto bytes = entrant.peer->compacted())
    row.compacted_mib = static_cast<double>(*bytes) / kMib;
  return row;
}

// Beside a folder that is kept: what was measured when it was filled. Without it the folder may be
// half full.
fs::path made_file(const Entrant& entrant) {
  return entrant.folder + ".made";
}

std::optional<Indexing> kept(const Entrant& entrant) {
  Indexing row{entrant.name, 0, 0, 0, -1};
  std::ifstream file(made_file(entrant));
  if (!(file >> row.articles_a_second >> row.peak_mib >> row.disk_mib >> row.compacted_mib))
    return {};
  return row;
}

void keep(const Entrant& entrant, const Indexing& row) {
  std::ofstream(made_file(entrant)) << fmt::format("{} {} {} {}\n", row.articles_a_second,
                                                   row.peak_mib, row.disk_mib, row.compacted_mib);
}

Indexing index_or_find(const Entrant& entrant, const Settings& settings,
                       const std::string& articles, std::size_t count) {
  if (settings.keep) {
    if (const auto row = kept(entrant)) {
      fmt::print("indexed by an earlier run: {}\n", entrant.name);
      return *row;
    }
  }
  fs::remove_all(entrant.folder);
  const Indexing row = measure_indexing(entrant, articles, count);
  if (settings.keep) keep(entrant, row);
  return row;
}

bool left_out(const Settings& settings, const std::string& name) {
  return std::any_of(settings.without.begin(), settings.without.end(), [&](const auto& without) {
    return name == without || name.starts_with(without + "-");
  });
}

std::vector<Entrant> enter(const Settings& settings) {
  std::vector<Entrant> entrants;
  using Make = std::function<std::unique_ptr<Peer>(const std::string&)>;
  const auto add = [&](const std::string& name, const Make& make, bool asked = true) {
    if (left_out(settings, name)) return;
    const std::string folder = (settings.work / name).string();
    std::unique_ptr<Peer> peer = make(folder);
    if (!peer) {
      fmt::print("left out, since the bench was built without it: {}\n", name);
      return;
    }
    entrants.push_back({name, folder, std::move(peer), asked});
  };
  add("kiosque", [](const auto& folder) { return make_kiosque(folder, 1); });
  add(
      "kiosque-2", [](const auto& folder) { return make_kiosque(folder, 2); }, false);
  add("xapian", make_xapian);
  add("fts5", make_fts5);
  add("lucene", [](const auto& folder) { return make_lucene(folder, false); });
  add("lucene-all", [](const auto& folder) { return make_lucene(folder, true); });
  return entrants;
}

// Those of which the first engine finds about ten articles.
std::vector<std::string> found_in_ten(const std::vector<std::string>& words, Peer& peer,
                                      std::size_t wanted) {
  std::vector<std::string> found;
  for (const std::string& word : words) {
    if (found.size() == wanted) break;
    const std::size_t total = peer.ask({.text = word}).total;
    if (total >= 8 && total <= 12) found.push_back(word);
  }
  return found;
}

void ask_all(std::vector<Entrant>& entrants, const Queries& queries, const Settings& settings) {
  Comparison comparison(entrants, settings.turns, settings.rounds, settings.only);
  comparison.compare_first("opened, and the first headline with total, 3 facets, months",
                           queries.headlines, {.text = {}, .facets = true});
  for (Entrant& entrant : entrants) entrant.peer->open();
  comparison.compare_completions("completions while the first four words are typed",
                                 queries.prefixes);
  comparison.compare("headline, any word: ten best", queries.headlines,
                     {.text = {}, .total = false});
  comparison.compare("headline, any word: ten best, exact total", queries.headlines, {});
  comparison.compare("headline, any word: ten best, exact total, 3 facets, months",
                     queries.headlines, {.text = {}, .facets = true});
  comparison.compare("two words, both: ten best, exact total, 3 facets, months", queries.pairs,
                     {.text = {}, .mode = Mode::all, .facets = true});
  comparison.compare("one word: ten best, exact total, 3 facets, months", queries.words,
                     {.text = {}, .facets = true});
  const auto of_ten = found_in_ten(queries.rare, *entrants.front().peer, settings.queries);
  const std::vector<std::string> of_all(30);
  comparison.compare("ten articles: the ten, exact total, 3 facets, months", of_ten,
                     {.text = {}, .facets = true});
  comparison.compare("every article: ten best, exact total, 3 facets, months", of_all,
                     {.text = {}, .facets = true});
  comparison.compare("ten articles: exact total, 3 facets, months alone", of_ten,
                     {.text = {}, .hits = false, .facets = true});
  comparison.compare("every article: exact total, 3 facets, months alone", of_all,
                     {.text = {}, .hits = false, .facets = true});
  comparison.compare("phrase: ten best, exact total", queries.phrases,
                     {.text = {}, .mode = Mode::phrase});
  comparison.compare_snippets("headline: ten snippets alone", queries.headlines);
  comparison.compare("keystroke: ten best", queries.keystrokes,
                     {.text = {}, .mode = Mode::typing, .total = false}, Compare::p95s);
  comparison.compare_adding("one article added, committed durably, found by a word of its own",
                            queries.articles);
}

void run(const Settings& settings) {
  fs::create_directories(settings.work);
  const std::string articles =
      (settings.work / fmt::format("articles-{}.jsonl", getpid())).string();
  std::vector<Entrant> entrants = enter(settings);
  const std::size_t count = write_plainly(settings.articles, articles);
  fmt::print("{} articles, {} queries of each kind, seed {}\n", count, settings.queries,
             settings.seed);
  print_machine();
  std::fflush(stdout);
  std::vector<Indexing> rows;
  for (const Entrant& entrant : entrants)
    rows.push_back(index_or_find(entrant, settings, articles, count));
  print_indexing(rows);
  for (const Entrant& entrant : entrants) {
    if (!entrant.asked && !settings.keep) fs::remove_all(entrant.folder);
  }
  std::erase_if(entrants, [](const Entrant& entrant) { return !entrant.asked; });
  if (settings.queries == 0) return;
  const Queries queries = draw_queries(articles, count, settings.queries, settings.seed);
  ask_all(entrants, queries, settings);
  for (Entrant& entrant : entrants) {
    entrant.peer.reset();
    if (!settings.keep) fs::remove_all(entrant.folder);
  }
  fs::remove(articles);
}

bool read_settings(int argc, char** argv, Settings& settings) {
  const auto number = [](const char* text, std::size_t& value) {
    const char* const end = text + std::strlen(text);
    const auto [stopped, error] = std::from_chars(text, end, value);
    return error == std::errc() && stopped == end;
  };
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (!argument.starts_with("--")) {
      if (!settings.articles.empty()) return false;
      settings.articles = argument;
      continue;
    }
    if (argument == "--keep") {
      settings.keep = true;
      continue;
    }
    if (argument == "--once") {
      settings.rounds = 1;
      continue;
    }
    if (++i == argc) return false;
    if (argument == "--queries") {
      if (!number(argv[i], settings.queries)) return false;
    } else if (argument == "--seed") {
      if (!number(argv[i], settings.seed)) return false;
    } else if (argument == "--work") {
      settings.work = argv[i];
    } else if (argument == "--only") {
      settings.only = argv[i];
    } else if (argument == "--turns") {
      const std::string turns = argv[i];
      if (turns != "sets" && turns != "questions") return false;
      settings.turns = turns == "sets" ? Turns::sets : Turns::questions;
    } else if (argument == "--without") {
      settings.without.emplace_back(argv[i]);
    } else {
      return false;
    }
  }
  return !settings.articles.empty() && !(settings.keep && settings.work.empty());
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) try {
  bench::Settings settings;
  if (!bench::read_settings(argc, argv, settings)) {
    fmt::print(stderr,
               "usage: bench_engine ARTICLES.jsonl [--queries N] [--seed N] [--work FOLDER] "
               "[--without PEER]... [--turns sets|questions] [--once] [--only TEXT] [--keep]\n");
    return 2;
  }
  const bool own = settings.work.empty();
  if (own) {
    settings.work =
        std::filesystem::temp_directory_path() / fmt::format("kiosque-bench-{}", getpid());
  }
  bench::run(settings);
  if (own) std::filesystem::remove_all(settings.work);
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
