#pragma once
// What the system is told of a mapped file. Advice only: nothing depends on whether it is taken.

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>

namespace kiosque::indexing {

/// Of the bytes [begin, end) of a mapping, and what shares their first page. `advice` is one of
/// madvise(2).
inline void advise(const char* mapping, std::size_t begin, std::size_t end, int advice) {
  static const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  begin = begin / page * page;
  if (begin < end) ::madvise(const_cast<char*>(mapping) + begin, end - begin, advice);
}

}  // namespace kiosque::indexing
