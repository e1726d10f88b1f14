#pragma once
// An article as a JSON object: our own names, and those common in exports.

#include <kiosque/article.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kiosque::corpus {

/// A value that was left out, and why.
struct JsonNotice {
  std::string reason;
  std::string remedy;
};

struct JsonArticle {
  Article article;
  std::vector<JsonNotice> notices;
};

/// Why a text is no article.
struct JsonProblem {
  std::string code;  // "json", "not_object", "empty"
  std::string reason;
  std::string remedy;
};

/// `text` is one JSON object, in valid UTF-8.
std::variant<JsonArticle, JsonProblem> article_from_json(std::string_view text);

}  // namespace kiosque::corpus
