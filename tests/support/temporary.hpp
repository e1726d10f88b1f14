#pragma once
// A folder that goes with the test.

#include <string>

namespace kiosque::testing {

class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  /// The path of `name` inside it.
  [[nodiscard]] std::string operator/(const std::string& name) const;

 private:
  std::string path_;
};

void write_file(const std::string& path, const std::string& content);

}  // namespace kiosque::testing
