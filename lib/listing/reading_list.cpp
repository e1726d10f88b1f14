#include <kiosque/reading_list.hpp>
#include <utility>

namespace kiosque {

ReadingList::ReadingList(ReadingListOptions options) : options_(std::move(options)) {}

std::string ReadingList::begin() const {
  switch (options_.format) {
    case ListFormat::csv:
      return csv_header(options_);
    case ListFormat::csl:
      return "[";
    case ListFormat::jsonl:
    case ListFormat::ris:
      break;
  }
  return {};
}

std::string ReadingList::add(const Article& article) {
  const bool first = std::exchange(empty_, false);
  switch (options_.format) {
    case ListFormat::csv:
      return to_csv(article, options_);
    case ListFormat::ris:
      return to_ris(article, options_);
    case ListFormat::csl:
      return (first ? "\n" : ",\n") + to_csl_json(article, options_);
    case ListFormat::jsonl:
      break;
  }
  return to_json(article) + '\n';
}

std::string ReadingList::end() const {
  return options_.format == ListFormat::csl ? "\n]\n" : "";
}

}  // namespace kiosque
