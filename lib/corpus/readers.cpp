// What several readers have in common.

#include "corpus/readers.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>
#include <variant>

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

void record_parsed(Input& input, std::variant<JsonArticle, JsonProblem> parsed, std::size_t line,
                   std::size_t entry) {
  if (auto* const problem = std::get_if<JsonProblem>(&parsed)) {
    input.reject({.line = line,
                  .code = std::move(problem->code),
                  .reason = std::move(problem->reason),
                  .remedy = std::move(problem->remedy)});
    return;
  }
  auto& result = std::get<JsonArticle>(parsed);
  for (auto& notice : result.notices) {
    input.reject({.line = line,
                  .code = "date",
                  .reason = std::move(notice.reason),
                  .remedy = std::move(notice.remedy),
                  .kept = true});
  }
  input.record(std::move(result.article), entry);
}

}  // namespace kiosque::corpus
