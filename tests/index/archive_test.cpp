// What may lie at an archive's path.

#include "index/archive.hpp"

#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <kiosque/kiosque.hpp>
#include <optional>
#include <string>

#include "catch.hpp"
#include "index/fields.hpp"
#include "index/segment_builder.hpp"
#include "support/temporary.hpp"

using kiosque::ErrorCode;
using kiosque::testing::TemporaryFolder;
namespace indexing = kiosque::indexing;

namespace {

// The code that `call` fails with; nothing if it does not.
std::optional<ErrorCode> failure(const std::string& path, const std::function<void()>& call) {
  try {
    call();
  } catch (const kiosque::Error& error) {
    CHECK_THAT(error.what(), has(path));
    return error.code();
  }
  return {};
}

std::optional<ErrorCode> reading(const std::string& path) {
  return failure(path, [&] { const kiosque::Searcher searcher(path); });
}
std::optional<ErrorCode> writing(const std::string& path) {
  return failure(path, [&] { const kiosque::Writer writer(path); });
}

void fill(const std::string& path) {
  kiosque::Writer writer(path);
  writer.put({.id = "a", .title = "Titre", .published = "2022-04-24"});
  writer.put({.id = "b", .body = "Texte", .published = "2020-01-02"});
  writer.commit();
}

}  // namespace

TEST_CASE("Nothing, a file and a strange folder are no archives") {
  const TemporaryFolder folder;
  CHECK(reading(folder / "rien") == ErrorCode::archive_missing);
  CHECK(writing(folder / "rien/sous") == ErrorCode::disk);
  kiosque::testing::write_file(folder / "fichier", "texte");
  CHECK(reading(folder / "fichier") == ErrorCode::archive_damaged);
  CHECK(writing(folder / "fichier") == ErrorCode::archive_damaged);
  std::filesystem::create_directory(folder / "dossier");
  CHECK(reading(folder / "dossier") == ErrorCode::archive_damaged);
  kiosque::testing::write_file(folder / "dossier/photo.jpg", "x");
  CHECK(writing(folder / "dossier") == ErrorCode::archive_damaged);
  CHECK(std::distance(std::filesystem::directory_iterator(folder / "dossier"), {}) == 1);
}

TEST_CASE("A writer makes an archive of a free path or an empty folder") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "vide");
  CHECK_FALSE(writing(folder / "vide"));
  CHECK_FALSE(reading(folder / "vide"));
  CHECK_FALSE(writing(folder / "neuf"));
  CHECK(kiosque::info(folder / "neuf").articles == 0);
}

TEST_CASE("A stock Xapian database is not mistaken for an archive") {
  const TemporaryFolder folder;
  {
    Xapian::WritableDatabase database(folder / "x", Xapian::DB_CREATE);
    database.add_document(Xapian::Document());
    database.commit();
  }
  CHECK(reading(folder / "x") == ErrorCode::archive_damaged);
  CHECK(writing(folder / "x") == ErrorCode::archive_damaged);
}

TEST_CASE("An archive of another schema or analyzer is refused, and can still be looked at") {
  const std::string key = GENERATE(as<std::string>(), "schema", "analyzer", "fingerprint");
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  fill(path);
  {
    // The newest segment once more, behind a database with other metadata.
    auto numbers = *indexing::read_stub(path);
    auto manifest = indexing::open_commit(path)->manifest;
    (key == "schema"     ? manifest.schema
     : key == "analyzer" ? manifest.analyzer
                         : manifest.fingerprint) = "autre";
    const unsigned last = numbers.back();
    numbers.back() = last + 1;
    manifest.segments = numbers;
    indexing::compact(
        {{indexing::segment_path(path, last), indexing::word_order_path(path, last)}}, &manifest,
        {indexing::segment_path(path, last + 1), indexing::word_order_path(path, last + 1)});
    indexing::prepare_stub(path, numbers);
    indexing::put_stub(path);
  }
  CHECK(reading(path) == ErrorCode::archive_version);
  CHECK(writing(path) == ErrorCode::archive_version);
  CHECK_FALSE(kiosque::info(path).readable);
  CHECK(kiosque::get(path, "a")->title == "Titre");
  int seen = 0;
  kiosque::for_each(path, [&](const kiosque::Article&) { return ++seen > 0; });
  CHECK(seen == 2);
}

TEST_CASE("info tells what is in an archive") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.kiosque";
  fill(path);
  const auto info = kiosque::info(path);
  CHECK(info.articles == 2);
  CHECK(info.first_day == "2020-01-02");
  CHECK(info.last_day == "2022-04-24");
  CHECK(info.schema == kiosque::indexing::kSchemaVersion);
  CHECK(info.analyzer == "fr-1");
  CHECK(info.readable);
  CHECK(info.bytes > 0);
  kiosque::Writer writer(path);
  writer.remove("a");
  writer.commit();
  CHECK(kiosque::info(path).last_day == "2020-01-02");
  CHECK(kiosque::info(path).revision != info.revision);
}
