#include "comparison.hpp"

#include <algorithm>

namespace bench {
namespace {

constexpr int kTurns = 3;
constexpr std::size_t kAdded = 20;
constexpr std::size_t kAddedBefore = 5;  // not counted: each opens what it writes with
constexpr double kNever = 1e300;

}  // namespace

std::vector<Times> Comparison::rows() const {
  std::vector<Times> rows;
  for (const Entrant& entrant : entrants_) rows.push_back({entrant.name, {}, -1});
  return rows;
}

void Comparison::warm(const std::vector<std::string>& texts, const Question& like) {
  for (const Entrant& entrant : entrants_) {
    const std::size_t wanted = entrant.peer->warming_questions();
    for (std::size_t asked = 0; asked < wanted && !texts.empty(); asked += texts.size()) {
      for (const std::string& text : texts) {
        Question question = like;
        question.text = text;
        (void)entrant.peer->ask(question);
      }
    }
  }
}

void Comparison::compare(const std::string& heading, const std::vector<std::string>& texts,
                         const Question& like, Compare compared) {
  std::vector<Times> table = rows();
  std::vector<double> matches(entrants_.size(), 0);
  warm(texts, like);
  for (const std::string& text : texts) {
    Question question = like;
    question.text = text;
    std::vector<double> best(entrants_.size(), kNever);
    for (int turn = 0; turn < kTurns; ++turn) {
      for (std::size_t i = 0; i < entrants_.size(); ++i) {
        const Answer answer = entrants_[i].peer->ask(question);
        best[i] = std::min(best[i], answer.milliseconds);
        if (turn == 0) matches[i] += static_cast<double>(answer.total);
      }
    }
    for (std::size_t i = 0; i < entrants_.size(); ++i) table[i].milliseconds.push_back(best[i]);
  }
  for (std::size_t i = 0; like.total && !texts.empty() && i < entrants_.size(); ++i)
    table[i].matches = matches[i] / static_cast<double>(texts.size());
  print_times(heading, table, compared);
}

void Comparison::compare_snippets(const std::string& heading,
                                  const std::vector<std::string>& texts) {
  struct Best {
    double apart = kNever;
    double with = kNever;
    double without = kNever;
  };
  std::vector<Times> table = rows();
  warm(texts, {.text = {}, .snippets = true});
  for (const std::string& text : texts) {
    std::vector<Best> best(entrants_.size());
    for (int turn = 0; turn < kTurns; ++turn) {
      for (std::size_t i = 0; i < entrants_.size(); ++i) {
        Peer& peer = *entrants_[i].peer;
        const Answer answer = peer.ask({.text = text, .snippets = true});
        if (answer.snippet_milliseconds) {
          best[i].apart = std::min(best[i].apart, *answer.snippet_milliseconds);
          continue;
        }
        best[i].with = std::min(best[i].with, answer.milliseconds);
        best[i].without = std::min(best[i].without, peer.ask({.text = text}).milliseconds);
      }
    }
    for (std::size_t i = 0; i < entrants_.size(); ++i) {
      table[i].milliseconds.push_back(best[i].apart < kNever ? best[i].apart
                                                             : best[i].with - best[i].without);
    }
  }
  print_times(heading, table, Compare::medians);
}

void Comparison::compare_adding(const std::string& heading,
                                const std::vector<kiosque::Article>& articles) {
  std::vector<Times> table = rows();
  for (std::size_t n = 0; n < kAddedBefore + kAdded; ++n) {
    const std::string word = std::string("zyxomot") + static_cast<char>('a' + n) + "bule";
    kiosque::Article article = articles[n * articles.size() / (kAddedBefore + kAdded)];
    article.id = word;
    article.url.clear();
    article.body += " " + word;
    for (std::size_t i = 0; i < entrants_.size(); ++i) {
      const double taken = entrants_[i].peer->add(article, word);
      if (n >= kAddedBefore) table[i].milliseconds.push_back(taken);
    }
  }
  print_times(heading, table, Compare::medians);
}

}  // namespace bench
