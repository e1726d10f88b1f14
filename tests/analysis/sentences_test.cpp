// Where sentences begin.

#include "analysis/sentences.hpp"

#include <string>
#include <string_view>

#include "catch.hpp"
#include "support/random_text.hpp"
#include "support/text.hpp"

using kiosque::analysis::begins_line;
using kiosque::analysis::sentence_starts;
using kiosque::testing::RandomText;

namespace {

// The text with a bar before each sentence.
std::string with_bars(const std::string& text) {
  std::string marked;
  std::size_t at = 0;
  for (const std::size_t start : sentence_starts(text)) {
    marked += text.substr(at, start - at) + '|';
    at = start;
  }
  return marked + text.substr(at);
}

void check(std::initializer_list<const char*> expected) {
  for (const char* const marked : expected) {
    std::string text(marked);
    std::erase(text, '|');
    CHECK(with_bars(text) == marked);
  }
}

}  // namespace

TEST_CASE("A sentence ends with its mark before a capital, a digit, a quotation or a dash") {
  check({"|Il pleut. |Le vent tombe.", "|Il pleut ! |Le vent tombe ? |Non.",
         "|Vraiment ?! |Oui, vraiment !!! |Bien.", "|Il hésite… |Puis il signe.",
         "|Il hésite... |Puis il signe.", "|Il hésite… puis il signe... enfin.",
         "|C’est tout ! dit-elle. |On rit.",
         "|Elle a dit non. |À quoi bon ? |Élan brisé. |Œil pour œil. |Ça passe.",
         "|Le score est clos. |3 buts à 1. |25 000 spectateurs.",
         "|Il se tait. |– Et après ? |— Rien.",
         "|Elle signe. |« Enfin », dit-elle. |“Enfin”, répète-t-il. |\"Enfin.\"",
         "|Il part. |(Il reviendra.) |[Note de la rédaction.]",
         "|Une phrase.  |Deux blancs. |Un\u00A0blanc.\u00A0|Insécable.\u202F|Fine.",
         "|une phrase sans capitale. une autre.", "|Fin.", "|Sans point", "|..."});
  check({"", "   ", "\n\n \u00A0\u202F"});
}

TEST_CASE("The dot of an abbreviation or an initial ends no sentence") {
  check({"|M. Dupont et Mme. Martin saluent Mgr. Aupetit. |Ils sortent.",
         "|MM. Dupond et Durand s’inclinent devant Mlle. Rose et Me. Noir.",
         "|Le Dr. Knock et le Pr. Tournesol opèrent.",
         "|J. Chirac, F. M. Mitterrand et J.-C. Gaudin. |Un trio.", "|Marc-A. Bloch y était.",
         "|L’an 52 av. J.-C. Alésia tombe.", "|L’an 300 apr. J.-C. Rome doute.",
         "|La rue St. Antoine et le bd. Voltaire sont fermés.",
         "|Voir cf. Annexe, p. 12, pp. 14, fig. 3, vol. 2, chap. 5.",
         "|Le no. 5 et l’art. 49 al. 3 s’appliquent. |C’est de l’art. |Il dit no. |Elle rit.",
         "|Il a dit (M. Dupont) non.", "|Selon l’A.F.P. Macron part. |Bien.",
         "|« M. Dupont est là », dit-il. |Soit.",
         "|\"M. Dupont est là\", “Mme. Martin aussi”, «Mgr. Aupetit enfin». |Soit.",
         "|Tél. 01 02 03 04 05.", "|D’après É. Zola. |Vérité.",
         "|Il parle d’A. Camus. |Et puis plus rien."});
}

TEST_CASE("Dots inside numbers, addresses and acronyms end none") {
  check({"|Une hausse de 3.5 points en 2.0 ans. |Rien de plus.", "|Quelque 15.000 personnes.",
         "|Voir https://www.exemple.fr/page.html?A=B et exemple.fr. |Merci.",
         "|Écrire à j.dupont@exemple.fr avant mardi.", "|La S.N.C.F. promet. |L’U.E. aussi.",
         "|La version 2.Beta sort.", "|Yahoo! et Bing."});
}

TEST_CASE("Nothing inside a short quotation ends a sentence, its full stop does") {
  check({"|Il crie : « Non ! Jamais ! Partez ! » et il part. |Silence.",
         "|« Il pleut. Je sors. » |Il sort.", "|« Il pleut. Je sors », dit-il. |Il sort.",
         "|Le « Vu. À la télé » agace. |Tous.", "|« Non ! » |Elle insiste.",
         "|« Non » Elle insiste. |Lui aussi.", "|«Il pleut.» |Il sort.",
         "|Il a dit «\u00A0Non. Oui.\u00A0». |Il sort.",
         "|Une citation « jamais close. |Elle court. |Encore.",
         "|Deux « quoi ? » et « qui ? » |Puis rien."});
  // A long one is cut at its sentences.
  const std::string sentence =
      "Nous ne céderons pas à la peur, ni demain ni jamais, je vous le dis. ";
  std::string quoted = "« ";
  for (int i = 0; i < 8; ++i) quoted += sentence;
  quoted += "» Il sort.";
  CHECK(sentence_starts(quoted).size() == 9);
}

TEST_CASE("Closing marks belong to the sentence that ends") {
  check({"|\"C’est fini.\" |Il sort.", "|“C’est fini.” |Il sort.", "|(C’est fini.) |Il sort.",
         "|[C’est fini.] |Il sort.", "|Il dit : « C’est fini ». |Il sort.",
         "|‘C’est fini.’ |Il sort.", "|Il a crié (« Assez ! »). |Puis plus rien."});
}

TEST_CASE("Sentences that touch are told apart") {
  check({"|Il part jeudi.|Le train est plein.", "|Il part jeudi !|Le train est plein.",
         "|Il part.|C'est dit.|L'attente commence.",
         "|Tout est dit.|Émile sort.|A Lyon, on attend.", "|Est-il parti ?|Le train est plein.",
         "|Le congrès est achevé.|La gauche doute.", "|Il est parti.|À Lyon, on attend.",
         "|Il est parti.|L’attente commence.", "|La S.N.C.F.promet.",
         "|Le fichier page.HTML est lu.", "|Il est parti…|Le train aussi."});
}

TEST_CASE("Lines are sentences") {
  check({"|Titre sans point\n|Suite du texte", "|Un\n\n|Deux\n \t\n|Trois\n",
         "  |Retrait.\r\n|Fin.\r\n",
         "|- Un.\n|- Deux.\n|• trois.\n|1. Quatre.\n|2. Cinq.\n|12. Six. |Sept.",
         "|Il en reste 12. |Six partent.",
         "|Avant « une citation\n|coupée » par la ligne. |Après."});
}

TEST_CASE("Starts rise, at visible characters, whatever the bytes") {
  RandomText random(11);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random.any(120);
    std::size_t last = 0;
    bool first = true;
    for (const std::size_t start : sentence_starts(text)) {
      REQUIRE(start < text.size());
      REQUIRE((first || start > last));
      const char byte = text[start];
      REQUIRE((byte != ' ' && byte != '\n' && byte != '\t' && byte != '\r'));
      if (kiosque::support::invalid_utf8(text) == std::string_view::npos)
        REQUIRE((byte & 0xC0) != 0x80);
      last = start;
      first = false;
    }
    REQUIRE(first == (text.find_first_not_of(" \n\t\r") == std::string::npos ||
                      sentence_starts(text).empty()));
  }
}

TEST_CASE("Time is linear in quotations that are never closed") {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "« Il. ";
  CHECK(sentence_starts(text).size() > 1);
  CHECK(sentence_starts(std::string(100'000, '.')).size() == 1);
}

TEST_CASE("A sentence that begins a line begins a paragraph") {
  const std::string text = "Un. Deux.\n  Trois.";
  CHECK(begins_line(text, 0));
  CHECK_FALSE(begins_line(text, 4));
  CHECK(begins_line(text, text.find("Trois")));
}
