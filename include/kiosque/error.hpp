#pragma once
// What stops a call. Everything that can go on (a bad record, an odd query) is a value instead:
// Rejected in read.hpp, Warning in query.hpp.

#include <kiosque/export.hpp>
#include <stdexcept>
#include <string>

namespace kiosque {

enum class ErrorCode {
  archive_missing,   // there is nothing at the path, or no archive in the folder
  archive_locked,    // a writer holds it, or changed it while it was being read
  archive_damaged,   // the files are not what they should be
  archive_version,   // made with another schema or analyzer: rebuild it
  disk,              // the system refused to read or write; the message carries its reason
  invalid_argument,  // an option or a field name that does not exist
};

/// The one exception of the library. `what()` is a sentence that names the path and the remedy.
class KIOSQUE_EXPORT Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message);
  ~Error() override;
  [[nodiscard]] ErrorCode code() const noexcept { return code_; }

 private:
  ErrorCode code_;
};

}  // namespace kiosque
