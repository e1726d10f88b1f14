#pragma once
// What the tables of one phenomenon each share. A row is a text and its words, each
// "surface/stem{exact} position [begin,end)": the exact form only where there is one, and "~"
// before another form of the word before it.

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace kiosque::families {

struct Row {
  std::string_view text;
  std::string_view words;
};

enum class Exact { shown, left_out };

/// The words of a text, as rows have them, parted by " | ".
std::string printed(std::string_view text, Exact exact = Exact::shown);

void check_rows(std::span<const Row> rows, Exact exact = Exact::shown);

/// The same, without the exact forms.
void check_rows(std::initializer_list<Row> rows);

/// The surfaces alone, with blanks between them.
std::string surfaces(std::string_view text);

struct Pair {
  std::string_view one;
  std::string_view other;
};

/// Two queries that have to find the same articles; the score is not compared.
void check_same_articles(std::span<const Pair> pairs);

/// Two queries that may not be read as one and the same.
void check_other_articles(std::span<const Pair> pairs);

}  // namespace kiosque::families
