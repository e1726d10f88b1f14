#pragma once
// Numbers in bytes, in the machine's order, wherever they lie.

#include <cstring>
#include <string>

namespace kiosque::support {

template <typename Number>
Number load(const char* at) {
  Number number;
  std::memcpy(&number, at, sizeof number);
  return number;
}

template <typename Number>
void append(std::string& bytes, Number number) {
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof number);
}

}  // namespace kiosque::support
