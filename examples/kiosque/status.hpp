#pragma once
// How the command ends.

#include <stdexcept>

namespace command {

/// The exit statuses; they are a contract.
enum Status : int {
  done = 0,           // or something found
  nothing_found = 1,  // or an unknown id, or some inputs rejected
  bad_usage = 2,
  bad_archive = 3,  // missing, locked, damaged, of another version, or a disk that refuses
  stopped = 4,      // by a deadline or a signal; what there was is printed
  nothing_indexed = 5,
};

/// Arguments that do not make sense; what() is a sentence in the user's language.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace command
