#pragma once
// An article as a JSON object: our own names, and those common in exports.

#include <kiosque/article.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

/// Whether a member of this name (without regard to case) is read.
bool is_json_name(std::string_view name);

/// The same of members that are texts each, as a table has them, in valid UTF-8. `own` are the
/// names of an application's own fields.
std::variant<JsonArticle, JsonProblem> article_from_members(
    const std::vector<std::pair<std::string, std::string>>& members,
    std::span<const std::string> own = {});

/// `text` is one JSON object, in valid UTF-8.
std::variant<JsonArticle, JsonProblem> article_from_json(std::string_view text,
                                                         std::span<const std::string> own = {});

}  // namespace kiosque::corpus
