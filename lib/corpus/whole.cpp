// Formats of one page a file.

#include <fmt/format.h>

#include <array>
#include <string>

#include "corpus/readers.hpp"

namespace kiosque::corpus {

void reject_unreadable(Input& input, std::size_t line) {
  input.reject({.line = line,
                .code = "read",
                .reason = "the file could not be read to its end.",
                .remedy = "Check the disk."});
}

std::optional<std::string> read_whole(Input& input, std::size_t most) {
  std::string page;
  std::array<char, 64U << 10U> chunk;
  while (input.stream.read(chunk.data(), chunk.size()), input.stream.gcount() > 0) {
    const auto size = static_cast<std::size_t>(input.stream.gcount());
    if (!input.advance(size)) return {};
    if (page.size() + size > most) {
      input.reject({.code = "too_long",
                    .reason = fmt::format("more than {} bytes in one piece.", most),
                    .remedy = "Give one page a file."});
      return {};
    }
    page.append(chunk.data(), size);
  }
  if (input.stream.bad()) {
    reject_unreadable(input, 0);
    return {};
  }
  return page;
}

}  // namespace kiosque::corpus
