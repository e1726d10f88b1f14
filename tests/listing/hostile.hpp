#pragma once
// Articles whose values try to break the form they are written in.

#include <kiosque/article.hpp>
#include <random>
#include <string>
#include <string_view>

namespace kiosque::testing {

/// Any of what means something to a form, to a spreadsheet or to a reader of lines.
inline std::string hostile_text(std::mt19937& random) {
  using namespace std::string_view_literals;
  static constexpr std::string_view kPieces[] = {"été",
                                                 "grève",
                                                 " ",
                                                 "\r\n",
                                                 "\n",
                                                 "\r",
                                                 "\0"sv,
                                                 "\x01",
                                                 "\x1f",
                                                 "\x7f",
                                                 "\u0085",
                                                 "\u2028",
                                                 "\u2029",
                                                 "\"",
                                                 "\"\"",
                                                 ",",
                                                 ";",
                                                 "\t",
                                                 "|",
                                                 "=1+1",
                                                 "@SUM(A1)",
                                                 "-2+3",
                                                 "+33 1",
                                                 "'",
                                                 "'=x",
                                                 "＝1",
                                                 "ER  - ",
                                                 "\r\nTY  - JOUR",
                                                 "TI  - x",
                                                 "\nER  - \n",
                                                 "]",
                                                 "}",
                                                 "{\"",
                                                 "\\",
                                                 "\\u0000",
                                                 "\xff\xfe",
                                                 "\xc3",
                                                 "\xed\xa0\x80",
                                                 "\xf0\x9f\x98\x80",
                                                 "</title>",
                                                 "&amp;",
                                                 "\u00a0",
                                                 "<!--",
                                                 "#REF!",
                                                 "Dupré, Anne"};
  std::string text;
  for (auto count = random() % 7; count > 0; --count)
    text += kPieces[random() % std::size(kPieces)];
  return text;
}

inline Article hostile_article(std::mt19937& random) {
  Article article;
  for (const auto member :
       {&Article::id, &Article::title, &Article::lead, &Article::body, &Article::published,
        &Article::modified, &Article::section, &Article::source, &Article::url, &Article::language})
    article.*member = hostile_text(random);
  if (random() % 2 == 0) article.published = "2022-04-24T23:30:00Z";
  for (auto count = random() % 4; count > 0; --count) article.tags.push_back(hostile_text(random));
  for (auto count = random() % 4; count > 0; --count)
    article.authors.push_back(hostile_text(random));
  return article;
}

}  // namespace kiosque::testing
