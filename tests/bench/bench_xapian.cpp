// Kiosque beside stock Xapian (TermGenerator, QueryParser, ValueCountMatchSpy) on the same
// articles, in one run: `bench_xapian ARTICLES.jsonl QUERIES [WORK_FOLDER]`. A query is a line, or
// what follows its first tab. Each system indexes in a process of its own, whose peak memory is its
// own; then both answer the same queries in turn, each query three times, the fastest counted.
// `bench_xapian --batches ARTICLES.jsonl` indexes with batches of several sizes instead.

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <kiosque/kiosque.hpp>
#include <memory>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Cost {
  double seconds = 0;
  double peak_mib = 0;
  double archive_mib = 0;
};

std::uintmax_t folder_size(const std::string& path) {
  std::uintmax_t total = 0;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) total += entry.file_size();
  }
  return total;
}

// Runs `work` in a child, so that its memory is measured apart from everything else.
Cost measure_apart(const std::string& archive, const std::function<void()>& work) {
  const auto start = Clock::now();
  const pid_t child = fork();
  if (child == 0) {
    int status = 0;
    try {
      work();
    } catch (const std::exception& error) {
      fmt::print(stderr, "{}\n", error.what());
      status = 1;
    }
    _exit(status);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
    fmt::print(stderr, "indexing failed\n");
    std::exit(1);
  }
  return {milliseconds_since(start) / 1000, static_cast<double>(usage.ru_maxrss) / 1024,
          static_cast<double>(folder_size(archive)) / (1024.0 * 1024.0)};
}

constexpr unsigned kFacetSlots = 4;  // section, source, year, month

void index_with_xapian(const std::string& archive, const std::string& articles) {
  Xapian::WritableDatabase database(archive, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("french"));
  kiosque::read({articles}, {},
                [&](const kiosque::Record& record) {
                  const kiosque::Article& article = record.article;
                  Xapian::Document document;
                  document.set_data(kiosque::to_json(article));
                  generator.set_document(document);
                  generator.index_text(article.title);
                  generator.increase_termpos();
                  generator.index_text(article.lead);
                  generator.increase_termpos();
                  generator.index_text(article.body);
                  document.add_value(0, article.section);
                  document.add_value(1, article.source);
                  document.add_value(2, article.published.substr(0, 4));
                  document.add_value(3, article.published.substr(0, 7));
                  database.add_document(document);
                },
                {});
  database.commit();
}

void index_with_kiosque(const std::string& archive, const std::string& articles,
                        const kiosque::WriterOptions& options = {}) {
  kiosque::Writer writer(archive, options);
  kiosque::index(writer, {articles});
}

std::vector<std::string> read_queries(const std::string& path) {
  std::vector<std::string> queries;
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    const auto tab = line.find('\t');
    queries.push_back(tab == std::string::npos ? line : line.substr(tab + 1));
  }
  return queries;
}

std::size_t ask_xapian(const Xapian::Database& database, const std::string& text, bool facets) {
  Xapian::QueryParser parser;
  parser.set_stemmer(Xapian::Stem("french"));
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_database(database);
  Xapian::Enquire enquire(database);
  enquire.set_query(parser.parse_query(text, 0));
  std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
  for (unsigned slot = 0; facets && slot < kFacetSlots; ++slot) {
    spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
    enquire.add_matchspy(spies.back().get());
  }
  const Xapian::MSet matches = enquire.get_mset(0, 10, database.get_doccount());
  std::size_t bytes = matches.get_matches_estimated();
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    bytes += match.get_document().get_data().size();
  }
  return bytes;
}

std::size_t ask_kiosque(const kiosque::Searcher& searcher, const std::string& text, bool facets) {
  kiosque::SearchOptions options;
  options.snippet_length = 0;
  if (facets) {
    options.facets = {{"section"}, {"source"}, {"year"}};
    options.histogram = kiosque::DateUnit::month;
  }
  const kiosque::Results results = searcher.search(text, options);
  return results.total + results.hits.size();
}

double fastest(const std::function<std::size_t()>& ask) {
  double best = 1e300;
  for (int turn = 0; turn < 3; ++turn) {
    const auto start = Clock::now();
    static volatile std::size_t sink = 0;
    sink = sink + ask();
    best = std::min(best, milliseconds_since(start));
  }
  return best;
}

struct Spread {
  double median = 0;
  double p95 = 0;
};

Spread spread(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  if (times.empty()) return {};
  return {times[times.size() / 2], times[times.size() * 95 / 100]};
}

void compare(const char* what, const Xapian::Database& database, const kiosque::Searcher& searcher,
             const std::vector<std::string>& queries, bool facets) {
  std::vector<double> xapian;
  std::vector<double> kiosque_times;
  for (const auto& query : queries) {
    xapian.push_back(fastest([&] { return ask_xapian(database, query, facets); }));
    kiosque_times.push_back(fastest([&] { return ask_kiosque(searcher, query, facets); }));
  }
  const Spread a = spread(xapian);
  const Spread b = spread(kiosque_times);
  fmt::print("{:44} {:9.2f} {:9.2f} {:9.2f} {:9.2f}   ratio {:5.2f}\n", what, a.median, a.p95,
             b.median, b.p95, b.median / a.median);
}

int compare_batches(const std::string& articles) {
  const std::string archive =
      (fs::temp_directory_path() / fmt::format("kiosque-batches-{}", getpid())).string();
  for (const std::size_t mib : {1, 2, 4, 24}) {
    const Cost cost = measure_apart(archive, [&] {
      index_with_kiosque(archive, articles, {.batch_bytes = mib * 1024 * 1024});
    });
    fmt::print("batches of {:2} MiB: {:6.1f} s, {:6.1f} MiB of memory\n", mib, cost.seconds,
               cost.peak_mib);
    fs::remove_all(archive);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3) {
    fmt::print(stderr, "usage: bench_xapian ARTICLES.jsonl QUERIES [WORK_FOLDER]\n");
    return 2;
  }
  if (argv[1] == std::string("--batches")) return compare_batches(argv[2]);
  const std::string articles = argv[1];
  const auto queries = read_queries(argv[2]);
  const fs::path work = argc > 3
                            ? fs::path(argv[3])
                            : fs::temp_directory_path() / fmt::format("kiosque-bench-{}", getpid());
  fs::create_directories(work);
  const std::string plain = (work / "plain.xapian").string();
  const std::string archive = (work / "bench.kiosque").string();
  fs::remove_all(plain);
  fs::remove_all(archive);

  const Cost xapian = measure_apart(plain, [&] { index_with_xapian(plain, articles); });
  const Cost ours = measure_apart(archive, [&] { index_with_kiosque(archive, articles); });
  {
    const Xapian::Database database(plain);
    const kiosque::Searcher searcher(archive);
    const double count = database.get_doccount();
    fmt::print("{} articles, {} queries\n", database.get_doccount(), queries.size());
    const auto row = [](const char* what, double a, double b) {
      fmt::print("{:44} {:19.1f} {:19.1f}   ratio {:5.2f}\n", what, a, b, b / a);
    };
    fmt::print("{:44} {:>19} {:>19}\n", "", "Xapian", "Kiosque");
    row("indexing, articles a second", count / xapian.seconds, count / ours.seconds);
    row("indexing, peak memory in MiB", xapian.peak_mib, ours.peak_mib);
    row("archive, MiB", xapian.archive_mib, ours.archive_mib);
    fmt::print("{:44} {:>9} {:>9} {:>9} {:>9}\n", "milliseconds", "median", "p95", "median", "p95");
    compare("ten best, exact total", database, searcher, queries, false);
    compare("ten best, exact total, 3 facets, months", database, searcher, queries, true);
  }
  fs::remove_all(plain);
  fs::remove_all(archive);
  if (argc <= 3) fs::remove_all(work);
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 1;
}
