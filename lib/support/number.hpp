#pragma once
// Numbers as people and exports write them.

#include <optional>
#include <string>
#include <string_view>

namespace kiosque::support {

/// 512, -3.5, 12,5 (a comma parts decimals), 1 500 (spaces part thousands), 1e6. Empty for anything
/// else, what is not finite included.
std::optional<double> parse_number(std::string_view text);

/// The shortest text that gives this number again.
std::string print_number(double number);

}  // namespace kiosque::support
