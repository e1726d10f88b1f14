// Files cut at any byte, and a folder that lost some: an Error with the path in it, never a crash.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <kiosque/kiosque.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/random_text.hpp"
#include "support/temporary.hpp"

namespace fs = std::filesystem;
using kiosque::testing::RandomText;
using kiosque::testing::TemporaryFolder;

namespace {

constexpr int kFine = 0;
constexpr int kError = 10;
constexpr int kOtherException = 11;

// Runs `call` in a process of its own: how it ends, or the number of the signal that killed it.
int outcome(const std::function<void()>& call) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::alarm(60);
    int status = kFine;
    try {
      call();
    } catch (const kiosque::Error& error) {
      switch (error.code()) {
        case kiosque::ErrorCode::archive_damaged:
        case kiosque::ErrorCode::archive_version:
        case kiosque::ErrorCode::archive_missing:
        case kiosque::ErrorCode::disk:
          status = kError;
          break;
        default:
          status = kOtherException;
      }
    } catch (...) {
      status = kOtherException;
    }
    _exit(status);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
}

void fill(const std::string& path) {
  kiosque::Writer writer(path);
  RandomText random(67);
  for (int i = 0; i < 200; ++i) {
    writer.put({.id = std::to_string(i),
                .title = random.french(10) + " élection",
                .body = random.french(200),
                .published = "2022-04-24",
                .tags = {"vote"}});
    if (i % 50 == 49) writer.commit();
  }
}

void read_everything(const std::string& path) {
  static_cast<void>(kiosque::info(path));
  kiosque::for_each(path, [](const kiosque::Article&) { return true; });
  const kiosque::Searcher searcher(path);
  static_cast<void>(searcher.search("élection", {.facets = {{"tag"}, {"year"}}}));
  static_cast<void>(searcher.search("\"aujourd'hui un\" tag:vote"));
  static_cast<void>(searcher.get("7"));
}

void write_something(const std::string& path) {
  kiosque::Writer writer(path);
  writer.put({.id = "7", .title = "Autre"});
  writer.remove("8");
  writer.put({.id = "neuf", .title = "Neuf", .body = "Un texte"});
  writer.commit();
}

}  // namespace

TEST_CASE("A file cut at any byte is an error or is not missed, for readers and for writers") {
  const TemporaryFolder folder;
  const std::string whole = folder / "whole.kiosque";
  fill(whole);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(whole)) files.push_back(entry.path().filename());
  RandomText random(71);
  const fs::path copy = folder / "copy.kiosque";
  int errors = 0;
  for (const auto& file : files) {
    const auto size = fs::file_size(fs::path(whole) / file);
    for (const auto cut : {std::uintmax_t{0}, size / 2, size - size / 8,
                           std::uintmax_t{random.number(static_cast<std::size_t>(size) + 1)}}) {
      for (const auto& call : {read_everything, write_something}) {
        fs::remove_all(copy);
        fs::copy(whole, copy);
        fs::resize_file(copy / file, cut);
        INFO(file.string() << " of " << size << " bytes cut at " << cut);
        const int ended = outcome([&] { call(copy.string()); });
        CHECK((ended == kFine || ended == kError));
        if (ended == kError) ++errors;
      }
    }
  }
  CHECK(errors > 0);
}

TEST_CASE("An archive that lost a file is an error for readers and for writers") {
  const std::string ending = GENERATE(as<std::string>(), "XAPIANDB", ".glass", ".words");
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  fill(path);
  for (const auto& entry : fs::directory_iterator(path)) {
    if (entry.path().string().ends_with(ending)) REQUIRE(fs::remove(entry.path()));
  }
  INFO(ending);
  CHECK(outcome([&] { read_everything(path); }) == kError);
  CHECK(outcome([&] { write_something(path); }) == kError);
}
