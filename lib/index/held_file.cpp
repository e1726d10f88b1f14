#include "index/held_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <kiosque/error.hpp>
#include <utility>

namespace kiosque::indexing {

HeldFile::HeldFile(const std::string& path, For purpose) {
  const bool reading = purpose == For::reading;
  const auto fail = [&](ErrorCode code, const std::string& message) {
    if (file_ >= 0) ::close(file_);
    throw Error(code, message);
  };
  file_ = ::open(path.c_str(), (reading ? O_RDONLY : O_RDWR | O_CREAT) | O_CLOEXEC, 0666);
  if (file_ < 0) {
    if (errno == ENOENT) fail(ErrorCode::archive_missing, fmt::format("{} is missing", path));
    fail(ErrorCode::disk, fmt::format("cannot open {}: {}", path, std::strerror(errno)));
  }
  // A reader has to wait at most for a sweep.
  if (::flock(file_, reading ? LOCK_SH : LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK)
      fail(ErrorCode::archive_locked, fmt::format("{} is held by another program", path));
    fail(ErrorCode::disk, fmt::format("cannot lock {}: {}", path, std::strerror(errno)));
  }
  // Swept between its opening and its locking, it has no name any more.
  struct stat status {};
  if (reading && (::fstat(file_, &status) != 0 || status.st_nlink == 0))
    fail(ErrorCode::archive_missing, fmt::format("{} is missing", path));
}

HeldFile::~HeldFile() {
  if (file_ >= 0) ::close(file_);
}

HeldFile::HeldFile(HeldFile&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

bool remove_unheld(const std::string& path, const std::string& and_also) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    if (errno != ENOENT) return false;
    ::unlink(and_also.c_str());
    return true;
  }
  const bool unheld = ::flock(file, LOCK_EX | LOCK_NB) == 0;
  if (unheld) {
    ::unlink(path.c_str());
    ::unlink(and_also.c_str());
  }
  ::close(file);
  return unheld;
}

}  // namespace kiosque::indexing
