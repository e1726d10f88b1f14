// Names: particles, doubled letters and transliterations.

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/characters.hpp"
#include "catch.hpp"
#include "search/tiny_archive.hpp"

using kiosque::testing::TinyArchive;

namespace {

struct Row {
  const char* query;
  const char* ids;
};

struct Names {
  std::string typed;
  std::string other;  // another spelling, found too
};

std::vector<std::vector<std::string>> listed() {
  std::ifstream file(std::string(KIOSQUE_SOURCE_DIR) + "/data/words/names.txt");
  std::vector<std::vector<std::string>> lines;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#') || line.empty()) continue;
    std::istringstream words(line);
    lines.emplace_back();
    for (std::string word; words >> word;) {
      lines.back().push_back(kiosque::analysis::fold_value(word));
    }
  }
  return lines;
}

bool shows(const kiosque::Results& results, const std::string& variant) {
  return std::any_of(results.variants.begin(), results.variants.end(),
                     [&](const auto& shown) { return shown.variant == variant; });
}

}  // namespace

TEST_CASE("Names with particles are found with and without their signs") {
  const TinyArchive archive({
      {.id = "gaulle", .body = "Charles de Gaulle descend les Champs-Élysées"},
      {.id = "estaing", .body = "Valéry Giscard d’Estaing est élu"},
      {.id = "pen", .body = "Marine Le Pen au second tour"},
      {.id = "van", .body = "Ursula von der Leyen reçoit Rafael van der Vaart"},
      {.id = "villepin", .body = "Dominique de Villepin quitte Matignon"},
      {.id = "ornano", .body = "Michel d'Ornano, maire de Deauville"},
      {.id = "artois", .body = "La Fontaine relu par l'abbé d'Artois"},
      {.id = "obrien", .body = "Keith O'Brien et N'Golo Kanté"},
      {.id = "benali", .body = "Zine el-Abidine Ben Ali fuit Tunis"},
      {.id = "stylo", .body = "Le stylo, pen en anglais, de Paul"},
  });
  const Row row = GENERATE(
      Row{"\"de Gaulle\"", "gaulle"}, Row{"\"DE GAULLE\"", "gaulle"}, Row{"gaulle", "gaulle"},
      Row{"\"Charles de Gaulle\"", "gaulle"}, Row{"\"Giscard d'Estaing\"", "estaing"},
      Row{"\"Giscard d’Estaing\"", "estaing"}, Row{"\"giscard estaing\"", "estaing"},
      Row{"d'Estaing", "estaing"}, Row{"\"Le Pen\"", "pen"}, Row{"\"le pen\"", "pen"},
      Row{"\"Marine Le Pen\"", "pen"}, Row{"\"van der Vaart\"", "van"},
      Row{"\"Van Der Vaart\"", "van"}, Row{"\"von der Leyen\"", "van"}, Row{"leyen", "van"},
      Row{"\"de Villepin\"", "villepin"}, Row{"d’Ornano", "ornano"}, Row{"ornano", "ornano"},
      Row{"\"La Fontaine\"", "artois"}, Row{"d'artois", "artois"}, Row{"O’Brien", "obrien"},
      Row{"obrien", "obrien"}, Row{"ngolo", "obrien"}, Row{"\"Ben Ali\"", "benali"},
      Row{"\"el Abidine\"", "benali"});
  INFO(row.query);
  CHECK(archive.ids(row.query) == row.ids);
}

TEST_CASE("Particles of other names are not found") {
  const TinyArchive archive({{.id = "a", .body = "Le général Leclerc et Anne de Gaulle"},
                             {.id = "b", .body = "Pen et Le Guen, d'Ormesson, van Gogh"}});
  for (const char* query :
       {"\"Le Pen\"", "\"Leclerc de Gaulle\"", "\"le Gaulle\"", "\"van der Gogh\"", "\"Der\"",
        "\"Gaulle de\"", "dormesson", "legaulle", "\"de Pen\"", "degaulle"}) {
    INFO(query);
    CHECK(archive.search(query).total == 0);
  }
}

TEST_CASE("Another spelling of a name is found, below the one typed") {
  const Names names = GENERATE(
      Names{"Zelensky", "Zelenskyy"}, Names{"Zelenskyy", "Zelenski"}, Names{"Poutine", "Putin"},
      Names{"Putin", "Poutine"}, Names{"Mohamed", "Mohammed"}, Names{"Mohammad", "Muhammad"},
      Names{"Ahmed", "Ahmad"}, Names{"Hussein", "Hossein"}, Names{"Youssef", "Yusuf"},
      Names{"Kadhafi", "Gaddafi"}, Names{"Gaddafi", "Kadhafi"}, Names{"Netanyahou", "Netanyahu"},
      Names{"Nétanyahou", "Netanyahu"}, Names{"Gorbatchev", "Gorbachev"},
      Names{"Eltsine", "Yeltsin"}, Names{"Khrouchtchev", "Khrushchev"},
      Names{"Dostoïevski", "Dostoevsky"}, Names{"Tchekhov", "Chekhov"}, Names{"Tolstoï", "Tolstoy"},
      Names{"Loukachenko", "Lukashenko"}, Names{"Prigojine", "Prigozhin"},
      Names{"Choïgou", "Shoigu"}, Names{"Khomeiny", "Khomeini"}, Names{"Moubarak", "Mubarak"},
      Names{"Khashoggi", "Khachoggi"}, Names{"Kiev", "Kyiv"}, Names{"KYIV", "Kiev"},
      Names{"Pékin", "Beijing"}, Names{"Bombay", "Mumbai"}, Names{"Daech", "Daesh"},
      Names{"Hezbollah", "Hizbollah"}, Names{"Marioupol", "Mariupol"},
      Names{"Djokovic", "Djokovitch"}, Names{"Ouïghours", "Ouïgours"});
  INFO(names.typed << ", " << names.other);
  const TinyArchive archive({{.id = "other", .body = "Hier " + names.other + " a parlé"},
                             {.id = "typed", .body = "Hier " + names.typed + " a parlé"},
                             {.id = "none", .body = "Hier Martin a parlé"}});
  CHECK(archive.ids(names.typed) == "typed other");
  const auto results = archive.search(names.typed);
  REQUIRE(results.hits.size() == 2);
  CHECK(results.hits[0].score > results.hits[1].score);
  CHECK(results.hits[1].score > 0);
  CHECK(shows(results, kiosque::analysis::fold_value(names.other)));
  CHECK(results.hits[1].snippet.find("<mark>" + names.other + "</mark>") != std::string::npos);

  kiosque::Query query = kiosque::parse(names.typed);
  CHECK_FALSE(query.variants.empty());
  query.variants.clear();
  CHECK(archive.ids(query) == "typed");
  CHECK(archive.search(query).variants.empty());
  CHECK(archive.ids(kiosque::parse(names.typed, {.variants = false})) == "typed");
}

TEST_CASE("One spelling can be taken out and the others kept") {
  const TinyArchive archive({{.id = "kadhafi", .body = "Le colonel Kadhafi"},
                             {.id = "gaddafi", .body = "Le colonel Gaddafi"},
                             {.id = "khadafi", .body = "Le colonel Khadafi"}});
  kiosque::Query query = kiosque::parse("Kadhafi");
  std::erase_if(query.variants, [](const auto& variant) { return variant.variant == "gaddafi"; });
  CHECK(archive.ids(query) == "kadhafi khadafi");
  CHECK_FALSE(shows(archive.search(query), "gaddafi"));
  CHECK(shows(archive.search(query), "khadafi"));
}

TEST_CASE("A spelling that is meant to the letter has no others beside it") {
  const TinyArchive archive({{.id = "kiev", .title = "Siège de Kiev", .body = "La ville tient"},
                             {.id = "kyiv", .title = "Siège de Kyiv", .body = "La ville tient"}});
  CHECK(archive.ids("\"Siège de Kiev\"") == "kiev");
  CHECK(archive.ids("Kiev", {.strict = true}) == "kiev");
  CHECK(archive.search("Kiev", {.strict = true}).variants.empty());
  CHECK(archive.ids("ville -Kiev") == "kyiv");
  CHECK(archive.ids("titre:Kiev") == "kiev kyiv");
  CHECK(archive.ids("+Kiev ville") == "kiev kyiv");
  CHECK(archive.ids("(Kiev OU Lyon)") == "kiev kyiv");
}

TEST_CASE("Words that are no listed name have no other spelling") {
  const char* const text =
      GENERATE("Macron", "Mitterrand", "Hollande", "mohair", "Kievski", "pékinois", "Dupont",
               "élection", "Le Pen", "Paris", "-Kiev", "\"Kiev\"", "tag:Kiev", "12");
  INFO(text);
  CHECK(kiosque::parse(text).variants.empty());
}

TEST_CASE("Every line of the names is of single words, of letters, and no word is on two lines") {
  std::map<std::string, std::size_t> line_of;
  std::size_t number = 0;
  for (const auto& line : listed()) {
    ++number;
    CHECK(line.size() >= 2);
    for (const auto& word : line) {
      INFO(word);
      CHECK(kiosque::analyze(word).size() == 1);
      CHECK(word.size() >= 4);
      const auto [known, added] = line_of.emplace(word, number);
      CHECK(known->second == number);
    }
  }
  CHECK(number > 100);
}

TEST_CASE("The spellings of a line differ by more than their accents") {
  // Lines that do nothing, since accents are folded anyway.
  for (const auto& line : listed()) {
    INFO(line.front());
    CHECK(std::set<std::string>(line.begin(), line.end()).size() >= 2);
  }
}

TEST_CASE("No spelling of a name is a common word") {
  // The names themselves, or what is called after them.
  const std::set<std::string> same_word = {"cherif", "fatma",   "mahdi", "poutine",
                                           "pekin",  "taliban", "coran"};
  // shérif is another word.
  const std::set<std::string> known = {"sherif"};
  std::set<std::string> common;
  std::ifstream dictionary(KIOSQUE_FRENCH_WORDS);
  for (std::string line; std::getline(dictionary, line);) {
    const std::string word = line.substr(0, line.find_first_of("/ \t"));
    if (!word.empty() && !(word[0] >= 'A' && word[0] <= 'Z')) {
      common.insert(kiosque::analysis::fold_value(word));
    }
  }
  REQUIRE(common.contains("election"));
  for (const auto& line : listed()) {
    for (const auto& word : line) {
      INFO(word);
      if (same_word.contains(word) || known.contains(word)) continue;
      CHECK_FALSE(common.contains(word));
    }
  }
}
