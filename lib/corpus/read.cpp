#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <kiosque/error.hpp>
#include <kiosque/page.hpp>
#include <kiosque/read.hpp>
#include <system_error>

#include "corpus/encoding.hpp"
#include "corpus/html/page.hpp"
#include "corpus/language.hpp"
#include "corpus/readers.hpp"
#include "corpus/scraped.hpp"
#include "corpus/unpack.hpp"
#include "corpus/walk.hpp"
#include "support/text.hpp"
#include "support/zone.hpp"

namespace kiosque {
namespace corpus {
namespace {

constexpr std::array kReaders = {
    Reader{Format::warc, "warc", is_warc, read_warc},
    Reader{Format::jsonl, "jsonl", is_json, read_jsonl},
    Reader{Format::html, "html", is_html, read_html},
    Reader{Format::feed, "feed", is_feed, read_feed},
    Reader{Format::csv, "csv", is_csv, read_csv},
    Reader{Format::text, "text", [](std::string_view) { return true; }, read_text},
};

// What no reader can read, told by its first bytes: better refused than read as a page of text.
bool is_binary(std::string_view head) {
  for (const std::string_view opening : {"%PDF", "PK\x03\x04", "\x89PNG", "\xFF\xD8\xFF", "GIF8"}) {
    if (head.starts_with(opening)) return true;
  }
  const bool marked = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  return !marked && head.find('\0') != std::string_view::npos;
}

// A stream whose beginning has been looked at.
class HeadBuffer : public std::streambuf {
 public:
  explicit HeadBuffer(std::streambuf& source) : source_(source), buffer_(kHeadSize) {
    try {
      underflow();
    } catch (const std::ios_base::failure&) {
      // A disk that fails: the reader meets it again, and its stream says so.
    }
  }
  [[nodiscard]] std::string_view head() const {
    return {gptr(), static_cast<std::size_t>(egptr() - gptr())};
  }

 protected:
  int_type underflow() override {
    const std::streamsize size =
        source_.sgetn(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (size <= 0) {
      setg(buffer_.data(), buffer_.data(), buffer_.data());
      return traits_type::eof();
    }
    setg(buffer_.data(), buffer_.data(), buffer_.data() + size);
    return traits_type::to_int_type(buffer_[0]);
  }

 private:
  static constexpr std::size_t kHeadSize = 64U << 10U;
  std::streambuf& source_;
  std::vector<char> buffer_;
};

class Run {
 public:
  Run(const ReadOptions& options, const std::function<void(Record)>& on_record,
      const std::function<void(const Rejected&)>& on_rejected)
      : options_(options), rules_(options.rules), on_record_(on_record), on_rejected_(on_rejected) {
    if (!options.today.empty()) support::require_day(options.today);
  }

  ReadSummary operator()(const std::vector<std::string>& paths) {
    const std::vector<std::string> files =
        files_of(paths, [this](const Rejected& rejected) { reject(rejected); });
    measure(files);
    for (const auto& file : files) {
      if (stopped()) break;
      read_file(file);
    }
    report(true);
    return {.read = progress_.done,
            .rejected = progress_.rejected,
            .notices = notices_,
            .bytes = progress_.bytes,
            .stopped = stopped_};
  }

 private:
  void measure(const std::vector<std::string>& files) {
    std::uint64_t total = 0;
    for (const auto& file : files) {
      std::error_code error;
      const auto size = file == "-" ? 0 : std::filesystem::file_size(file, error);
      if (file == "-" || error) return;
      total += size;
    }
    progress_.total_bytes = total;
  }

  void read_file(const std::string& file) {
    if (file == "-") {
      read_stream(std::cin, file);
      return;
    }
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
      reject({.file = file,
              .code = "unreadable",
              .reason = fmt::format("{}.", std::strerror(errno ? errno : EIO)),
              .remedy = "Check that it is a file you may read."});
      return;
    }
    read_stream(stream, file);
  }

  void read_stream(std::istream& stream, const std::string& file) {
    HeadBuffer head(*stream.rdbuf());
    std::istream whole(&head);
    if (!is_compressed(head.head())) {
      read_plain(whole, head.head(), file);
      return;
    }
    UnpackBuffer unpacked(whole);
    HeadBuffer inner(unpacked);
    std::istream text(&inner);
    // Where it is broken from the start there is nothing to read.
    if (unpacked.problem().empty() || !inner.head().empty()) {
      read_plain(text, inner.head(), file);
    }
    if (!unpacked.problem().empty()) {
      reject({.file = file,
              .code = "compressed",
              .reason = unpacked.problem(),
              .remedy = "Fetch or export the file again; what was read of it is kept."});
    }
  }

  void read_plain(std::istream& stream, std::string_view head, const std::string& file) {
    const Reader* const reader = choose(head, file);
    if (reader == nullptr) {
      report(false);
      return;
    }
    Input input{.stream = stream,
                .head = head,
                .max_record_bytes = options_.max_record_bytes,
                .max_page_bytes = options_.max_page_bytes,
                .rules = rules_,
                .today = options_.today,
                .record = [&](Article article,
                              std::size_t entry) { record(std::move(article), file, entry); },
                .reject =
                    [&](Rejected rejected) {
                      rejected.file = file;
                      reject(rejected);
                    },
                .advance =
                    [&](std::size_t bytes) {
                      progress_.bytes += bytes;
                      report(false);
                      return !stopped();
                    },
                .fields = options_.fields};
    reader->read(input);
  }

  const Reader* choose(std::string_view head, const std::string& file) {
    for (const Reader& reader : kReaders) {
      if (options_.format != Format::automatic) {
        if (reader.format == options_.format) return &reader;
        continue;
      }
      if (reader.format == Format::text && is_binary(head)) {
        reject({.file = file,
                .code = "binary",
                .reason = "not a text: a picture, a PDF or other binary data.",
                .remedy = "Give pages, feeds, JSON, CSV or web archives."});
        return nullptr;
      }
      if (reader.accepts(head)) return &reader;
    }
    return nullptr;
  }

  void record(Article article, const std::string& file, std::size_t entry) {
    if (article.source.empty()) article.source = options_.source;
    // "fr-FR", "FR": the language alone, in small letters.
    article.language = support::lower_ascii(
        std::string_view(article.language).substr(0, article.language.find_first_of("-_")));
    if (article.language.empty()) article.language = language_of(article);
    const auto& wanted = options_.languages;
    if (!wanted.empty() && !article.language.empty() &&
        std::find(wanted.begin(), wanted.end(), article.language) == wanted.end()) {
      reject({.file = file,
              .line = entry,
              .code = "language",
              .reason = fmt::format("an article in \"{}\".", article.language),
              .remedy = "Ask for that language too if it should be there."});
      return;
    }
    ++progress_.done;
    on_record_({std::move(article), file, entry});
    report(false);
  }

  void reject(const Rejected& rejected) {
    ++(rejected.kept ? notices_ : progress_.rejected);
    if (on_rejected_) on_rejected_(rejected);
    report(false);
  }

  bool stopped() {
    stopped_ = stopped_ || options_.stop.stop_requested();
    return stopped_;
  }

  // At every record, but not at every small chunk of a page.
  void report(bool last) {
    if (!options_.progress) return;
    // What is compressed holds more than the files' sizes say.
    if (progress_.total_bytes) {
      progress_.total_bytes = std::max(*progress_.total_bytes, progress_.bytes);
    }
    const bool news = progress_.done != reported_.done ||
                      progress_.rejected != reported_.rejected ||
                      progress_.bytes - reported_.bytes > kReportBytes;
    if (!news && !last) return;
    reported_ = progress_;
    options_.progress(progress_);
  }

  static constexpr std::uint64_t kReportBytes = 1U << 20U;

  const ReadOptions& options_;
  html::Rules rules_;
  const std::function<void(Record)>& on_record_;
  const std::function<void(const Rejected&)>& on_rejected_;
  Progress progress_;
  Progress reported_;
  std::size_t notices_ = 0;
  bool stopped_ = false;
};

}  // namespace

std::span<const Reader> readers() {
  return kReaders;
}

}  // namespace corpus

std::string Rejected::text() const {
  std::string text = file.empty() ? std::string() : file + ":";
  if (line > 0) text += fmt::format("{}:", line);
  if (!text.empty()) text += ' ';
  text += reason;
  if (!remedy.empty()) text += " " + remedy;
  return text;
}

ReadSummary read(const std::vector<std::string>& paths, const ReadOptions& options,
                 const std::function<void(Record)>& on_record,
                 const std::function<void(const Rejected&)>& on_rejected) {
  return corpus::Run(options, on_record, on_rejected)(paths);
}

Page read_page(std::string_view bytes, const PageOptions& options) {
  if (!options.today.empty()) support::require_day(options.today);
  const corpus::html::Rules rules(options.rules);
  const bool html = options.format == Format::html ||
                    (options.format == Format::automatic && corpus::is_html(bytes));
  Page page;
  try {
    page = html ? corpus::html::read_page(
                      std::string(bytes),
                      {.url = options.url, .today = options.today, .rules = rules, .explain = true})
                : corpus::explain_scraped(corpus::to_utf8(std::string(bytes)));
  } catch (const corpus::html::TooMuch& problem) {
    throw Error(ErrorCode::invalid_argument, fmt::format("the page has {}", problem.what()));
  }
  if (page.article.language.empty()) page.article.language = corpus::language_of(page.article);
  return page;
}

}  // namespace kiosque
