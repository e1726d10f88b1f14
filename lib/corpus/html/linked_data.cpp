#include "corpus/html/linked_data.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "support/text.hpp"

namespace kiosque::corpus::html {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestBlock = 4U << 20U;
constexpr std::size_t kMostObjects = 20'000;

// What pages get wrong: comments and CDATA around, raw line ends within strings, commas before a
// bracket.
std::string mended(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\' && at + 1 < text.size()) {
        const char next = text[at + 1];
        if (std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos) result += c;
        result += next;
        ++at;
        continue;
      }
      if (c == '"') in_string = false;
      result += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == ',') {
      const std::size_t next = text.find_first_not_of(" \t\r\n,", at + 1);
      if (next == std::string_view::npos || text[next] == '}' || text[next] == ']') continue;
    }
    result += c;
  }
  return result;
}

std::optional<json> parsed(std::string_view text) {
  constexpr std::string_view kSection = "CDATA[";
  if (const std::size_t at = text.find(kSection); at != std::string_view::npos && at < 32) {
    text.remove_prefix(at + kSection.size());
  }
  if (const std::size_t at = text.rfind("]]>"); at != std::string_view::npos) {
    text = text.substr(0, at);
  }
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  text = text.substr(begin, end - begin + 1);
  json value = json::parse(text, nullptr, false);
  if (value.is_discarded()) value = json::parse(mended(text), nullptr, false, true);
  if (value.is_discarded()) return {};
  return value;
}

// The places of a type in order of how surely it is the article of the page.
int rank_of_type(std::string_view type) {
  if (const auto at = type.rfind('/'); at != std::string_view::npos) type.remove_prefix(at + 1);
  if (type.ends_with("NewsArticle") || type == "Report" || type == "AnalysisNewsArticle") return 4;
  if (type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" ||
      type == "SocialMediaPosting" || type == "Blog" || type == "Review" ||
      type == "OpinionNewsArticle") {
    return 3;
  }
  if (type == "VideoObject" || type == "Recipe" || type == "PodcastEpisode" ||
      type == "RadioEpisode") {
    return 2;
  }
  if (type == "WebPage" || type == "ItemPage") return 1;
  return 0;
}

int rank_of(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return 0;
  int best = 0;
  const auto look = [&](const json& value) {
    if (value.is_string()) best = std::max(best, rank_of_type(value.get_ref<const std::string&>()));
  };
  look(*type);
  if (type->is_array()) {
    for (const auto& value : *type) look(value);
  }
  return best;
}

std::string text_of(const json& value) {
  if (value.is_string()) return std::string(support::trim(value.get_ref<const std::string&>()));
  if (value.is_array()) return value.empty() ? std::string() : text_of(value.front());
  if (value.is_object()) {
    for (const char* const key : {"name", "@value", "@id"}) {
      if (const auto found = value.find(key); found != value.end()) return text_of(*found);
    }
  }
  return {};
}

std::string member(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? std::string() : text_of(*found);
}

class Reader {
 public:
  explicit Reader(LinkedData& data) : data_(data) {}

  // Objects stand in arrays, in @graph and within each other; the best article is read, each other
  // only looked through for names that the article refers to.
  void read(const json& root) {
    std::vector<const json*> waiting = {&root};
    const json* best = nullptr;
    int best_rank = 0;
    std::size_t seen = 0;
    while (!waiting.empty() && ++seen < kMostObjects) {
      const json* const value = waiting.back();
      waiting.pop_back();
      if (value->is_object()) {
        const int rank = rank_of(*value);
        if (rank > best_rank || (rank == best_rank && rank > 0 && fuller(*value, best))) {
          best = value;
          best_rank = rank;
        }
        if (const auto id = value->find("@id"); id != value->end() && id->is_string()) {
          const std::string name = member(*value, "name");
          if (!name.empty()) names_.emplace_back(id->get<std::string>(), name);
        }
        for (const char* const key : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement",
                                      "hasPart", "isPartOf", "item", "author", "publisher"}) {
          if (const auto found = value->find(key);
              found != value->end() && (found->is_object() || found->is_array())) {
            waiting.push_back(&*found);
          }
        }
      } else if (value->is_array()) {
        for (std::size_t at = value->size(); at-- > 0;) waiting.push_back(&(*value)[at]);
      }
    }
    if (best != nullptr) take(*best, best_rank);
  }

 private:
  static bool fuller(const json& value, const json* than) {
    const auto has = [](const json& object) {
      return object.contains("headline") && object.contains("datePublished");
    };
    return than != nullptr && has(value) && !has(*than);
  }

  void take(const json& object, int rank) {
    constexpr int kArticle = 2;
    const bool article = rank >= kArticle;
    if (data_.is_article && !article) return;
    const auto fill = [](std::string& into, std::string value) {
      if (into.empty()) into = std::move(value);
    };
    if (article && !data_.is_article) {
      data_ = LinkedData{};  // what a page in general said
      data_.is_article = true;
    }
    if (article) {
      fill(data_.headline, member(object, "headline"));
      if (data_.headline.empty()) fill(data_.headline, member(object, "name"));
      fill(data_.body, member(object, "articleBody"));
    }
    fill(data_.description, member(object, "description"));
    fill(data_.published, member(object, "datePublished"));
    if (data_.published.empty()) fill(data_.published, member(object, "uploadDate"));
    if (data_.published.empty()) fill(data_.published, member(object, "dateCreated"));
    fill(data_.modified, member(object, "dateModified"));
    fill(data_.section, member(object, "articleSection"));
    fill(data_.publisher, member(object, "publisher"));
    if (const auto page = object.find("mainEntityOfPage"); page != object.end()) {
      if (page->is_string()) fill(data_.url, page->get<std::string>());
      if (page->is_object()) fill(data_.url, member(*page, "@id"));
    }
    fill(data_.url, member(object, "url"));
    if (data_.authors.empty()) {
      for (const char* const key : {"author", "creator"}) {
        if (const auto found = object.find(key); found != object.end()) add_authors(*found);
        if (!data_.authors.empty()) break;
      }
    }
    if (data_.tags.empty()) {
      if (const auto found = object.find("keywords"); found != object.end()) add_tags(*found);
    }
  }

  void add_authors(const json& value) {
    if (value.is_array()) {
      for (const auto& item : value) add_authors(item);
      return;
    }
    std::string name;
    if (value.is_object() && !value.contains("name") && value.contains("@id")) {
      const std::string id = member(value, "@id");
      for (const auto& [key, known] : names_) {
        if (key == id) name = known;
      }
    } else if (value.is_object() && value.contains("name") && value["name"].is_array()) {
      for (const auto& item : value["name"]) add_authors(item);
    } else {
      name = text_of(value);
    }
    if (!name.empty()) data_.authors.push_back(std::move(name));
  }

  void add_tags(const json& value) {
    const auto add = [&](std::string_view tag) {
      tag = support::trim(tag);
      if (!tag.empty()) data_.tags.emplace_back(tag);
    };
    if (value.is_array()) {
      for (const auto& item : value) add(text_of(item));
      return;
    }
    const std::string whole = text_of(value);
    std::string_view rest = whole;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      add(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  LinkedData& data_;
  std::vector<std::pair<std::string, std::string>> names_;
};

}  // namespace

void read_linked_data(std::string_view text, LinkedData& data) {
  if (text.size() > kLongestBlock) return;
  if (const auto value = parsed(text)) Reader(data).read(*value);
}

LinkedData linked_data_of(const Tree& tree) {
  LinkedData data;
  for (NodeId at = 0; at < tree.size(); ++at) {
    if (tree[at].tag == Tag::script && tree[at].text.size > 0) {
      read_linked_data(tree.text(at), data);
    }
  }
  return data;
}

}  // namespace kiosque::corpus::html
