// Tables, arrays, web archives, compressed files; and how each is known.

#include <archive.h>
#include <archive_entry.h>

#include <string>

#include "catch.hpp"
#include "corpus/invented_page.hpp"
#include "corpus/language.hpp"
#include "corpus/outcome.hpp"
#include "corpus/unpack.hpp"

using kiosque::Format;
using kiosque::corpus::kFirst;
using kiosque::corpus::kSecond;
using kiosque::testing::outcome_of;
using kiosque::testing::outcome_of_bytes;
using kiosque::testing::TemporaryFolder;
using kiosque::testing::write_file;
using Titles = std::vector<std::string>;

namespace {

std::string packed(const std::string& bytes, int (*filter)(archive*)) {
  std::string result(bytes.size() * 2 + 65536, '\0');
  std::size_t used = 0;
  archive* const writer = archive_write_new();
  filter(writer);
  archive_write_set_format_raw(writer);
  archive_write_open_memory(writer, result.data(), result.size(), &used);
  archive_entry* const entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(writer, entry);
  archive_write_data(writer, bytes.data(), bytes.size());
  archive_entry_free(entry);
  archive_write_close(writer);
  archive_write_free(writer);
  result.resize(used);
  return result;
}

std::string page(const std::string& title) {
  return "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>" +
         std::string(kFirst) + "</p><p>" + std::string(kSecond) + "</p></body></html>";
}

std::string record(const std::string& type, const std::string& url, const std::string& body,
                   const std::string& content = "application/http; msgtype=response") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nContent-Type: " + content + "\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body + "\r\n\r\n";
}

std::string answer(const std::string& body, const std::string& headers = "",
                   const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=UTF-8\r\n" + headers +
         "\r\n" + body;
}

}  // namespace

TEST_CASE("A table is read by the names of its columns, whatever separates them") {
  const auto comma = outcome_of_bytes(
      "title,text,date,keywords,autre\r\n\"Un, \"\"deux\"\"\",\"Ligne\nsuivante\",14/03/2024,\"a, "
      "b\",x\r\n");
  REQUIRE(comma.records.size() == 1);
  CHECK(comma.records[0].article.title == "Un, \"deux\"");
  CHECK(comma.records[0].article.body == "Ligne\nsuivante");
  CHECK(comma.records[0].article.published == "2024-03-14");
  CHECK(comma.records[0].article.tags == std::vector<std::string>{"a", "b"});
  CHECK(comma.records[0].entry == 1);
  CHECK(outcome_of_bytes("\xEF\xBB\xBFHeadline;Content\nUn;deux\nTrois;quatre\n").titles() ==
        Titles{"Un", "Trois"});
  CHECK(outcome_of_bytes("title\ttext\nL\x92\xE9t\xE9\tx\n").titles() == Titles{"L’été"});
}

TEST_CASE("A row without text, and a quote never closed, are said, the others read") {
  const auto outcome = outcome_of_bytes("title,text,url\na,b,c\n,,https://x.example\nd,e,f\n");
  CHECK(outcome.titles() == Titles{"a", "d"});
  CHECK(outcome.codes() == "empty");
  CHECK(outcome.rejected.at(0).line == 3);
  CHECK(outcome_of_bytes("title,text\na,b\nc,\"" + std::string(400'000, 'x'),
                         {.max_record_bytes = 100'000})
            .codes() == "too_long");
}

TEST_CASE("An array of objects is read one by one") {
  const auto outcome = outcome_of_bytes(
      "[\n  {\"title\": \"a, ]}\", \"tags\": [\"x\", \"y\"]},\n  {\"title\": \"b\"}, 3, {\"lead\": "
      "1}\n]");
  CHECK(outcome.titles() == Titles{"a, ]}", "b"});
  CHECK(outcome.records.at(1).entry == 2);
  CHECK(outcome.codes() == "not_object empty");
  CHECK(outcome_of_bytes("[{\"title\": \"a\"}, {\"title\": \"b").codes() == "json");
  CHECK(outcome_of_bytes("[{\"title\": \"a\"}]").titles() == Titles{"a"});
}

TEST_CASE("Of a web archive every page of HTML is an article") {
  const std::string chunked = "5\r\n" + page("Morceaux").substr(0, 5) + "\r\n";
  const std::string rest = page("Morceaux").substr(5);
  char size[32];
  std::snprintf(size, sizeof size, "%zx", rest.size());
  const std::string archive =
      record("warcinfo", "", "software: x", "application/warc-fields") +
      record("request", "https://g.example/a", "GET /a HTTP/1.1\r\n\r\n") +
      record("response", "https://g.example/a", answer(page("Un"))) +
      record("response", "https://g.example/image",
             "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG") +
      record("response", "https://g.example/perdu", answer("<p>404", "", "404 Not Found")) +
      record("response", "https://g.example/b",
             answer(chunked + size + "\r\n" + rest + "\r\n0\r\n\r\n",
                    "Transfer-Encoding: chunked\r\n")) +
      record("response", "https://g.example/c",
             answer(packed(page("Serré"), archive_write_add_filter_gzip),
                    "Content-Encoding: gzip\r\n")) +
      record("response", "https://g.example/vide", answer("<html><body></body></html>")) +
      record("resource", "https://g.example/d", page("Ressource"), "text/html");
  const auto outcome = outcome_of_bytes(archive);
  CHECK(outcome.titles() == Titles{"Un", "Morceaux", "Serré", "Ressource"});
  CHECK(outcome.records.at(0).article.url == "https://g.example/a");
  CHECK(outcome.codes() == "empty");
  CHECK(outcome_of_bytes(packed(archive, archive_write_add_filter_gzip)).titles().size() == 4);
  const auto cut = outcome_of_bytes(archive.substr(0, archive.size() - 100));
  CHECK(cut.titles().size() == 3);
  CHECK(cut.codes() == "empty warc");
}

TEST_CASE("Compressed files are read as what they hold") {
  const std::string lines = "{\"title\":\"a\"}\n{\"title\":\"b\"}\n";
  for (const auto filter : {archive_write_add_filter_gzip, archive_write_add_filter_zstd,
                            archive_write_add_filter_bzip2, archive_write_add_filter_xz}) {
    CHECK(outcome_of_bytes(packed(lines, filter)).titles() == Titles{"a", "b"});
  }
  const std::string twice = packed(lines, archive_write_add_filter_gzip);
  CHECK(outcome_of_bytes(twice + twice).titles().size() == 4);
  CHECK(outcome_of_bytes(packed(page("Page"), archive_write_add_filter_gzip)).titles() ==
        Titles{"Page"});
}

TEST_CASE("A compressed file that is cut off or a bomb is said, and what came before is kept") {
  std::string lines;
  for (int i = 0; i < 20'000; ++i) lines += "{\"title\":\"" + std::to_string(i * 7919) + "\"}\n";
  const std::string whole = packed(lines, archive_write_add_filter_gzip);
  const auto cut = outcome_of_bytes(whole.substr(0, whole.size() / 2));
  CHECK(cut.codes().find("compressed") != std::string::npos);
  CHECK(cut.records.size() > 1000);
  const std::string bomb =
      packed("{\"title\":\"a\"}" + std::string(100U << 20U, '\n'), archive_write_add_filter_gzip);
  CHECK(outcome_of_bytes(bomb).codes() == "compressed");
  const std::string spaces = packed(std::string(100U << 20U, ' '), archive_write_add_filter_gzip);
  CHECK(outcome_of_bytes(spaces).codes() == "too_long");
  CHECK_THROWS_AS(kiosque::corpus::unpacked(packed(lines, archive_write_add_filter_gzip), 1000),
                  kiosque::corpus::BadCompression);
  CHECK(outcome_of_bytes("\x1F\x8B\x08 no gzip").codes() == "compressed");
}

TEST_CASE("A page beyond the limits is a rejection, and the next is read") {
  const TemporaryFolder folder;
  write_file(folder / "a", page("Trop longue") + std::string(20U << 20U, ' '));
  write_file(folder / "b", "<html>" + std::string(60'000, '<') + page("Lue"));
  std::string deep = "<html>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  write_file(folder / "c", deep);
  write_file(folder / "d", "<html><script type=\"application/ld+json\">{\"headline\":\"" +
                               std::string(5U << 20U, 'x') + "\"}</script>" + page("Lue aussi"));
  const auto outcome = outcome_of({folder / "a", folder / "b", folder / "c", folder / "d"});
  CHECK(outcome.titles() == Titles{"Lue", "Lue aussi"});
  CHECK(outcome.codes() == "too_long too_complex");
}

TEST_CASE("What once went wrong is read") {
  const auto outcome = outcome_of({std::string(KIOSQUE_SOURCE_DIR) + "/tests/regressions"});
  CHECK(outcome.rejected.empty());
  CHECK(outcome.titles() == Titles{"L’été\u00A0!", "Le pont rouvre", ""});
}

TEST_CASE("The content decides, not the name") {
  const auto one = [](const std::string& bytes) {
    const auto outcome = outcome_of_bytes(bytes);
    return outcome.records.size() == 1 ? outcome.records[0].article.title : outcome.codes();
  };
  CHECK(one(page("Page")) == "Page");
  CHECK(one("\n\n<!-- saved -->\n" + page("Page")) == "Page");
  CHECK(one("\xEF\xBB\xBF" + page("Page")) == "Page");
  CHECK(one("Le pont rouvre\n\n" + std::string(kFirst) + "\n\n" + std::string(kSecond)) ==
        "Le pont rouvre");
  CHECK(one("[ ] Recevoir la lettre\n\nLe pont rouvre\n\n" + std::string(kFirst) + "\n\n" +
            std::string(kSecond)) == "Le pont rouvre");
  CHECK(one(std::string("PK\3\4\0\0", 6)) == "binary");
  CHECK(one("%PDF-1.4 x") == "binary");
  CHECK(outcome_of_bytes("{\"title\":\"a\"}", {.format = Format::text}).codes() == "empty");
}

TEST_CASE("The language of a text, where it is sure") {
  using kiosque::corpus::language_of;
  CHECK(language_of(kFirst) == "fr");
  CHECK(language_of("The suspension bridge reopened on Monday morning after fourteen months of "
                    "works, in front of a crowd that had come by bicycle.") == "en");
  CHECK(language_of("Die Brücke wurde am Montag nach vierzehn Monaten Bauzeit wieder eröffnet, und "
                    "viele Menschen kamen mit dem Fahrrad.") == "de");
  CHECK(language_of("Valbrune").empty());
  CHECK(language_of("").empty());
}

TEST_CASE("A language is named alike, whoever names it") {
  const auto outcome = outcome_of_bytes(
      "{\"title\":\"a\",\"language\":\"fr-FR\"}\n{\"title\":\"b\",\"language\":\"EN\"}\n");
  REQUIRE(outcome.records.size() == 2);
  CHECK(outcome.records[0].article.language == "fr");
  CHECK(outcome.records[1].article.language == "en");
}

TEST_CASE("Articles in other languages are left out where that is asked") {
  const std::string lines =
      "{\"title\":\"Le pont suspendu rouvre\",\"text\":\"" + std::string(kFirst) +
      "\"}\n"
      "{\"title\":\"The bridge reopens\",\"text\":\"The suspension bridge reopened on Monday "
      "morning after fourteen months of works, in front of a crowd.\"}\n"
      "{\"title\":\"Pont\"}\n";
  CHECK(outcome_of_bytes(lines).records.size() == 3);
  const auto french = outcome_of_bytes(lines, {.languages = {"fr"}});
  CHECK(french.titles() == Titles{"Le pont suspendu rouvre", "Pont"});
  CHECK(french.codes() == "language");
}
