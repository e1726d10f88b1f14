#include "stop_on_signal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>

#include "locale.hpp"
#include "terminal.hpp"

namespace command {
namespace {

constexpr std::array signals{SIGINT, SIGTERM};
std::array<struct sigaction, signals.size()> former{};
std::array<int, 2> channel{-1, -1};  // what the handler tells the watcher
int nothing = -1;                    // /dev/null
volatile std::sig_atomic_t seen = 0;

// A stop may take locks, which a handler must not: it only writes a byte. A read that waits on
// standard input starts again after the handler (SA_RESTART) and then meets the end of /dev/null.
extern "C" void on_signal(int number) {
  if (seen != 0) {
    std::signal(number, SIG_DFL);
    std::raise(number);
    return;
  }
  seen = 1;
  if (nothing >= 0) dup2(nothing, STDIN_FILENO);
  const char byte = 's';
  [[maybe_unused]] const auto written = write(channel[1], &byte, 1);
}

}  // namespace

StopOnSignal::StopOnSignal() {
  if (pipe2(channel.data(), O_CLOEXEC) != 0) return;  // then a signal ends the process, as usual
  nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  seen = 0;

  sigset_t ours{};
  sigset_t before{};
  sigemptyset(&ours);
  for (const int number : signals) sigaddset(&ours, number);
  // The watcher keeps the signals blocked, so that they interrupt the thread that reads.
  pthread_sigmask(SIG_BLOCK, &ours, &before);
  watcher_ = std::jthread([this] {
    char byte = 0;
    if (read(channel[0], &byte, 1) != 1 || byte != 's') return;
    source_.request_stop();
    if (is_terminal(STDERR_FILENO)) std::fprintf(stderr, "\r\033[K%s\n", tr(text::stopping));
  });
  pthread_sigmask(SIG_SETMASK, &before, nullptr);

  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  for (std::size_t i = 0; i < signals.size(); ++i) {
    sigaction(signals[i], nullptr, &former[i]);
    if (former[i].sa_handler != SIG_IGN) sigaction(signals[i], &action, nullptr);
  }
}

StopOnSignal::~StopOnSignal() {
  if (!watcher_.joinable()) return;
  for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &former[i], nullptr);
  const char byte = 'q';
  [[maybe_unused]] const auto written = write(channel[1], &byte, 1);
  watcher_.join();
  for (const int descriptor : {channel[0], channel[1], nothing}) close(descriptor);
}

}  // namespace command
