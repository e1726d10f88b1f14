#pragma once
// The user's language, and how it writes numbers and dates.

#include <fmt/core.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "messages.hpp"

namespace command {

/// True where LC_ALL, else LC_MESSAGES, else LANG (the first that is set) begins with "fr".
bool in_french();

/// The message in the user's language.
const char* tr(const Message& message);

/// The message with its values filled in.
template <class... Values>
std::string say(const Message& message, const Values&... values) {
  return fmt::vformat(tr(message), fmt::make_format_args(values...));
}

/// "36 152" in French, "36,152" in English.
std::string whole(std::uint64_t number);

/// "1,9" in French, "1.9" in English.
std::string decimal(double number, int digits);

/// "12,3 Mo"
std::string file_size(std::uint64_t bytes);

/// The message for this many, with the number in it; French says 0 in the singular.
std::string counted(std::uint64_t number, const Message& one, const Message& many);

/// "24 avril 2022" for an ISO day, with the hour for an instant; anything else comes back as it is.
std::string written_date(std::string_view iso);

}  // namespace command
