// A page scraped to plain text: one article a stream.

#include "support/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "corpus/readers.hpp"
#include "corpus/scraped.hpp"

namespace kiosque::corpus {

void read_text(Input& input) {
  std::string page;
  std::array<char, 64U << 10U> chunk;
  while (input.stream.read(chunk.data(), chunk.size()), input.stream.gcount() > 0) {
    const auto size = static_cast<std::size_t>(input.stream.gcount());
    if (!input.advance(size)) return;
    if (page.size() + size > input.max_record_bytes) {
      input.reject({.code = "too_long",
                    .reason = fmt::format("a page of more than {} bytes.", input.max_record_bytes),
                    .remedy = "Give one page a file."});
      return;
    }
    page.append(chunk.data(), size);
  }
  if (input.stream.bad()) {
    input.reject({.code = "read",
                  .reason = "the file could not be read to its end.",
                  .remedy = "Check the disk."});
    return;
  }
  if (const std::size_t bad = support::invalid_utf8(page); bad != std::string::npos) {
    const auto line =
        std::count(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(bad), '\n') + 1;
    input.reject({.line = static_cast<std::size_t>(line),
                  .code = "utf8",
                  .reason = "invalid UTF-8.",
                  .remedy = "Convert it, for instance with `iconv -f WINDOWS-1252 -t UTF-8`."});
    return;
  }
  Article article = read_scraped(page);
  if (article.title.empty() && article.body.empty()) {
    input.reject({.code = "empty",
                  .reason = "no article was found in the page.",
                  .remedy = "Is it the text of an article's page? See `kiosque clean`."});
    return;
  }
  input.record(std::move(article), 0);
}

}  // namespace kiosque::corpus
