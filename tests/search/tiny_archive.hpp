#pragma once
// An archive of a few articles that goes with the test.

#include <kiosque/kiosque.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/temporary.hpp"

namespace kiosque::testing {

class TinyArchive {
 public:
  explicit TinyArchive(const std::vector<Article>& articles) {
    Writer writer(path());
    for (const auto& article : articles) writer.put(article);
    writer.commit();
  }

  [[nodiscard]] Results search(const Query& query, const SearchOptions& options = {}) const {
    return Searcher(path()).search(query, options);
  }
  [[nodiscard]] Results search(std::string_view text, const SearchOptions& options = {}) const {
    return Searcher(path()).search(text, options);
  }

  /// The ids of the hits, best first, with blanks between them.
  template <typename Question>
  [[nodiscard]] std::string ids(const Question& question, const SearchOptions& options = {}) const {
    std::string all;
    for (const auto& hit : search(question, options).hits) {
      all += (all.empty() ? "" : " ") + hit.id;
    }
    return all;
  }

 private:
  [[nodiscard]] std::string path() const { return *folder_ / "a.kiosque"; }

  std::unique_ptr<TemporaryFolder> folder_ = std::make_unique<TemporaryFolder>();
};

}  // namespace kiosque::testing
