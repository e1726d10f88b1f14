#pragma once
// The files below the paths that a run was given.

#include <functional>
#include <kiosque/read.hpp>
#include <string>
#include <vector>

namespace kiosque::corpus {

/// "-" and files as they are; folders walked in the byte order of their paths. Left out are hidden
/// entries, links to folders, pipes, archives of Kiosque, and the folder of pictures and scripts
/// that a browser saves beside a page ("Une_files" beside "Une.html"). What is missing or cannot be
/// opened goes to `reject`.
[[nodiscard]] std::vector<std::string> files_of(const std::vector<std::string>& paths,
                                                const std::function<void(const Rejected&)>& reject);

}  // namespace kiosque::corpus
