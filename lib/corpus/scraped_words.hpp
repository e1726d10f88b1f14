#pragma once
// What French news pages print around an article, as lists of phrases. All of it is folded: small
// letters, no accents, plain quotes.

#include <cstddef>
#include <string_view>

namespace kiosque::corpus::scraped {

/// Phrases, written as one text with a comma between them.
class Phrases {
 public:
  explicit constexpr Phrases(std::string_view list) : list_(list) {}

  /// Whether the whole text is one of them.
  [[nodiscard]] bool match(std::string_view text) const;
  /// Whether the text begins with one of them.
  [[nodiscard]] bool open(std::string_view text) const;
  /// Whether the text holds one of them.
  [[nodiscard]] bool occur_in(std::string_view text) const;
  /// How many of them the text holds.
  [[nodiscard]] std::size_t count_in(std::string_view text) const;

 private:
  std::string_view list_;
};

extern const Phrases
    kBoxLines;  ///< whole lines that head a box of links, within an article or behind it
extern const Phrases kEndLines;       ///< whole lines that head what comes behind an article
extern const Phrases kSubheadsToo;    ///< those of them that are subheads where a paragraph follows
extern const Phrases kEndOpenings;    ///< openings of such lines
extern const Phrases kNoiseLines;     ///< whole lines that are never text
extern const Phrases kNoiseOpenings;  ///< openings of lines that are never text
extern const Phrases kNotices;        ///< what only notices to the reader say
extern const Phrases kNoticeMatters;  ///< what notices are about, and now and then articles
extern const Phrases kReaderWords;    ///< words that speak to the reader
extern const Phrases kAsideOpenings;  ///< openings of links to other articles
extern const Phrases
    kMediaOpenings;                ///< openings of links to films and galleries, and of headlines
extern const Phrases kShareWords;  ///< what bars of share buttons are made of
extern const Phrases kCredits;     ///< marks of a picture's credit
extern const Phrases kPostMarks;   ///< marks of a post of a social network
extern const Phrases kAnnouncements;  ///< what announces an article's date
extern const Phrases kModified;       ///< what announces the date of a change
extern const Phrases kFunctionWords;  ///< articles, prepositions, pronouns: half of every sentence

}  // namespace kiosque::corpus::scraped
