// JSON lines: one object a line, streamed.

#include <fmt/format.h>

#include <string>

#include "corpus/json.hpp"
#include "corpus/lines.hpp"
#include "corpus/readers.hpp"
#include "support/text.hpp"

namespace kiosque::corpus {
namespace {

void read_line(Input& input, std::string_view line, std::size_t number) {
  if (const std::size_t bad = support::invalid_utf8(line); bad != std::string_view::npos) {
    input.reject({.line = number,
                  .code = "utf8",
                  .reason = fmt::format("invalid UTF-8 at byte {} of the line.", bad + 1),
                  .remedy = "Convert it, for instance with `iconv -f WINDOWS-1252 -t UTF-8`."});
    return;
  }
  auto parsed = article_from_json(line);
  if (auto* const problem = std::get_if<JsonProblem>(&parsed)) {
    input.reject({.line = number,
                  .code = std::move(problem->code),
                  .reason = std::move(problem->reason),
                  .remedy = std::move(problem->remedy)});
    return;
  }
  auto& result = std::get<JsonArticle>(parsed);
  for (auto& notice : result.notices) {
    input.reject({.line = number,
                  .code = "date",
                  .reason = std::move(notice.reason),
                  .remedy = std::move(notice.remedy),
                  .kept = true});
  }
  input.record(std::move(result.article), number);
}

}  // namespace

void read_jsonl(Input& input) {
  LineReader lines(input.stream, input.max_record_bytes);
  while (const auto line = lines.next()) {
    if (!input.advance(line->bytes)) return;
    std::string_view text = line->text;
    if (line->number == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (line->too_long) {
      input.reject({.line = line->number,
                    .code = "too_long",
                    .reason = fmt::format("a line of {} bytes, more than the {} allowed.",
                                          line->bytes, input.max_record_bytes),
                    .remedy = "Write one article a line."});
    } else if (!support::trim(text).empty()) {
      read_line(input, text, line->number);
    }
  }
  if (input.stream.bad()) {
    input.reject({.line = lines.number(),
                  .code = "read",
                  .reason = "the file could not be read to its end.",
                  .remedy = "Check the disk."});
  }
}

}  // namespace kiosque::corpus
