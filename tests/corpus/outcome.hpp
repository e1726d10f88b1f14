#pragma once
// What read() makes of some paths.

#include <kiosque/read.hpp>
#include <string>
#include <utility>
#include <vector>

#include "support/temporary.hpp"

namespace kiosque::testing {

struct Outcome {
  std::vector<Record> records = {};
  std::vector<Rejected> rejected = {};
  ReadSummary summary = {};

  /// The codes of what was refused, in order, blanks between them.
  [[nodiscard]] std::string codes() const {
    std::string all;
    for (const auto& one : rejected) all += (all.empty() ? "" : " ") + one.code;
    return all;
  }
  [[nodiscard]] std::vector<std::string> titles() const {
    std::vector<std::string> all;
    for (const auto& record : records) all.push_back(record.article.title);
    return all;
  }
};

inline Outcome outcome_of(const std::vector<std::string>& paths, const ReadOptions& options = {}) {
  Outcome outcome;
  outcome.summary = read(
      paths, options, [&](Record record) { outcome.records.push_back(std::move(record)); },
      [&](const Rejected& rejected) { outcome.rejected.push_back(rejected); });
  return outcome;
}

/// Of one file that holds `bytes`.
inline Outcome outcome_of_bytes(const std::string& bytes, const ReadOptions& options = {}) {
  const TemporaryFolder folder;
  write_file(folder / "input", bytes);
  return outcome_of({folder / "input"}, options);
}

}  // namespace kiosque::testing
