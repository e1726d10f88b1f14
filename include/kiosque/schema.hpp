#pragma once
// Fields of an application's own, beside those that every article has: filters, facets and sort
// keys like them.
//
//   kiosque::Writer writer("presse.kiosque",
//                          {.schema = {{{"desk"}, {"words", kiosque::FieldType::number}}}});
//   writer.put({.title = "L’élection", .fields = {{"desk", {"monde"}}, {"words", {"512"}}}});
//   writer.commit();
//   kiosque::Searcher("presse.kiosque").search("desk:monde words:300..800");

#include <cstddef>
#include <kiosque/export.hpp>
#include <string>
#include <vector>

namespace kiosque {

struct Article;

enum class FieldType {
  keyword,  ///< a value as a whole, compared without case and accents; `Monde > Afrique` lies in
            ///< `Monde`
  number,   ///< 512, 12.5, 12,5, 1 500: compared and sorted as numbers
  date,     ///< an ISO 8601 day or instant, as Article::published
};

struct OwnField {
  std::string name = {};  ///< of a–z, 0–9, _ and -, a letter first; at most kLongestFieldName
  FieldType type = FieldType::keyword;
  bool many = true;  ///< of a keyword: every value of an article counts, or only the first; of a
                     ///< number or a date the first that is one counts

  bool operator==(const OwnField&) const = default;
};

/// Settled when an archive is made, and stored in it.
struct Schema {
  std::vector<OwnField> fields = {};

  bool operator==(const Schema&) const = default;
};

inline constexpr std::size_t kMostOwnFields = 32;
inline constexpr std::size_t kLongestFieldName = 32;

/// What of an article's own values an archive of this schema keeps, but cannot find: a sentence
/// for each, such as that a text is no number. Fields that the schema lacks are not among them.
/// Throws Error(invalid_argument) for a schema that no archive can have.
KIOSQUE_EXPORT std::vector<std::string> unfit_values(const Schema& schema, const Article& article);

}  // namespace kiosque
