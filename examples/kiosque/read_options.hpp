#pragma once
// What index and clean ask of the reader, and what they say of what it could not read.

#include <fstream>
#include <kiosque/read.hpp>
#include <map>
#include <string>
#include <vector>

#include "command_line.hpp"

namespace command {

struct ReadArguments {
  std::vector<std::string> paths = {};
  kiosque::Format format = kiosque::Format::automatic;
  std::string source = {};
  std::vector<std::string> languages = {};
  std::string today = {};
  std::string rules = {};  ///< a file
  std::string rejected = {};
};

void add_read_options(CLI::App& command, ReadArguments& arguments);

/// Throws UsageError where the file of rules cannot be read.
kiosque::ReadOptions read_options(const ReadArguments& arguments);

/// Where --rejected asks for them, else standard error.
class RejectedReport {
 public:
  explicit RejectedReport(const std::string& path);

  void add(const kiosque::Rejected& rejected);
  void finish();

  /// "2 binary, 1 empty"; empty where nothing was rejected.
  [[nodiscard]] std::string reasons() const;

 private:
  void check() const;

  std::string path_;
  std::ofstream file_;
  std::map<std::string, std::size_t> counts_;  // of each code
};

}  // namespace command
