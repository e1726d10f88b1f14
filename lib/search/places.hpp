#pragma once
// Where in an article words, phrases and what is made of them stand: what PRES/5, ADJ/5,
// MEME/PHRASE, MEME/PARAGRAPHE and AUMOINS/3 ask.

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/word_order.hpp"
#include "query/plan.hpp"
#include "search/postings.hpp"
#include "search/walk.hpp"

namespace kiosque::searching {

/// The words from `first` to `last`, counted as WordOrder::positions does.
struct Place {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  auto operator<=>(const Place&) const = default;
};

/// A plan of that kind for the documents of one segment.
class PlaceFinder {
 public:
  PlaceFinder(Walk& walk, const querying::Node& node, std::size_t part);

  /// Every document in which it may stand.
  [[nodiscard]] const Bitmap& candidates() const { return root_.candidates; }
  /// Whether it does. Ask with rising documents.
  bool stands_in(std::uint32_t document);
  /// How often, in each of the article's texts.
  std::array<std::size_t, indexing::kTextParts> count(std::uint32_t document);

 private:
  struct Form {
    std::string surface;
    std::uint64_t hash = 0;
    std::shared_ptr<const Postings> postings;
    std::size_t from = 0;  // where to begin to look in them
  };
  struct Step {
    const querying::Node* node = nullptr;
    std::vector<Step> children = {};
    std::vector<Form> forms = {};                    // of a word or a phrase
    std::size_t typed = 0;                           // of the forms of a word: as written
    std::shared_ptr<const Postings> stem = nullptr;  // of a word
    // Of many forms: each document with the number of each form that it has, rising.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> by_document = {};
    std::size_t stem_from = 0;
    Bitmap candidates = Bitmap(0);
  };
  struct Token {
    std::uint32_t position = 0;
    std::string surface;
    std::string stem;  // none: its article is of another language
  };
  // A document's words: by its word order, else by its text.
  struct Source {
    std::uint32_t document = 0;
    indexing::WordOrder order;
    std::vector<Token> tokens;
    std::vector<indexing::Border> borders;
    bool has_borders = false;
    std::pair<std::uint32_t, std::uint32_t> parts[indexing::kTextParts] = {};
  };

  Step prepare(const querying::Node& node);
  Form form(std::string surface);
  void read(std::uint32_t document, Source& source);
  void read_text(std::uint32_t document, Source& source);
  std::vector<Place> places(Step& step, Source& source);
  std::vector<Place> words(Step& step, Source& source);
  std::vector<Place> phrase(Step& step, Source& source);
  void add_form(Form& form, const Source& source, std::vector<std::uint32_t>& positions);
  std::vector<Place> chain(Step& step, Source& source);
  std::vector<Place> together(Step& step, Source& source);

  Walk& walk_;
  std::size_t part_;
  Step root_;
};

}  // namespace kiosque::searching
