// HTML of any kind as a tree.

#include "corpus/html/tree.hpp"

#include <random>
#include <string>

#include "catch.hpp"
#include "corpus/html/blocks.hpp"

using namespace kiosque::corpus::html;

namespace {

std::vector<std::string> blocks(std::string_view page) {
  std::vector<std::string> texts;
  for (const auto& block : blocks_of(Tree::parse(page))) texts.push_back(block.text);
  return texts;
}

using Texts = std::vector<std::string>;

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("Paragraphs are never glued together") {
  CHECK(blocks("<p>De mercredi à jeudi.<p>Le gouvernement<div>suit</div>") ==
        Texts{"De mercredi à jeudi.", "Le gouvernement", "suit"});
  CHECK(blocks("<div>a<p>b</p>c<ul><li>d<li>e</ul>f</div>") == Texts{"a", "b", "c", "d", "e", "f"});
  CHECK(blocks("<p>un<br>deux<br><br>trois</p>") == Texts{"un\ndeux", "trois"});
  CHECK(blocks("<td>a</td><td>b</td>") == Texts{"a", "b"});
  CHECK(blocks("<p>mot<b>gras</b> <i>et</i>\n  <span>suite</span></p>") ==
        Texts{"motgras et suite"});
}

TEST_CASE("Entities are decoded once") {
  CHECK(blocks("<p>L&#8217;&eacute;t&eacute; &amp;amp; &lt;b&gt; 5&nbsp;%</p>") ==
        Texts{"L’été &amp; <b> 5\u00A0%"});
}

TEST_CASE("What no reader of the page sees is no text") {
  CHECK(blocks("<style>p{}</style><script>var a = '</article><p>non</p>';</script><p>oui</p>"
               "<noscript>non</noscript><template><p>non</p></template><svg><text>non</text></svg>"
               "<select><option>non</select><button>non</button><textarea>non</textarea>"
               "<p hidden>non</p><p style='display: none'>non</p><p class='sr-only'>non</p>"
               "<!-- <p>non</p> -->") == Texts{"oui"});
}

TEST_CASE("Elements that hold nothing do not hold what follows") {
  CHECK(blocks("<p>a<wbr>b<embed src=x>c</p><video><source src=y>non</video><p>d") ==
        Texts{"ab", "c", "d"});
  CHECK(blocks("<input><p>a</p>") == Texts{"a"});
}

TEST_CASE("A page that is hidden until its program runs is read") {
  CHECK(blocks("<body style='visibility:hidden'><div><p>a</p><p>b</p></div></body>") ==
        Texts{"a", "b"});
}

TEST_CASE("Links are counted within their blocks") {
  const Tree tree = Tree::parse("<p>avant <a href=x>lien</a> après</p>");
  const auto all = blocks_of(tree);
  REQUIRE(all.size() == 1);
  CHECK(all[0].link_letters == 4);
}

TEST_CASE("Pages beyond the limits are refused, in a moment") {
  CHECK_THROWS_AS(Tree::parse(repeated("<div>", 100'000)), TooMuch);
  CHECK_THROWS_AS(Tree::parse(repeated("<b><i>", 50'000) + repeated("</x>", 100'000)), TooMuch);
  CHECK_THROWS_AS(Tree::parse(repeated("<p>a", 20'000), {.nodes = 1000}), TooMuch);
  std::string attributes = "<p";
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "=1";
  CHECK_THROWS_AS(Tree::parse(attributes + ">"), TooMuch);
}

TEST_CASE("What is many, but no attack, is read") {
  CHECK(blocks(repeated("<a href=x>y</a>", 100'000)).size() == 1);
  CHECK(blocks(repeated("<p>a</p>", 100'000)).size() == 100'000);
  CHECK(blocks(repeated("</article>", 100'000) + "<p>a") == Texts{"a"});
  CHECK(blocks("<script>" + repeated("if (a<b c d e f g h) {}", 10'000) + "</script><p>a") ==
        Texts{"a"});
}

TEST_CASE("Any bytes are a tree") {
  std::mt19937 random(3);
  const std::vector<std::string> pieces = {
      "<",    ">",        "/",     "p",         "div",  " class=", "\"",      "'",
      "=",    "&",        "&amp;", "&#x",       "<!--", "-->",     "<br>",    "<table",
      "<tr>", "<script>", "</",    "<![CDATA[", "é",    "<svg",    "<a href", "\n"};
  for (int round = 0; round < 3000; ++round) {
    std::string page;
    for (auto n = random() % 60; n > 0; --n) page += pieces[random() % pieces.size()];
    const Tree tree = Tree::parse(page);
    for (NodeId id = 1; id < tree.size(); ++id) {
      REQUIRE(tree[id].parent < id);
      REQUIRE(tree[id].end > id);
      REQUIRE(tree[id].end <= tree[tree[id].parent].end);
    }
    CHECK_NOTHROW(blocks_of(tree));
  }
}
