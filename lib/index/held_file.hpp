#pragma once
// A file that others may see is in use.

#include <string>

namespace kiosque::indexing {

/// Holds a file with an advisory lock (flock) as long as it lives.
class HeldFile {
 public:
  enum class For {
    reading,  // a shared lock on a file that is there
    writing,  // an exclusive one on a file that is made where it is missing
  };
  /// Throws Error: archive_missing where the file is not there (any more), archive_locked where
  /// another holds it otherwise, disk.
  HeldFile(const std::string& path, For purpose);
  ~HeldFile();
  HeldFile(HeldFile&& other) noexcept;
  HeldFile& operator=(HeldFile&&) = delete;

 private:
  int file_ = -1;
};

/// Removes `path` if nobody holds it; `and_also` with it. True if it is gone.
bool remove_unheld(const std::string& path, const std::string& and_also);

}  // namespace kiosque::indexing
