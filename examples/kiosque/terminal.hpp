#pragma once
// The two streams: results to standard output, everything else to standard error.

#include <cstddef>
#include <string_view>

namespace command {

/// Writes to standard output; does nothing more once its reader has gone.
void print(std::string_view text);

/// False once standard output takes no more: a long listing then stops.
bool output_open();

/// Sends what is left. The status to exit with: `status`, also where the reader closed the pipe,
/// or `stopped` (with a message) where the output could not be written for another reason.
int finish_output(int status);

/// One line to standard error, after wiping a progress bar that stands there.
void report(std::string_view line);

/// The same for what went wrong: "kiosque: …".
void complain(std::string_view message);

/// Tells report() that the last line of standard error is a progress bar.
void progress_is_drawn();

/// Wipes it, if there is one.
void wipe_progress();

/// `descriptor` is STDOUT_FILENO or STDERR_FILENO.
bool is_terminal(int descriptor);

/// How many columns to fill: the terminal's, else COLUMNS, else 80.
std::size_t columns(int descriptor);

/// The escape sequences of standard output; all empty where it is no terminal or NO_COLOR is set.
struct Styles {
  std::string_view bold = {};
  std::string_view dim = {};
  std::string_view colour = {};       ///< of bars
  std::string_view match = {};        ///< in a text
  std::string_view title_match = {};  ///< in a title, which is bold already
  std::string_view reset = {};
};
Styles output_styles();

}  // namespace command
