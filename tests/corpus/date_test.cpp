#include "corpus/date.hpp"

#include <cctype>
#include <random>
#include <string>
#include <string_view>

#include "catch.hpp"

namespace kiosque::corpus {
namespace {

constexpr std::string_view kNone = "";

struct Row {
  std::string_view text;
  std::string_view iso;  // kNone: not a date
};

const Row kDates[] = {
    // days in figures
    {"31/01/2025", "2025-01-31"},
    {"31.01.25", "2025-01-31"},
    {"31-01-2025", "2025-01-31"},
    {"31/1/25", "2025-01-31"},
    {"1/2/2020", "2020-02-01"},
    {"01/02/68", "2068-02-01"},
    {"01/02/69", "1969-02-01"},
    {"2025-01-31", "2025-01-31"},
    {"2025/01/31", "2025-01-31"},
    {"29/02/2024", "2024-02-29"},
    // days in words
    {"vendredi 31 janvier 2025", "2025-01-31"},
    {"VENDREDI 31 JANVIER 2025", "2025-01-31"},
    {"lundi 31 janvier 2025", "2025-01-31"},  // a Friday: the date wins
    {"31 janv. 2025", "2025-01-31"},
    {"Sam. 3 mai 2025", "2025-05-03"},
    {"1er février 2025", "2025-02-01"},
    {"1er fevrier 2025", "2025-02-01"},
    {"15 aout 2024", "2024-08-15"},
    {"15 AOÛT 2024", "2024-08-15"},
    {"15\u00a0août\u202f2024", "2024-08-15"},
    {"15 aou\u0302t 2024", "2024-08-15"},  // the accent a character of its own
    {"31-Jan-25", "2025-01-31"},
    {"January 31, 2025", "2025-01-31"},
    {"31st January 2025", "2025-01-31"},
    {"14 juillet 1789", "1789-07-14"},
    {"5. Oktober 2013", "2013-10-05"},
    {"29 de enero de 2020", "2020-01-29"},
    {"31 يناير", kNone},
    // with a time, in Paris where no zone is given
    {"Le 31/01/2025 à 18h05", "2025-01-31T18:05:00+01:00"},
    {"31/07/2025 à 18h", "2025-07-31T18:00:00+02:00"},
    {"31 août 2025 à 18 h 05", "2025-08-31T18:05:00+02:00"},
    {"mardi 7 octobre 2025 à 20 heures", "2025-10-07T20:00:00+02:00"},
    {"31 janvier 2025, 18:05", "2025-01-31T18:05:00+01:00"},
    {"31 janvier 2025 | 18:05", "2025-01-31T18:05:00+01:00"},
    {"06/01/2026 - 14:16 UTC+1", "2026-01-06T14:16:00+01:00"},
    {"May 3rd, 2025 at 6:05 pm", "2025-05-03T18:05:00+02:00"},
    {"26 octobre 2025 à 2h30", "2025-10-26T02:30:00+02:00"},  // it happens twice: the first
    {"2025-01-31 18:05:00", "2025-01-31T18:05:00+01:00"},
    {"2025-01-31T18:05", "2025-01-31T18:05:00+01:00"},
    {"2025-01-31T18:05:00+01:00", "2025-01-31T18:05:00+01:00"},
    {"2025-01-31T18:05:00.123456Z", "2025-01-31T18:05:00+00:00"},
    {"2025-01-31T18:05:00+0100", "2025-01-31T18:05:00+01:00"},
    {"2025-01-31T18:05:00-05:00", "2025-01-31T18:05:00-05:00"},
    {"Fri, 31 Jan 2025 18:05:00 +0100", "2025-01-31T18:05:00+01:00"},
    {"Fri, 31 Jan 2025 18:05:00 GMT", "2025-01-31T18:05:00+00:00"},
    // announced
    {"Publié le 31 janvier 2025 à 18:05", "2025-01-31T18:05:00+01:00"},
    {"Mis à jour le 31/01/2025", "2025-01-31"},
    {"Mise en ligne : 2 septembre 2022", "2022-09-02"},
    {"Date de publication : 31/01/2025.", "2025-01-31"},
    // not dates, and not all of a date
    {"", kNone},
    {"hier", kNone},
    {"31 janvier", kNone},
    {"janvier 2025", kNone},
    {"10/2025", kNone},
    {"2025", kNone},
    {"12:30", kNone},
    {"31 يناير", kNone},
    {"31 يناير 2025", kNone},
    {"31/02/2025", kNone},
    {"29/02/2023", kNone},
    {"01/13/2025", kNone},
    {"0/01/2025", kNone},
    {"31/01/2025 à 25h00", kNone},
    {"31/01/2025 à 18h60", kNone},
    {"2025-01-31T18:05:00+15:00", kNone},
    {"31/12/1599", kNone},
    {"1er janvier 2200", kNone},
    {"06.12.13.14.15", kNone},
    {"20250131", kNone},
    {"31/01.2025", kNone},
    {"le 3 mai 20 manifestants", kNone},
    {"31 janvier 2025 au matin", kNone},
    {"Publié le 31/01/2025, mis à jour le 01/02/2025", kNone},
};

const Row kRelative[] = {
    {"Publié hier à 20:15", "2025-01-31T20:15:00+01:00"},
    {"hier", "2025-01-31"},
    {"aujourd'hui à 9h", "2025-02-01T09:00:00+01:00"},
    {"Aujourd’hui", "2025-02-01"},
    {"avant-hier à 8h", "2025-01-30T08:00:00+01:00"},
    {"demain", kNone},
    {"Publié hier à 20:15", "2025-01-31T20:15:00+01:00"},
    {"31 janv.", "2025-01-31"},
    {"Publié le 1er février à 18h05", "2025-02-01T18:05:00+01:00"},
    {"2 février", "2024-02-02"},  // the latest that is not after the day given
    {"vendredi 31 janvier à 18h", "2025-01-31T18:00:00+01:00"},
    {"29 février", "2024-02-29"},
    {"il y a 3 jours", "2025-01-29"},
    {"Il y a 1 semaine", "2025-01-25"},
    {"il y a 5 minutes", "2025-02-01"},
    {"il y a 5 heures", kNone},  // of today, or of the day before
    {"il y a longtemps", kNone},
};

struct FindRow {
  std::string_view line;
  std::string_view iso;
  std::string_view printed;
};

const FindRow kFound[] = {
    {"6Medias, publié le lundi 04 mai 2020 à 17h45", "2020-05-04T17:45:00+02:00",
     "lundi 04 mai 2020 à 17h45"},
    {"Publié le 2 nov. 2023 à 16:00Mis à jour le 2 nov. 2023 à 16:16", "2023-11-02T16:00:00+01:00",
     "2 nov. 2023 à 16:00"},
    {"AFP 30 avril 2015 à 07:19 (Mis à jour : 30 avril 2015 à 07:38)", "2015-04-30T07:19:00+02:00",
     "30 avril 2015 à 07:19"},
    {"Élu le 4 mai, réélu le 5 mai 2021, battu en 2024", "2021-05-05", "5 mai 2021"},
    {"12 janvier 2025 - 8 commentaires", "2025-01-12", "12 janvier 2025"},
    {"31 janvier 2025 à 25h00", "2025-01-31", "31 janvier 2025"},
    {"le 31 août 2025 à 18h 20 personnes", "2025-08-31T18:00:00+02:00", "31 août 2025 à 18h"},
    {"\u00ab\u00a0Le\u00a031\u00a0août\u00a02025\u00a0\u00bb", "2025-08-31",
     "31\u00a0août\u00a02025"},
    {"La version 3.1.25 est sortie", kNone, kNone},
    {"Appelez le 06.12.13.14.15 ou le 1.31.01.2025", kNone, kNone},
    {"le 4 mai à 18h", kNone, kNone},
};

}  // namespace

TEST_CASE("A date is read in every form that pages and exports print", "[date]") {
  for (const auto& row : kDates) {
    INFO(row.text);
    CHECK(parse_date(row.text).value_or("") == row.iso);
  }
}

TEST_CASE("A relative day is counted from the day given, and refused without one", "[date]") {
  for (const auto& row : kRelative) {
    INFO(row.text);
    CHECK(parse_date(row.text, {.today = "2025-02-01"}).value_or("") == row.iso);
    CHECK_FALSE(parse_date(row.text));
    CHECK_FALSE(parse_date(row.text, {.today = "le premier"}));
  }
}

TEST_CASE("The first full date of a line is found with its bytes", "[date]") {
  for (const auto& row : kFound) {
    INFO(row.line);
    const auto found = find_date(row.line);
    REQUIRE(found.has_value() == !row.iso.empty());
    if (!found) continue;
    CHECK(found->iso == row.iso);
    CHECK(row.line.substr(found->begin, found->end - found->begin) == row.printed);
  }
}

TEST_CASE("A date far inside a long line is found where it stands", "[date]") {
  const std::string_view date = "31 janvier 2025 à 18h05";
  for (std::size_t words = 0; words < 2000; words += 37) {
    std::string line;
    for (std::size_t i = 0; i < words; ++i) line += "mot été ";
    const std::size_t begin = line.size();
    line += date;
    line += " et la suite";
    const auto found = find_date(line);
    REQUIRE(found);
    CHECK(found->begin == begin);
    CHECK(found->end == begin + date.size());
    CHECK(found->iso == "2025-01-31T18:05:00+01:00");
  }
}

TEST_CASE("Any bytes give a well-formed date or none", "[date]") {
  std::mt19937 random(20250131);  // NOLINT: the same bytes on every run
  const std::string_view pieces[] = {"31",      "/",
                                     "-",       "01",
                                     "2025",    " ",
                                     "janvier", "à",
                                     "h",       ":",
                                     "18",      "\xff",
                                     "\xc3",    "Z",
                                     "+",       "0100",
                                     "hier",    "le",
                                     ".",       "(",
                                     "lundi",   "\xe2\x80\xaf",
                                     "é",       "1er",
                                     "T",       "999999999999999999999",
                                     "%"};
  const auto well_formed = [](std::string_view iso) {
    if (iso.size() != 10 && iso.size() != 25) return false;
    const std::string_view shape = "dddd-dd-ddTdd:dd:ddsdd:dd";
    for (std::size_t i = 0; i < iso.size(); ++i) {
      const bool digit = std::isdigit(static_cast<unsigned char>(iso[i])) != 0;
      if (shape[i] == 'd'   ? !digit
          : shape[i] == 's' ? iso[i] != '+' && iso[i] != '-'
                            : iso[i] != shape[i]) {
        return false;
      }
    }
    return true;
  };
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t i = random() % 14; i > 0; --i) text += pieces[random() % std::size(pieces)];
    INFO(text);
    const auto parsed = parse_date(text, {.today = "2025-02-01"});
    const auto found = find_date(text);
    const bool good = (!parsed || well_formed(*parsed)) &&
                      (!found || (well_formed(found->iso) && found->begin < found->end &&
                                  found->end <= text.size()));
    REQUIRE(good);
  }
}

TEST_CASE("A line of ten million bytes is searched in bounded time", "[date]") {
  CHECK_FALSE(find_date(std::string(10'000'000, '1')));
  CHECK_FALSE(find_date(std::string(10'000'000, '\xff')));
  CHECK_FALSE(parse_date(std::string(10'000'000, ' ')));
}

}  // namespace kiosque::corpus
