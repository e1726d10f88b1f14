// A page scraped to plain text: one article a stream.

#include <string>
#include <utility>

#include "corpus/encoding.hpp"
#include "corpus/readers.hpp"
#include "corpus/scraped.hpp"

namespace kiosque::corpus {

void read_text(Input& input) {
  auto page = read_whole(input, input.max_page_bytes);
  if (!page) return;
  Article article = read_scraped(to_utf8(std::move(*page)));
  if (article.title.empty() && article.body.empty()) {
    input.reject({.code = "empty",
                  .reason = "no article was found in the page.",
                  .remedy = "Is it the text of an article's page? See `kiosque clean --explain`."});
    return;
  }
  input.record(std::move(article), 0);
}

}  // namespace kiosque::corpus
