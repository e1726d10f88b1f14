#pragma once
// The same dispatch in several papers.
//
// Articles whose texts are nearly the same, by the words that they have in common in the same
// order, are a family, whatever their headlines, sections and dates. That a series has one headline
// every day makes none.

#include <string>

namespace kiosque {

/// One article of a family.
struct Copy {
  std::string id = {};
  std::string title = {};
  std::string published = {};
  std::string source = {};
  std::string section = {};
  std::string url = {};
  /// Of its text from that of the family's article that it is listed under: the share of the words
  /// of both that only one of them has, from 0 (the same words) to 1. (One minus Dice's
  /// coefficient, "Measures of the amount of ecologic association between species", 1945, each word
  /// as often as it comes.)
  double difference = 0;
};

}  // namespace kiosque
