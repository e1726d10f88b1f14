#include "comparison.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <numeric>
#include <stdexcept>

namespace bench {
namespace {

constexpr std::size_t kAdded = 20;
constexpr std::size_t kAddedBefore = 5;  // not counted: each opens what it writes with
constexpr double kNever = 1e300;
constexpr std::size_t kFirst = 7;

// So that they are read from the disk again. What another process has mapped stays.
void forget_files(const std::string& folder) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const int file = open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) continue;
    fsync(file);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
  }
}

// In a process of its own.
double first_answer(Peer& peer, const Question& question) {
  std::array<int, 2> pipe{};
  if (pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    double milliseconds = -1;
    try {
      const Stopwatch watch;
      peer.open();
      (void)peer.ask(question);
      milliseconds = watch.milliseconds();
    } catch (const std::exception& error) {
      fmt::print(stderr, "{}\n", error.what());
    }
    const bool told = write(pipe[1], &milliseconds, sizeof milliseconds) == sizeof milliseconds;
    _exit(told ? 0 : 1);
  }
  close(pipe[1]);
  double milliseconds = -1;
  const bool told = read(pipe[0], &milliseconds, sizeof milliseconds) == sizeof milliseconds;
  close(pipe[0]);
  if (child > 0) waitpid(child, nullptr, 0);
  if (child < 0 || !told || milliseconds < 0) throw std::runtime_error("no first answer");
  return milliseconds;
}

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

// Calls `ask` with each entrant's and each question's number, several times.
template <typename Ask>
void Comparison::go_round(std::size_t questions, Ask&& ask) {
  for (int round = 0; round < rounds_; ++round) {
    if (turns_ == Turns::sets) {
      for (std::size_t i = 0; i < entrants_.size(); ++i) {
        for (std::size_t n = 0; n < questions; ++n) ask(i, n);
      }
    } else {
      for (std::size_t n = 0; n < questions; ++n) {
        for (std::size_t i = 0; i < entrants_.size(); ++i) ask(i, n);
      }
    }
  }
}

void Comparison::compare(const std::string& heading, const std::vector<std::string>& texts,
                         const Question& like, Compare compared) {
  if (!wanted(heading)) return;
  std::vector<Times> table = rows();
  std::vector<std::vector<double>> matches(entrants_.size(), std::vector<double>(texts.size()));
  for (Times& row : table) row.milliseconds.assign(texts.size(), kNever);
  warm(texts, like);
  go_round(texts.size(), [&](std::size_t i, std::size_t n) {
    Question question = like;
    question.text = texts[n];
    const Answer answer = entrants_[i].peer->ask(question);
    double& best = table[i].milliseconds[n];
    best = std::min(best, answer.milliseconds);
    matches[i][n] = static_cast<double>(answer.total);
  });
  for (std::size_t i = 0; like.total && !texts.empty() && i < entrants_.size(); ++i) {
    table[i].matches = std::accumulate(matches[i].begin(), matches[i].end(), 0.0) /
                       static_cast<double>(texts.size());
  }
  print_times(heading, table, compared);
}

void Comparison::compare_first(const std::string& heading, const std::vector<std::string>& texts,
                               const Question& like) {
  if (!wanted(heading)) return;
  for (const bool warm : {true, false}) {
    std::vector<Times> table;
    for (const Entrant& entrant : entrants_) {
      if (!entrant.peer->opens_at_once()) continue;
      table.push_back({entrant.name, {}, -1});
      for (std::size_t n = 0; n < kFirst; ++n) {
        if (!warm) forget_files(entrant.folder);
        Question question = like;
        question.text = texts[n * texts.size() / kFirst];
        table.back().milliseconds.push_back(first_answer(*entrant.peer, question));
      }
    }
    print_times(heading + (warm ? ", files in the cache" : ", files not in the cache"), table,
                Compare::medians);
  }
}

void Comparison::compare_snippets(const std::string& heading,
                                  const std::vector<std::string>& texts) {
  if (!wanted(heading)) return;
  struct Best {
    double apart = kNever;
    double with = kNever;
    double without = kNever;
  };
  std::vector<Times> table = rows();
  std::vector<std::vector<Best>> best(entrants_.size(), std::vector<Best>(texts.size()));
  warm(texts, {.text = {}, .snippets = true});
  for (const bool snippets : {true, false}) {
    go_round(texts.size(), [&](std::size_t i, std::size_t n) {
      Best& one = best[i][n];
      if (!snippets && one.apart < kNever) return;
      const Answer answer = entrants_[i].peer->ask({.text = texts[n], .snippets = snippets});
      if (answer.snippet_milliseconds) {
        one.apart = std::min(one.apart, *answer.snippet_milliseconds);
      } else {
        double& fastest = snippets ? one.with : one.without;
        fastest = std::min(fastest, answer.milliseconds);
      }
    });
  }
  for (std::size_t i = 0; i < entrants_.size(); ++i) {
    for (const Best& one : best[i]) {
      table[i].milliseconds.push_back(one.apart < kNever ? one.apart : one.with - one.without);
    }
  }
  print_times(heading, table, Compare::medians);
}

void Comparison::compare_completions(const std::string& heading,
                                     const std::vector<std::string>& texts) {
  if (!wanted(heading)) return;
  std::vector<Times> first;
  std::vector<Times> table;
  for (const Entrant& entrant : entrants_) {
    if (!entrant.peer->completes()) continue;
    first.push_back({entrant.name, {}, -1});
    table.push_back({entrant.name, std::vector<double>(texts.size(), kNever), -1});
    const auto ask = [&](const std::string& text) {
      return entrant.peer->ask({.text = text, .mode = Mode::completing, .total = false});
    };
    constexpr std::size_t kOpened = 20;
    for (std::size_t n = 0; n < kOpened; ++n) {
      const Stopwatch watch;
      entrant.peer->open();
      (void)ask(texts[n * texts.size() / kOpened]);
      first.back().milliseconds.push_back(watch.milliseconds());
    }
    for (int round = 0; round < rounds_; ++round) {
      for (std::size_t n = 0; n < texts.size(); ++n) {
        double& best = table.back().milliseconds[n];
        best = std::min(best, ask(texts[n]).milliseconds);
      }
    }
  }
  print_times("opened, and the first keystroke", first, Compare::medians);
  print_times(heading, table, Compare::p95s);
}

void Comparison::compare_adding(const std::string& heading,
                                const std::vector<kiosque::Article>& articles) {
  if (!wanted(heading)) return;
  std::vector<Times> table = rows();
  // What an earlier run has added is there, and is not added again.
  std::string run;
  for (pid_t number = getpid(); number > 0; number /= 26)
    run += static_cast<char>('a' + number % 26);
  for (std::size_t n = 0; n < kAddedBefore + kAdded; ++n) {
    const std::string word = "zyxomot" + run + static_cast<char>('a' + n) + "bule";
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
