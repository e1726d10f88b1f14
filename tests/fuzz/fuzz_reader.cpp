// Any bytes, read as KIOSQUE_FORMAT: an article or a rejection, in bounded time and memory.

#include <cstddef>
#include <cstdint>
#include <kiosque/read.hpp>
#include <sstream>
#include <string>

#include "corpus/html/rules.hpp"
#include "corpus/readers.hpp"
#include "support/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  std::istringstream stream(bytes);
  const kiosque::corpus::html::Rules rules;
  kiosque::corpus::Input input{
      .stream = stream,
      .head = bytes,
      .max_record_bytes = 1U << 20U,
      .max_page_bytes = 1U << 20U,
      .rules = rules,
      .today = "2024-03-15",
      .record =
          [](const kiosque::Article& article, std::size_t) {
            // What comes out is text.
            const auto check = [](const std::string& text) {
              if (kiosque::support::invalid_utf8(text) != std::string::npos) __builtin_trap();
            };
            check(article.title);
            check(article.lead);
            check(article.body);
            check(article.published);
            for (const auto& author : article.authors) check(author);
          },
      .reject = [](const kiosque::Rejected&) {},
      .advance = [](std::size_t) { return true; }};
  for (const auto& reader : kiosque::corpus::readers()) {
    if (reader.format == kiosque::Format::KIOSQUE_FORMAT) reader.read(input);
  }
  return 0;
}
