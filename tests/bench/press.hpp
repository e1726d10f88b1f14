#pragma once
// An invented press and what it publishes: see bench_corpus.cpp for the model.

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "prose.hpp"
#include "random.hpp"
#include "vocabulary.hpp"

namespace bench {

/// What the articles of data/ lend.
struct Sample {
  std::vector<std::string> words;  ///< content words, the most frequent first
  std::vector<std::string> sections;
  std::vector<std::string> sources;
  std::vector<std::string> authors;
  std::vector<std::string> tags;
};

/// Of the JSON Lines files in `folder`.
Sample read_sample(const std::string& folder);

/// Names in use and how often each is.
struct Names {
  std::vector<std::string> names;
  Weighted weights;

  const std::string& draw(Random& random) const { return names[weights.draw(random)]; }
};

class Press {
 public:
  /// Will publish `count` articles over ten years.
  Press(Sample sample, std::size_t count, std::uint64_t seed);

  /// Appends the next one, a line of JSON.
  void publish(std::string& out);

 private:
  /// Something that happens: for a while articles in one section are about its words.
  struct Event {
    std::vector<std::size_t> words;
    std::string section;
  };
  /// All texts as in JSON.
  struct Story {
    std::string title;
    std::string lead;
    std::string body;
    std::size_t middle = 0;  ///< of the body: where a sentence begins
    Subject subject{};
    std::string section;
    std::string source;
    std::string tags;     ///< JSON, with its brackets
    std::string authors;  ///< likewise
    long minute = 0;      ///< since 1970
  };

  [[nodiscard]] Names invent_names(std::vector<std::string> real, std::size_t count,
                                   double exponent, const char* pattern);
  [[nodiscard]] std::string name();
  [[nodiscard]] Event begin_event();
  [[nodiscard]] long draw_minute();
  [[nodiscard]] std::string draw_list(const Names& names, std::size_t count);
  [[nodiscard]] Story write_story();
  [[nodiscard]] Story republish(const Story& first);
  void write_headline(const Subject& subject, std::string& out);
  void write_json(const Story& story, std::string& out);

  Random random_;
  Vocabulary vocabulary_;
  Prose prose_;
  Names sections_;
  Names sources_;
  Names authors_;
  Names tags_;
  Weighted event_weights_;
  std::vector<Event> events_;
  std::deque<Story> recent_;  // what may be taken over
  std::vector<double> days_;  // the share of all articles that is out by the end of each day
  std::size_t day_ = 0;
  std::size_t count_;
  std::size_t published_ = 0;
};

}  // namespace bench
