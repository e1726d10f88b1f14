#pragma once
// The same questions to several engines, in turn.

#include <kiosque/article.hpp>
#include <memory>
#include <string>
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

/// Asks, and prints what it took.
class Comparison {
 public:
  explicit Comparison(std::vector<Entrant>& entrants) : entrants_(entrants) {}

  /// Asks every text, with all else as in `like`.
  void compare(const std::string& heading, const std::vector<std::string>& texts,
               const Question& like, Compare compared = Compare::medians);
  /// The making of ten snippets alone; by difference where an engine does not tell it apart.
  void compare_snippets(const std::string& heading, const std::vector<std::string>& texts);
  /// Adds some articles made from these, each with a word of its own.
  void compare_adding(const std::string& heading, const std::vector<kiosque::Article>& articles);

 private:
  void warm(const std::vector<std::string>& texts, const Question& like);
  [[nodiscard]] std::vector<Times> rows() const;

  std::vector<Entrant>& entrants_;
};

}  // namespace bench
