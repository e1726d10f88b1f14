// SQLite's FTS5: a folder with one database, a virtual table of title, lead and body, and an
// ordinary one of what is counted.

#include <string>

#include "peer.hpp"

#ifdef KIOSQUE_FTS5
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <kiosque/read.hpp>
#include <stdexcept>

namespace bench {
namespace {

// 64 MB of cache, as much as Lucene's buffer.
constexpr const char* kSettings = "PRAGMA cache_size = -65536; PRAGMA synchronous = FULL;";
constexpr const char* kTables = R"(
CREATE VIRTUAL TABLE texts USING fts5(title, lead, body,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE TABLE facts(id INTEGER PRIMARY KEY, name TEXT, section TEXT, source TEXT, year TEXT,
                   month TEXT);)";
constexpr const char* kPage = "SELECT title FROM texts WHERE texts MATCH ?1 ORDER BY rank LIMIT 10";
constexpr const char* kPageWithSnippets =
    "SELECT title, snippet(texts, 2, '<mark>', '</mark>', '…', 40) FROM texts "
    "WHERE texts MATCH ?1 ORDER BY rank LIMIT 10";
constexpr const char* kTotal = "SELECT count(*) FROM texts WHERE texts MATCH ?1";
// The matches are found once and counted by each field; the first row is the total.
constexpr const char* kFacets = R"(
WITH matches AS MATERIALIZED (
  SELECT section, source, year, month FROM texts JOIN facts ON facts.id = texts.rowid
  WHERE texts MATCH ?1)
SELECT count(*), '' FROM matches
UNION ALL SELECT * FROM (SELECT count(*), section FROM matches GROUP BY section)
UNION ALL SELECT * FROM (SELECT count(*), source FROM matches GROUP BY source)
UNION ALL SELECT * FROM (SELECT count(*), year FROM matches GROUP BY year)
UNION ALL SELECT * FROM (SELECT count(*), month FROM matches GROUP BY month))";

class Connection {
 public:
  explicit Connection(const std::string& path) {
    if (sqlite3_open(path.c_str(), &handle_) != SQLITE_OK) fail();
    run(kSettings);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { sqlite3_close_v2(handle_); }

  void run(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  [[noreturn]] void fail() const {
    throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(handle_));
  }
  [[nodiscard]] sqlite3* get() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

class Statement {
 public:
  Statement(const Connection& connection, const char* sql) : connection_(connection) {
    if (sqlite3_prepare_v2(connection.get(), sql, -1, &handle_, nullptr) != SQLITE_OK)
      connection.fail();
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(handle_); }

  /// The text has to outlive the step.
  Statement& bind(int place, std::string_view text) {
    sqlite3_bind_text(handle_, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    return *this;
  }
  bool step() {
    const int status = sqlite3_step(handle_);
    if (status == SQLITE_ROW) return true;
    sqlite3_reset(handle_);
    if (status != SQLITE_DONE) connection_.fail();
    return false;
  }
  [[nodiscard]] std::size_t number(int column) const {
    return static_cast<std::size_t>(sqlite3_column_int64(handle_, column));
  }
  [[nodiscard]] std::size_t bytes(int column) const {
    (void)sqlite3_column_text(handle_, column);
    return static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
  }

 private:
  const Connection& connection_;
  sqlite3_stmt* handle_ = nullptr;
};

class Inserter {
 public:
  explicit Inserter(const Connection& connection)
      : facts_(connection,
               "INSERT INTO facts(name, section, source, year, month) VALUES(?, ?, ?, ?, ?)"),
        texts_(connection,
               "INSERT INTO texts(rowid, title, lead, body) VALUES(last_insert_rowid(), ?, ?, ?)") {
  }

  void insert(const kiosque::Article& article) {
    const std::string_view published = article.published;
    facts_.bind(1, article.id).bind(2, article.section).bind(3, article.source);
    facts_.bind(4, published.substr(0, 4)).bind(5, published.substr(0, 7)).step();
    texts_.bind(1, article.title).bind(2, article.lead).bind(3, article.body).step();
  }

 private:
  Statement facts_;
  Statement texts_;
};

// Each piece between blanks quoted: where it is several words, they have to be neighbours.
std::string match_of(const Question& question) {
  if (question.mode == Mode::phrase) return '"' + question.text + '"';
  std::string match;
  std::size_t begin = 0;
  while (begin < question.text.size()) {
    const std::size_t end = std::min(question.text.find(' ', begin), question.text.size());
    const std::string piece = question.text.substr(begin, end - begin);
    begin = end + 1;
    if (piece.empty()) continue;
    const bool all = question.mode == Mode::all || question.mode == Mode::completing;
    if (!match.empty()) match += all ? " AND " : " OR ";
    match += '"' + piece + '"';
  }
  const bool prefix = question.mode == Mode::typing || question.mode == Mode::completing;
  return prefix ? match + '*' : match;
}

// Without anything to match, of every article.
std::string sql(std::string statement, const std::string& match) {
  for (const std::string_view part : {"WHERE texts MATCH ?1", "ORDER BY rank"}) {
    const std::size_t at = statement.find(part);
    if (match.empty() && at != std::string::npos) statement.erase(at, part.size());
  }
  return statement;
}

class Fts5Peer final : public Peer {
 public:
  explicit Fts5Peer(const std::string& folder) : folder_(folder), path_(folder + "/articles.db") {}

  void index(const std::string& articles) override {
    std::filesystem::create_directories(folder_);
    Connection connection(path_);
    connection.run(kTables);
    {
      Inserter inserter(connection);
      connection.run("BEGIN");
      kiosque::read({articles}, {.format = kiosque::Format::jsonl},
                    [&](const kiosque::Record& record) { inserter.insert(record.article); }, {});
      connection.run("COMMIT");
    }
    connection.run("PRAGMA journal_mode = WAL");
  }

  void open() override { connection_.emplace(path_); }

  Answer ask(const Question& question) override {
    const Stopwatch watch;
    const std::string match = match_of(question);
    Answer answer;
    if (question.hits) {
      Statement page(*connection_,
                     sql(question.snippets ? kPageWithSnippets : kPage, match).c_str());
      if (!match.empty()) page.bind(1, match);
      while (page.step()) {
        seen_ += page.bytes(0) + (question.snippets ? page.bytes(1) : 0);
        ++answer.hits;
      }
    }
    if (question.total || question.facets) {
      Statement counts(*connection_, sql(question.facets ? kFacets : kTotal, match).c_str());
      if (!match.empty()) counts.bind(1, match);
      if (counts.step()) answer.total = counts.number(0);
      while (counts.step()) seen_ += counts.bytes(1);
    }
    answer.milliseconds = watch.milliseconds();
    return answer;
  }

  double add(const kiosque::Article& article, const std::string& word) override {
    if (!writing_) {
      writing_.emplace(path_);
      inserter_.emplace(*writing_);
    }
    const Stopwatch watch;
    writing_->run("BEGIN");
    inserter_->insert(article);
    writing_->run("COMMIT");
    if (ask({.text = word}).hits == 0)
      throw std::runtime_error("FTS5 does not find what was added");
    return watch.milliseconds();
  }

 private:
  std::string folder_;
  std::string path_;
  std::optional<Connection> connection_;
  std::optional<Connection> writing_;
  std::optional<Inserter> inserter_;
  std::size_t seen_ = 0;  // so that nothing is left out as unused
};

}  // namespace

std::unique_ptr<Peer> make_fts5(const std::string& folder) {
  return std::make_unique<Fts5Peer>(folder);
}

}  // namespace bench

#else

std::unique_ptr<bench::Peer> bench::make_fts5(const std::string& /*folder*/) {
  return nullptr;
}

#endif
