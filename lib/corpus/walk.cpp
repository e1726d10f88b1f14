#include "corpus/walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "index/archive.hpp"

namespace kiosque::corpus {
namespace {

namespace fs = std::filesystem;

// "Une_files", "Une_fichiers" or "Une-Dateien" beside "Une.html": what a browser saves of a page.
bool belongs_to_page(const fs::path& folder) {
  const std::string path = folder.native();
  for (const std::string_view end : {"_files", "_fichiers", "_file", "-Dateien"}) {
    if (!path.ends_with(end)) continue;
    const std::string page = path.substr(0, path.size() - end.size());
    std::error_code error;
    for (const char* const extension : {".html", ".htm"}) {
      if (fs::exists(page + extension, error)) return true;
    }
  }
  return false;
}

class Walk {
 public:
  explicit Walk(const std::function<void(const Rejected&)>& reject) : reject_(reject) {}

  void add(const std::string& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      reject_({.file = path,
               .code = "missing",
               .reason = "there is no such file or folder.",
               .remedy = "Check the path."});
      return;
    }
    if (!fs::is_directory(status)) {
      files_.push_back(path);
      return;
    }
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator entry(path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      if (!entry->path().filename().native().starts_with('.')) entries.push_back(*entry);
    }
    if (error) {
      reject_({.file = path,
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
      if (is_wanted(found)) add(found.path().native());
    }
  }

  std::vector<std::string> take() { return std::move(files_); }
  void add_as_is(const std::string& path) { files_.push_back(path); }

 private:
  static bool is_wanted(const fs::directory_entry& found) {
    std::error_code error;
    // To open a pipe would be to wait for who writes to it.
    if (found.is_fifo(error) || found.is_socket(error) || found.is_character_file(error)) {
      return false;
    }
    if (!found.is_directory(error)) return true;
    // A link to a folder could lead round in a circle: links are followed to files only. The
    // archive may stand among the pages it is made of.
    return !found.is_symlink(error) && !indexing::is_archive(found.path().native()) &&
           !belongs_to_page(found.path());
  }

  const std::function<void(const Rejected&)>& reject_;
  std::vector<std::string> files_;
};

}  // namespace

std::vector<std::string> files_of(const std::vector<std::string>& paths,
                                  const std::function<void(const Rejected&)>& reject) {
  Walk walk(reject);
  for (const auto& path : paths) {
    if (path == "-") {
      walk.add_as_is(path);
    } else {
      walk.add(path);
    }
  }
  return walk.take();
}

}  // namespace kiosque::corpus
