#pragma once
// Catch2 as version 2 or 3 installs it.

#include <string>

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

/// Matches a text that contains another.
#if __has_include(<catch2/catch_all.hpp>)
inline auto has(const std::string& part) {
  return Catch::Matchers::ContainsSubstring(part);
}
#else
inline auto has(const std::string& part) {
  return Catch::Matchers::Contains(part);
}
#endif
