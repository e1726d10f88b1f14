// CSV with a header: one article a row, its columns named as the members of a JSON article are.

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/encoding.hpp"
#include "corpus/json.hpp"
#include "corpus/readers.hpp"
#include "support/spreadsheet.hpp"
#include "support/text.hpp"

namespace kiosque::corpus {
namespace {

constexpr std::array kSeparators = {',', ';', '\t', '|'};

std::string_view first_line(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  return head.substr(0, head.find_first_of("\r\n"));
}

std::string unquoted(std::string_view text) {
  text = support::trim(text);
  if (text.size() > 1 && text.front() == '"' && text.back() == '"') {
    text = text.substr(1, text.size() - 2);
  }
  return std::string(text);
}

std::vector<std::string> columns_of(std::string_view line, char separator) {
  std::vector<std::string> names;
  for (;;) {
    const std::size_t end = line.find(separator);
    names.push_back(unquoted(line.substr(0, end)));
    if (end == std::string_view::npos) return names;
    line.remove_prefix(end + 1);
  }
}

// The separator under which most columns have names of articles' members.
std::pair<char, std::size_t> separator_of(std::string_view head) {
  const std::string_view line = first_line(head);
  std::pair<char, std::size_t> best = {',', 0};
  for (const char separator : kSeparators) {
    const auto names = columns_of(line, separator);
    if (names.size() < 2) continue;
    const auto known = static_cast<std::size_t>(std::count_if(
        names.begin(), names.end(), [](const auto& name) { return is_json_name(name); }));
    if (known > best.second) best = {separator, known};
  }
  return best;
}

struct FreeParser {
  void operator()(csv_parser* parser) const {
    csv_free(parser);
    delete parser;  // NOLINT: of new, below
  }
};

class CsvReader {
 public:
  explicit CsvReader(Input& input) : input_(input), parser_(new csv_parser) {
    if (csv_init(parser_.get(), 0) != 0) throw std::bad_alloc();
    csv_set_delim(parser_.get(), static_cast<unsigned char>(separator_of(input.head).first));
  }

  void read() {
    std::array<char, 64U << 10U> chunk{};
    bool first = true;
    while (input_.stream.read(chunk.data(), chunk.size()), input_.stream.gcount() > 0) {
      std::string_view piece(chunk.data(), static_cast<std::size_t>(input_.stream.gcount()));
      if (!input_.advance(piece.size())) return;
      if (first && piece.starts_with("\xEF\xBB\xBF")) piece.remove_prefix(3);
      first = false;
      feed(piece);
      if (stopped_) return;
    }
    if (input_.stream.bad()) return reject_unreadable(input_, row_ + 1);
    csv_fini(parser_.get(), on_field, on_row, this);
  }

 private:
  // libcsv gathers a field of any length: what is longer than a record may be ends the reading.
  void feed(std::string_view piece) {
    while (!piece.empty()) {
      const std::string_view part = piece.substr(0, kPart);
      piece.remove_prefix(part.size());
      csv_parse(parser_.get(), part.data(), part.size(), on_field, on_row, this);
      since_row_ += part.size();
      if (since_row_ > input_.max_record_bytes) {
        input_.reject({.line = row_ + 1,
                       .code = "too_long",
                       .reason = fmt::format("a row of more than {} bytes: a quote that is not "
                                             "closed?",
                                             input_.max_record_bytes),
                       .remedy = "Double the quotes within fields."});
        stopped_ = true;
        return;
      }
    }
  }

  static void on_field(void* data, std::size_t size, void* self) {
    static_cast<CsvReader*>(self)->fields_.emplace_back(static_cast<const char*>(data), size);
  }
  static void on_row(int /*end*/, void* self) { static_cast<CsvReader*>(self)->row(); }

  void row() {
    since_row_ = 0;
    std::vector<std::string> fields = std::exchange(fields_, {});
    if (++row_ == 1) {
      for (auto& name : fields) names_.push_back(unquoted(short_to_utf8(std::move(name))));
      return;
    }
    const bool blank =
        std::all_of(fields.begin(), fields.end(), [](const auto& field) { return field.empty(); });
    if (blank) return;
    std::vector<std::pair<std::string, std::string>> members;
    for (std::size_t at = 0; at < std::min(fields.size(), names_.size()); ++at) {
      // Spreadsheets write the encoding of their system.
      const std::string value = short_to_utf8(std::move(fields[at]));
      members.emplace_back(names_[at], support::without_mark(value));
    }
    record_parsed(input_, article_from_members(members, input_.fields), row_, row_ - 1);
  }

  static constexpr std::size_t kPart = 16U << 10U;

  Input& input_;
  std::unique_ptr<csv_parser, FreeParser> parser_;
  std::vector<std::string> names_;
  std::vector<std::string> fields_;
  std::size_t row_ = 0;
  std::size_t since_row_ = 0;
  bool stopped_ = false;
};

}  // namespace

bool is_csv(std::string_view head) {
  return separator_of(head).second >= 2;
}

void read_csv(Input& input) {
  CsvReader(input).read();
}

}  // namespace kiosque::corpus
