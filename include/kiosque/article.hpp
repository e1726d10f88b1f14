#pragma once
// An article, the unit of everything: what a reader makes and a Writer stores.
//
//   kiosque::Article article{.id = "a1", .title = "L’élection présidentielle",
//                            .body = "Le second tour a lieu dimanche.", .published = "2022-04-24"};
//   std::string json = kiosque::to_json(article);

#include <kiosque/export.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque {

/// A plain value; the order of the members is part of the API. An empty member is an absent one.
/// All text is UTF-8.
struct Article {
  std::string id = {};         ///< empty: derived from the url, else from the content, when stored
  std::string title = {};      ///< the headline; an article lacks its title or its body, not both
  std::string lead = {};       ///< the chapô
  std::string body = {};       ///< plain text, paragraphs (and subheads) separated by a blank line
  std::string published = {};  ///< ISO 8601: a day, or an instant with its offset
  std::string modified = {};   ///< likewise
  std::string section = {};
  std::vector<std::string> tags = {};
  std::vector<std::string> authors = {};
  std::string source = {};  ///< the paper or site
  std::string url = {};
  std::string language = {};  ///< ISO 639-1, such as "fr"
  /// Values of an application's own fields by their names, a line of text each. Those that are in
  /// the archive's Schema are found; all are kept.
  std::map<std::string, std::vector<std::string>> fields = {};

  bool operator==(const Article&) const = default;
};

/// One JSON object on one line, with the members' names in their order; absent members are left
/// out. `fields` is an object of lists.
KIOSQUE_EXPORT std::string to_json(const Article& article);

/// The id that an article without one is stored under: a hash of its normalised url (scheme,
/// `www.`, fragment and tracking parameters dropped), else of its title and body. Deterministic.
KIOSQUE_EXPORT std::string derived_id(const Article& article);

}  // namespace kiosque
