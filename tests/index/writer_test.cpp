// Filling an archive, and what is left when that is cut short.

#include <kiosque/kiosque.hpp>
#include <string>

#include "catch.hpp"
#include "support/temporary.hpp"

using kiosque::Put;
using kiosque::testing::TemporaryFolder;

TEST_CASE("Articles are added, updated, left unchanged and removed") {
  const TemporaryFolder folder;
  kiosque::Writer writer(folder / "a.kiosque");
  CHECK(writer.put({.id = "a", .title = "Titre"}) == Put::added);
  CHECK(writer.put({.id = "a", .title = "Titre"}) == Put::unchanged);
  CHECK(writer.put({.id = "a", .title = "Autre"}) == Put::updated);
  CHECK(writer.put({.id = "b", .title = "Titre"}) == Put::added);
  CHECK(writer.pending() == 3);
  writer.commit();
  CHECK(writer.pending() == 0);
  CHECK(writer.remove("b"));
  CHECK_FALSE(writer.remove("b"));
  writer.commit();
  CHECK(kiosque::info(folder / "a.kiosque").articles == 1);
  CHECK(kiosque::get(folder / "a.kiosque", "a")->title == "Autre");
}

TEST_CASE("A writer that is not told to commit drops what is pending") {
  const TemporaryFolder folder;
  {
    kiosque::Writer writer(folder / "a.kiosque");
    writer.put({.id = "a", .title = "Titre"});
    writer.commit();
    writer.put({.id = "b", .title = "Titre"});
    writer.remove("a");
  }
  CHECK(kiosque::info(folder / "a.kiosque").articles == 1);
  CHECK(kiosque::get(folder / "a.kiosque", "a"));
}

TEST_CASE("A full batch is committed of itself") {
  const TemporaryFolder folder;
  kiosque::Writer writer(folder / "a.kiosque", {.commit_bytes = 1000});
  const std::string text(300, 'x');
  for (int i = 0; i < 10; ++i) writer.put({.id = std::to_string(i), .body = text});
  CHECK(writer.pending() < 10);
  CHECK(kiosque::info(folder / "a.kiosque").articles >= 4);
}

TEST_CASE("A second writer is told that the archive is held") {
  const TemporaryFolder folder;
  const kiosque::Writer writer(folder / "a.kiosque");
  try {
    const kiosque::Writer second(folder / "a.kiosque");
    FAIL("two writers");
  } catch (const kiosque::Error& error) {
    CHECK(error.code() == kiosque::ErrorCode::archive_locked);
    CHECK_THAT(error.what(), has("a.kiosque"));
  }
}

TEST_CASE("One article too long in everything drags no other down") {
  const TemporaryFolder folder;
  kiosque::Writer writer(folder / "a.kiosque");
  const std::string huge(5000, 'x');
  writer.put({.id = "a", .title = "Titre"});
  writer.put({.id = huge,
              .title = huge,
              .lead = huge,
              .body = huge,
              .section = huge,
              .tags = {huge, huge + "y"},
              .authors = {huge},
              .source = huge,
              .url = "https://" + huge + ".example/" + huge,
              .language = huge});
  writer.put({.id = "b", .title = std::string(200, '\0') + "b"});
  writer.commit();
  CHECK(kiosque::info(folder / "a.kiosque").articles == 3);
  CHECK(kiosque::get(folder / "a.kiosque", huge)->body == huge);
}
