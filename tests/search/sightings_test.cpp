// The quick look for words, beside the analyzer's.

#include "search/sightings.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "query/compile.hpp"
#include "support/random_text.hpp"

using kiosque::searching::Lookout;
using kiosque::searching::Sighting;
using kiosque::searching::WordStarts;
using kiosque::testing::RandomText;

namespace {

struct Both {
  std::vector<Sighting> telling;
  std::vector<Sighting> all;
};

Both look(const std::string& query, const std::string& text) {
  kiosque::analysis::Analyzer& analyzer = kiosque::analysis::thread_analyzer();
  auto compiled = kiosque::querying::compile(kiosque::parse(query), {}, analyzer);
  compiled.words.prepare(std::vector<double>(compiled.words.terms().size(), 1));
  Lookout lookout(compiled.words, analyzer);
  return {lookout.telling(text, WordStarts(text)), lookout.all(text)};
}

bool same(const Sighting& a, const Sighting& b) {
  return a.begin == b.begin && a.end == b.end && a.number == b.number;
}

}  // namespace

TEST_CASE("The quick look sees what the analyzer sees, whatever the beginning") {
  struct Row {
    const char* query;
    const char* text;
  };
  const Row row = GENERATE(
      Row{"élection", "L’élection, les ÉLECTIONS, l'e\u0301lection et l’é\u00ADlection"},
      Row{"yeux", "Un œil, des yeux"}, Row{"œil", "Les yeux, l’œil"},
      Row{"aller", "Il va, ils iront"}, Row{"21e", "Au XXIe, au 21e, vingt et unième"},
      Row{"9000", "Quelque 9 000 ou 9.000, enfin 9000"}, Row{"15 000", "15 000, 15.000, 15000"},
      Row{"louis 14", "Louis XIV et Louis 14"}, Row{"premier", "Le 1er, François Ier"},
      Row{"saint-étienne", "St-Étienne et Saint-Étienne"}, Row{"20h30", "20 h 30, 20:30, 20h30"},
      Row{"罢工", "工人宣布罢工。罢工"}, Row{"москва", "Москва, москва"},
      Row{"étudiant", "Les étudiant·e·s, étudiant(e)s"}, Row{"porte-parole", "Le porteparole"},
      Row{"élec*", "Électricité et élection"}, Row{"œuvre", "Les ŒUVRES, l’oeuvre"});
  INFO(row.query << " / " << row.text);
  const Both seen = look(row.query, row.text);
  CHECK_FALSE(seen.all.empty());
  REQUIRE(seen.telling.size() == seen.all.size());
  for (std::size_t i = 0; i < seen.all.size(); ++i) CHECK(same(seen.telling[i], seen.all[i]));
}

TEST_CASE("The quick look gives sound spans, whatever the text") {
  RandomText random(31);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random.any(200);
    std::size_t end = 0;
    for (const Sighting& sighting : look("élection 21 000 hui école «œuvre» été", text).telling) {
      REQUIRE(sighting.begin >= end);
      REQUIRE(sighting.begin < sighting.end);
      REQUIRE(sighting.end <= text.size());
      end = sighting.end;
    }
  }
}

TEST_CASE("A text of numbers without blanks is looked through") {
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += "12;3,";
  CHECK_FALSE(look("12", text).telling.empty());
  CHECK(look("120", text).telling.empty());
}
