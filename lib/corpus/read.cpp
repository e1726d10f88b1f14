#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <kiosque/read.hpp>
#include <system_error>

#include "corpus/readers.hpp"
#include "index/archive.hpp"
#include "support/text.hpp"

namespace kiosque {
namespace corpus {
namespace {

namespace fs = std::filesystem;

bool is_jsonl(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  return support::trim(head).starts_with('{');
}

constexpr std::array kReaders = {
    Reader{Format::jsonl, "jsonl", is_jsonl, read_jsonl},
    Reader{Format::text, "text", [](std::string_view) { return true; }, read_text},
};

struct Foreign {
  const char* code;
  std::string reason;
  std::string remedy;
};

// What is neither of our formats, told by its first bytes: better refused than read as a page of
// text.
std::optional<Foreign> foreign(std::string_view head) {
  const auto command = [](const char* tool) {
    return fmt::format("Unpack it: `{} FILE | kiosque index ARCHIVE -`.", tool);
  };
  if (head.starts_with("\x1F\x8B")) return Foreign{"compressed", "gzip data.", command("zcat")};
  if (head.starts_with("\x28\xB5\x2F\xFD")) {
    return Foreign{"compressed", "zstd data.", command("zstdcat")};
  }
  if (head.find('\0') != std::string_view::npos) {
    return Foreign{"binary", "not a text: it holds NUL bytes.",
                   "Give text in UTF-8, or JSON lines."};
  }
  std::string_view start = support::trim(head);
  if (start.starts_with('[')) {
    const auto next = support::trim(start.substr(1));
    if (next.starts_with('{')) {
      return Foreign{"json_array", "a JSON array.", "Make lines of it: `jq -c '.[]' FILE`."};
    }
  }
  if (start.starts_with('<')) {
    return Foreign{"markup", "HTML or XML, which is not read yet.",
                   "Turn it to text first, for instance with `w3m -dump FILE`."};
  }
  return {};
}

class Run {
 public:
  Run(const ReadOptions& options, const std::function<void(Record)>& on_record,
      const std::function<void(const Rejected&)>& on_rejected)
      : options_(options), on_record_(on_record), on_rejected_(on_rejected) {}

  ReadSummary operator()(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const auto& path : paths) {
      if (path == "-") {
        files.push_back(path);
      } else {
        list(path, files);
      }
    }
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
  void list(const std::string& path, std::vector<std::string>& files) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      reject({.file = path,
              .code = "missing",
              .reason = "there is no such file or folder.",
              .remedy = "Check the path."});
      return;
    }
    if (!fs::is_directory(status)) {
      files.push_back(path);
      return;
    }
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator entry(path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      if (!entry->path().filename().native().starts_with('.')) entries.push_back(*entry);
    }
    if (error) {
      reject({.file = path,
              .code = "unreadable",
              .reason = fmt::format("{}.", error.message()),
              .remedy = "Check the rights of the folder."});
    }
    // What is in a folder is sorted by the folder's name and a slash.
    const auto key = [](const fs::directory_entry& found) {
      std::error_code ignored;
      return found.path().native() + (found.is_directory(ignored) ? "/" : "");
    };
    std::sort(entries.begin(), entries.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (const auto& found : entries) {
      // A link to a folder could lead round in a circle: links are followed to files only.
      if (found.is_directory(error) && found.is_symlink(error)) continue;
      // To open a pipe would be to wait for who writes to it.
      if (found.is_fifo(error) || found.is_socket(error) || found.is_character_file(error))
        continue;
      // The archive may stand among the pages it is made of.
      if (found.is_directory(error) && indexing::is_archive(found.path().native())) continue;
      list(found.path().native(), files);
    }
  }

  void measure(const std::vector<std::string>& files) {
    std::uint64_t total = 0;
    for (const auto& file : files) {
      std::error_code error;
      const auto size = file == "-" ? 0 : fs::file_size(file, error);
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
    const Reader* const reader = choose(head.head(), file);
    if (reader == nullptr) {
      report(false);
      return;
    }
    Input input{.stream = whole,
                .max_record_bytes = options_.max_record_bytes,
                .record =
                    [&](Article article, std::size_t entry) {
                      if (article.source.empty()) article.source = options_.source;
                      ++progress_.done;
                      on_record_({std::move(article), file, entry});
                      report(false);
                    },
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
                    }};
    reader->read(input);
  }

  const Reader* choose(std::string_view head, const std::string& file) {
    if (options_.format == Format::automatic) {
      if (const auto problem = foreign(head)) {
        reject({.file = file,
                .code = problem->code,
                .reason = problem->reason,
                .remedy = problem->remedy});
        return nullptr;
      }
    }
    for (const Reader& reader : kReaders) {
      if (options_.format == Format::automatic ? reader.accepts(head)
                                               : reader.format == options_.format) {
        return &reader;
      }
    }
    return nullptr;
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
    const bool news = progress_.done != reported_.done ||
                      progress_.rejected != reported_.rejected ||
                      progress_.bytes - reported_.bytes > kReportBytes;
    if (!news && !last) return;
    reported_ = progress_;
    options_.progress(progress_);
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

  static constexpr std::uint64_t kReportBytes = 1U << 20U;

  const ReadOptions& options_;
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

}  // namespace kiosque
