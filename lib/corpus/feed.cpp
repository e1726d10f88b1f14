// Feeds: RSS 0.9x, 1.0 (RDF) and 2.0, and Atom; each entry is an article.

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/date.hpp"
#include "corpus/encoding.hpp"
#include "corpus/html/entities.hpp"
#include "corpus/html/fragment.hpp"
#include "corpus/readers.hpp"
#include "support/text.hpp"

namespace kiosque::corpus {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

bool is_element(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && view_of(node->name) == name;
}

// "content" of "content:encoded"; the prefix is the one that feeds use, declared or not.
bool is_element(const xmlNode* node, std::string_view prefix, std::string_view name) {
  if (node->type != XML_ELEMENT_NODE) return false;
  const std::string_view full = view_of(node->name);
  if (node->ns != nullptr && view_of(node->ns->prefix) == prefix) return full == name;
  return full.size() == prefix.size() + 1 + name.size() && full.starts_with(prefix) &&
         full[prefix.size()] == ':' && full.ends_with(name);
}

// The text below a node. What entities a document declares itself is left out: they could grow
// without end.
void add_text(const xmlNode* node, std::string& text) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    switch (child->type) {
      case XML_TEXT_NODE:
      case XML_CDATA_SECTION_NODE:
        text += view_of(child->content);
        break;
      case XML_ELEMENT_NODE:
        add_text(child, text);
        break;
      default:
        break;
    }
  }
}

std::string text_of(const xmlNode* node) {
  std::string text;
  add_text(node, text);
  return std::string(support::trim(text));
}

std::string attribute_of(const xmlNode* node, const char* name) {
  for (const xmlAttr* attribute = node->properties; attribute != nullptr;
       attribute = attribute->next) {
    if (view_of(attribute->name) != name) continue;
    std::string text;
    add_text(reinterpret_cast<const xmlNode*>(attribute), text);
    return std::string(support::trim(text));
  }
  return {};
}

// What an element of Atom of type "xhtml" holds, as markup.
std::string markup_of(xmlNode* node) {
  const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer(xmlBufferCreate(),
                                                                    xmlBufferFree);
  for (xmlNode* child = node->children; child != nullptr; child = child->next) {
    xmlNodeDump(buffer.get(), node->doc, child, 0, 0);
  }
  return std::string(view_of(xmlBufferContent(buffer.get())));
}

std::string plain(const std::string& text) {
  const std::string decoded = html::without_entities(text);
  if (decoded.find('<') == std::string::npos) return decoded;
  std::string result = html::fragment_text(decoded);
  std::replace(result.begin(), result.end(), '\n', ' ');
  return result;
}

struct Entry {
  Article article;
  std::string summary;
  std::string content;
  std::string guid;
  std::string date_refused;
};

void take_date(const xmlNode* node, std::string& date, Entry& entry) {
  const std::string text = text_of(node);
  if (!date.empty() || text.empty()) return;
  if (auto parsed = parse_date(text)) {
    date = std::move(*parsed);
  } else {
    entry.date_refused = text;
  }
}

// "anne@exemple.fr (Anne Legrand)", "Anne Legrand"
void add_author(std::string name, std::vector<std::string>& authors) {
  const std::size_t open = name.find('(');
  const std::size_t close = name.rfind(')');
  if (name.find('@') != std::string::npos) {
    if (open == std::string::npos || close == std::string::npos || close < open) return;
    name = name.substr(open + 1, close - open - 1);
  }
  name = plain(name);
  const std::string text(support::trim(name));
  if (text.empty() || text.find("://") != std::string::npos) return;
  if (std::find(authors.begin(), authors.end(), text) == authors.end()) authors.push_back(text);
}

void add_tag(const std::string& text, std::vector<std::string>& tags) {
  const std::string tag = plain(text);
  if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(tag);
}

void take(xmlNode* node, Entry& entry) {
  Article& article = entry.article;
  if (is_element(node, "content", "encoded")) {
    entry.content = text_of(node);
  } else if (is_element(node, "dc", "creator")) {
    add_author(text_of(node), article.authors);
  } else if (is_element(node, "dc", "date")) {
    take_date(node, article.published, entry);
  } else if (is_element(node, "dc", "subject")) {
    add_tag(text_of(node), article.tags);
  } else if (node->ns != nullptr && view_of(node->ns->prefix) == "media") {
    // A picture's title and credit are not the article's.
  } else if (is_element(node, "title")) {
    if (article.title.empty()) article.title = plain(text_of(node));
  } else if (is_element(node, "link")) {
    const std::string rel = attribute_of(node, "rel");
    std::string href = attribute_of(node, "href");
    if (href.empty()) href = text_of(node);
    if ((rel.empty() || rel == "alternate") && article.url.empty()) article.url = std::move(href);
  } else if (is_element(node, "guid") || is_element(node, "id")) {
    entry.guid = text_of(node);
  } else if (is_element(node, "pubDate") || is_element(node, "published") ||
             is_element(node, "issued")) {
    take_date(node, article.published, entry);
  } else if (is_element(node, "updated") || is_element(node, "modified")) {
    take_date(node, article.modified, entry);
  } else if (is_element(node, "description") || is_element(node, "summary")) {
    entry.summary = text_of(node);
  } else if (is_element(node, "content")) {
    entry.content = attribute_of(node, "type") == "xhtml" ? markup_of(node) : text_of(node);
  } else if (is_element(node, "category")) {
    std::string term = attribute_of(node, "label");
    if (term.empty()) term = attribute_of(node, "term");
    add_tag(term.empty() ? text_of(node) : term, article.tags);
  } else if (is_element(node, "author")) {
    std::string name;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (is_element(child, "name")) name = text_of(child);
    }
    add_author(name.empty() ? text_of(node) : name, article.authors);
  }
}

class FeedReader {
 public:
  explicit FeedReader(Input& input) : input_(input) {}

  void read(const std::string& text) {
    const std::unique_ptr<xmlDoc, FreeDocument> document(xmlReadMemory(
        text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
        XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) {
      input_.reject({.code = "xml",
                     .reason = "an XML file without any element.",
                     .remedy = "Is it a feed? Fetch it again."});
      return;
    }
    read_channel(root);
    if (entries_ == 0 && rejected_ == 0) {
      input_.reject({.code = "empty",
                     .reason = "a feed without entries.",
                     .remedy = "Is it a feed? Only RSS and Atom are read of XML."});
    }
  }

 private:
  // The root, or the channel in it: RDF has the items beside the channel, RSS 2.0 within.
  void read_channel(xmlNode* parent) {
    for (xmlNode* node = parent->children; node != nullptr; node = node->next) {
      if (is_element(node, "title") && source_.empty()) source_ = plain(text_of(node));
      if (is_element(node, "language")) language_ = text_of(node).substr(0, 2);
      if (is_element(node, "channel")) read_channel(node);
      if (is_element(node, "item") || is_element(node, "entry")) read_entry(node);
    }
  }

  void read_entry(xmlNode* node) {
    const std::size_t place = ++entries_;
    Entry entry;
    for (xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type == XML_ELEMENT_NODE) take(child, entry);
    }
    Article& article = entry.article;
    article.body = html::fragment_text(entry.content);
    std::string summary = html::fragment_text(entry.summary);
    if (article.body.empty() ||
        !article.body.starts_with(std::string_view(summary).substr(0, 80))) {
      article.lead = std::move(summary);
    }
    if (article.url.empty() && entry.guid.find("://") != std::string::npos)
      article.url = entry.guid;
    if (article.url.empty()) article.id = entry.guid;
    if (article.published.empty()) std::swap(article.published, article.modified);
    article.source = source_;
    article.language = language_;
    if (article.title.empty() && article.body.empty()) std::swap(article.body, article.lead);
    if (article.title.empty() && article.body.empty()) {
      ++rejected_;
      input_.reject({.line = place,
                     .code = "empty",
                     .reason = "an entry without title and without text.",
                     .remedy = "Nothing can be done about it here."});
      return;
    }
    if (article.published.empty() && !entry.date_refused.empty()) {
      input_.reject({.line = place,
                     .code = "date",
                     .reason = fmt::format("\"{}\" is no date: the article is kept without it.",
                                           support::cut_utf8(entry.date_refused, 80)),
                     .remedy = "Feeds write them as in RFC 822 or ISO 8601.",
                     .kept = true});
    }
    input_.record(std::move(article), place);
  }

  Input& input_;
  std::string source_;
  std::string language_;
  std::size_t entries_ = 0;
  std::size_t rejected_ = 0;
};

}  // namespace

bool is_feed(std::string_view head) {
  constexpr std::size_t kEnough = 4096;
  std::string start;
  for (const char c : head.substr(0, kEnough)) {
    if (c != '\0') start += c;
  }
  for (const std::string_view root : {"<rss", "<rdf:RDF", "<RDF", "<feed", "<channel"}) {
    if (start.find(root) != std::string::npos) return true;
  }
  return false;
}

void read_feed(Input& input) {
  auto bytes = read_whole(input, input.max_record_bytes);
  if (!bytes) return;
  // Feeds use HTML's names of characters without declaring them, which XML does not know.
  FeedReader(input).read(
      html::without_entities(to_utf8(std::move(*bytes)), html::Entities::beyond_xml));
}

}  // namespace kiosque::corpus
