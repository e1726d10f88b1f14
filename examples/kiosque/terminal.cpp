#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "locale.hpp"
#include "status.hpp"

namespace command {
namespace {

int output_error = 0;  // errno of the first write that failed
bool bar_is_drawn = false;

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

void print(std::string_view text) {
  if (output_error != 0) return;
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) output_error = errno;
}

bool output_open() {
  return output_error == 0;
}

int finish_output(int status) {
  if (output_error == 0 && std::fflush(stdout) != 0) output_error = errno;
  if (output_error == 0 || output_error == EPIPE) return status;
  complain(say(text::cannot_write, tr(text::standard_output), std::strerror(output_error)));
  return stopped;
}

void report(std::string_view line) {
  wipe_progress();
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fputc('\n', stderr);
}

void complain(std::string_view message) {
  report("kiosque: " + std::string(message));
}

void progress_is_drawn() {
  bar_is_drawn = true;
}

void wipe_progress() {
  if (bar_is_drawn) std::fputs("\r\033[K", stderr);
  bar_is_drawn = false;
}

bool is_terminal(int descriptor) {
  return isatty(descriptor) != 0;
}

std::size_t columns(int descriptor) {
  constexpr std::size_t narrowest = 40;  // the layouts need some room
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::max<std::size_t>(size.ws_col, narrowest);
  const char* text = std::getenv("COLUMNS");
  const int given = text == nullptr ? 0 : std::atoi(text);
  return given > 0 ? std::max(static_cast<std::size_t>(given), narrowest) : 80;
}

Styles output_styles() {
  const char* kind = std::getenv("TERM");
  const bool dumb = kind != nullptr && std::string_view(kind) == "dumb";
  if (!is_terminal(STDOUT_FILENO) || is_set("NO_COLOR") || dumb) return {};
  return {.bold = "\033[1m",
          .dim = "\033[2m",
          .colour = "\033[36m",
          .match = "\033[1;33m",
          .title_match = "\033[1;4;33m",
          .reset = "\033[0m"};
}

}  // namespace command
