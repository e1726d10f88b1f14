#pragma once
// The same questions to several engines, in turn.

#include <kiosque/article.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "peer.hpp"
#include "report.hpp"

namespace bench {

/// A peer that takes part.
struct Entrant {
  std::string name;
  std::string folder;
  std::unique_ptr<Peer> peer;
  bool asked = true;  // else it only indexes
};

/// Whose turn it is. By sets, each engine answers all questions of a kind before the next does, as
/// one that is asked all day; by questions, each question goes round, so that every engine finds
/// the processor's caches full of the others' work, as one that is asked now and then.
enum class Turns { sets, questions };

/// Asks, and prints what it took.
class Comparison {
 public:
  /// `rounds`: how often each question is asked; the fastest counts. What has not `only` in its
  /// heading is left out.
  Comparison(std::vector<Entrant>& entrants, Turns turns, int rounds, std::string only)
      : entrants_(entrants), turns_(turns), rounds_(rounds), only_(std::move(only)) {}

  /// Asks every text, with all else as in `like`.
  void compare(const std::string& heading, const std::vector<std::string>& texts,
               const Question& like, Compare compared = Compare::medians);
  /// Some texts, each by a process of its own that opens the archive first: with the files in the
  /// system's cache, and without. Not of engines in a virtual machine, whose start would be most
  /// of it.
  void compare_first(const std::string& heading, const std::vector<std::string>& texts,
                     const Question& like);
  /// The making of ten snippets alone; by difference where an engine does not tell it apart.
  void compare_snippets(const std::string& heading, const std::vector<std::string>& texts);
  /// Every text is asked for completions; before, the first of some after opening, each anew.
  void compare_completions(const std::string& heading, const std::vector<std::string>& texts);
  /// Adds some articles made from these, each with a word of its own.
  void compare_adding(const std::string& heading, const std::vector<kiosque::Article>& articles);

 private:
  [[nodiscard]] bool wanted(const std::string& heading) const {
    return heading.find(only_) != std::string::npos;
  }
  void warm(const std::vector<std::string>& texts, const Question& like);
  [[nodiscard]] std::vector<Times> rows() const;
  template <typename Ask>
  void go_round(std::size_t questions, Ask&& ask);

  std::vector<Entrant>& entrants_;
  Turns turns_;
  int rounds_;
  std::string only_;
};

}  // namespace bench
