#pragma once

namespace command {

/// A sentence in the command's two languages. French is chosen by the locale (locale.hpp); one with
/// {} takes its values in that order in both.
struct Message {
  const char* english;
  const char* french;
};

}  // namespace command
