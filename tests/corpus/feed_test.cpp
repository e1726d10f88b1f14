// Feeds: RSS, RDF and Atom.

#include <string>

#include "catch.hpp"
#include "corpus/outcome.hpp"

using kiosque::testing::outcome_of_bytes;

TEST_CASE("RSS 2.0 with full texts") {
  const auto outcome = outcome_of_bytes(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\">"
      "<channel><title>La Gazette</title><link>https://gazette.example/</link>"
      "<language>fr-FR</language>"
      "<item><title>L&#8217;été &amp;#233;touffant</title><link>https://gazette.example/a</link>"
      "<pubDate>Thu, 14 Mar 2024 18:05:00 +0100</pubDate><dc:creator><![CDATA[Anne "
      "Legrand]]></dc:creator>"
      "<category>Climat</category><category>Val-de-Vaure</category>"
      "<description><![CDATA[<p>Un chapô.</p>]]></description>"
      "<media:content><media:title>Une photo</media:title></media:content>"
      "<content:encoded><![CDATA[<p>Premier.</p><p>Deuxième&nbsp;!</p>"
      "<p>L’article <a href=x>L’été</a> est apparu en premier sur <a href=y>La Gazette</a>.</p>]]>"
      "</content:encoded></item>"
      "<item><title>Une brève</title><guid isPermaLink=\"false\">b-12</guid>"
      "<author>anne@gazette.example (Anne Legrand)</author>"
      "<description>&lt;b&gt;Du texte&lt;/b&gt; seul.</description></item></channel></rss>");
  REQUIRE(outcome.records.size() == 2);
  CHECK(outcome.rejected.empty());
  const auto& first = outcome.records[0].article;
  CHECK(outcome.records[0].entry == 1);
  CHECK(first.title == "L’été étouffant");
  CHECK(first.lead == "Un chapô.");
  CHECK(first.body == "Premier.\n\nDeuxième\u00A0!");
  CHECK(first.published == "2024-03-14T18:05:00+01:00");
  CHECK(first.authors == std::vector<std::string>{"Anne Legrand"});
  CHECK(first.tags == std::vector<std::string>{"Climat", "Val-de-Vaure"});
  CHECK(first.source == "La Gazette");
  CHECK(first.url == "https://gazette.example/a");
  CHECK(first.language == "fr");
  const auto& second = outcome.records[1].article;
  CHECK(second.id == "b-12");
  CHECK(second.lead == "Du texte seul.");
  CHECK(second.body.empty());
  CHECK(second.authors == std::vector<std::string>{"Anne Legrand"});
}

TEST_CASE("Atom, with text of each type") {
  const auto outcome = outcome_of_bytes(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>La Vigie</title>"
      "<entry><title>Un</title><link rel=\"self\" href=\"https://v.example/feed\"/>"
      "<link href=\"https://v.example/1\"/><id>tag:1</id><updated>2024-03-15T08:00:00Z</updated>"
      "<published>2024-03-14T08:00:00Z</published><author><name>Paul Roux</name></author>"
      "<category term=\"mer\"/><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
      "<p>Un.</p><p>Deux.</p></div></content></entry>"
      "<entry><title>Deux</title><id>https://v.example/2</id><updated>2024-03-15</updated>"
      "<summary type=\"html\">&lt;p&gt;Un chapô.&lt;/p&gt;</summary></entry></feed>");
  REQUIRE(outcome.records.size() == 2);
  const auto& first = outcome.records[0].article;
  CHECK(first.url == "https://v.example/1");
  CHECK(first.body == "Un.\n\nDeux.");
  CHECK(first.published == "2024-03-14T08:00:00+00:00");
  CHECK(first.modified == "2024-03-15T08:00:00+00:00");
  CHECK(first.authors == std::vector<std::string>{"Paul Roux"});
  CHECK(first.tags == std::vector<std::string>{"mer"});
  const auto& second = outcome.records[1].article;
  CHECK(second.url == "https://v.example/2");
  CHECK(second.lead == "Un chapô.");
  CHECK(second.published == "2024-03-15");
}

TEST_CASE("RDF has its items beside the channel, RSS 0.9 no namespace") {
  CHECK(outcome_of_bytes(
            "<rdf:RDF xmlns:rdf=\"r\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"d\">"
            "<channel><title>C</title></channel><item><title>T</title>"
            "<link>https://c.example/1</link><dc:date>2024-03-14</dc:date></item></rdf:RDF>")
            .records.at(0)
            .article.published == "2024-03-14");
  CHECK(outcome_of_bytes("<rss version=\"0.91\"><channel><title>C</title><item><title>T</title>"
                         "<description>D</description></item></channel></rss>")
            .records.at(0)
            .article.source == "C");
}

TEST_CASE("A feed in another encoding, with entities of HTML, or cut off, is read") {
  CHECK(outcome_of_bytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item>"
                         "<title>L'\xE9t\xE9&nbsp;!</title></item></channel></rss>")
            .records.at(0)
            .article.title == "L'été\u00A0!");
  const auto cut = outcome_of_bytes(
      "<rss><channel><item><title>Un</title></item><item><title>Deux</title><description>D");
  REQUIRE(cut.records.size() == 2);
  CHECK(cut.records[1].article.title == "Deux");
}

TEST_CASE("An entry without anything, and a date that is none, are said") {
  const auto outcome = outcome_of_bytes(
      "<rss><channel><item><link>https://c.example/1</link></item>"
      "<item><title>T</title><pubDate>hier</pubDate></item></channel></rss>");
  CHECK(outcome.codes() == "empty date");
  CHECK(outcome.records.size() == 1);
  CHECK(outcome_of_bytes("<rss><channel></channel></rss>").codes() == "empty");
}

TEST_CASE("Entities that grow without end, or that name files, are never followed") {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">";
  std::string before = "a";
  for (char name = 'b'; name <= 'j'; ++name) {
    bomb += std::string("<!ENTITY ") + name + " \"";
    for (int i = 0; i < 10; ++i) bomb += "&" + before + ";";
    bomb += "\">";
    before = name;
  }
  bomb +=
      "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>T &j;&f;</title>"
      "<description>&j;</description></item></channel></rss>";
  const auto outcome = outcome_of_bytes(bomb);
  for (const auto& record : outcome.records) {
    CHECK(record.article.title.size() < 100);
    CHECK(record.article.title.find("root") == std::string::npos);
  }
}
