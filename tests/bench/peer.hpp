#pragma once
// A search engine as the bench sees it. bench_engine.cpp says what is asked of each.

#include <chrono>
#include <cstddef>
#include <kiosque/article.hpp>
#include <memory>
#include <optional>
#include <string>

namespace bench {

enum class Mode {
  any,     ///< of the words
  all,     ///< of the words
  phrase,  ///< the words side by side
  typing,  ///< any of the words, the last of which is a prefix
  /// Completions, where the engine has them; else titles of articles with all words, the last of
  /// which is a prefix.
  completing,
};

/// A question.
struct Question {
  std::string text;  ///< empty: every article
  Mode mode = Mode::any;
  bool hits = true;       ///< the ten best, with their stored title
  bool total = true;      ///< exact; else whatever the engine saves without it is saved
  bool facets = false;    ///< section, source, year, and months
  bool snippets = false;  ///< one for each hit
};

struct Answer {
  double milliseconds = 0;
  std::size_t total = 0;
  std::size_t hits = 0;
  std::optional<double> snippet_milliseconds;  ///< of it, where the engine makes them apart
};

/// Time since it was made.
class Stopwatch {
 public:
  [[nodiscard]] double milliseconds() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_)
        .count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

class Peer {
 public:
  Peer() = default;
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  virtual ~Peer() = default;

  /// Fills the folder that the peer was made for from JSON lines as kiosque::to_json writes them;
  /// runs in a process of its own.
  virtual void index(const std::string& articles) = 0;
  /// Once it is filled.
  virtual void open() = 0;
  virtual Answer ask(const Question& question) = 0;
  /// Stores the article durably and finds it by `word`, which no other has; throws if it does not.
  /// Returns the milliseconds.
  virtual double add(const kiosque::Article& article, const std::string& word) = 0;

  /// Whether opening it is nothing but that; else a virtual machine starts.
  [[nodiscard]] virtual bool opens_at_once() const { return true; }
  /// Whether it can be asked for completions.
  [[nodiscard]] virtual bool completes() const { return true; }
  /// How many questions of a kind it has to be asked before it is measured.
  [[nodiscard]] virtual std::size_t warming_questions() const { return 0; }
  /// Bytes on disk after the engine's own compaction, where it has one.
  virtual std::optional<std::uintmax_t> compacted() { return {}; }
};

std::unique_ptr<Peer> make_kiosque(const std::string& folder, std::size_t jobs);
std::unique_ptr<Peer> make_xapian(const std::string& folder);
/// Null where the bench was built without them.
std::unique_ptr<Peer> make_fts5(const std::string& folder);
std::unique_ptr<Peer> make_lucene(const std::string& folder, bool every_word);

/// What files below a folder hold.
std::uintmax_t folder_size(const std::string& folder);

}  // namespace bench
