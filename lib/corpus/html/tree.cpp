#include "corpus/html/tree.hpp"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>

#include "corpus/html/whitespace.hpp"

namespace kiosque::corpus::html {
namespace {

using Named = std::pair<std::string_view, Attribute>;

constexpr std::array kAttributes = {
    Named{"aria-hidden", Attribute::aria_hidden},
    Named{"class", Attribute::class_},
    Named{"content", Attribute::content},
    Named{"datetime", Attribute::datetime},
    Named{"hidden", Attribute::hidden},
    Named{"href", Attribute::href},
    Named{"id", Attribute::id},
    Named{"itemprop", Attribute::itemprop},
    Named{"name", Attribute::name},
    Named{"property", Attribute::property},
    Named{"pubdate", Attribute::pubdate},
    Named{"rel", Attribute::rel},
    Named{"role", Attribute::role},
    Named{"style", Attribute::style},
    Named{"title", Attribute::title},
    Named{"type", Attribute::type},
};

Attribute attribute_of(std::string_view name) {
  for (const auto& [known, attribute] : kAttributes) {
    if (known == name) return attribute;
  }
  return Attribute::none;
}

bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 14> kVoid = {
      "area",  "base", "br",   "col",   "embed",  "hr",    "img",
      "input", "link", "meta", "param", "source", "track", "wbr"};
  return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
}

std::string_view view_of(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

bool same_letters(std::string_view text, std::string_view small) {
  return text.size() == small.size() && std::equal(text.begin(), text.end(), small.begin(),
                                                   [](char a, char b) { return (a | 0x20) == b; });
}

// libxml2 stops at an end tag that a page begins with.
std::string_view without_stray_ends(std::string_view page) {
  for (;;) {
    const std::size_t begin = page.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || page.substr(begin, 2) != "</") return page;
    const std::size_t end = page.find('>', begin);
    if (end == std::string_view::npos) return {};
    page.remove_prefix(end + 1);
  }
}

// libxml2 looks each attribute of an element up among those before it: counted first, so that no
// page can make it compare a million with a million.
void check_attributes(std::string_view page, std::size_t most) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  std::size_t at = 0;
  while ((at = page.find('<', at)) != std::string_view::npos && ++at < page.size()) {
    if (!is_letter(page[at])) {
      if (page.substr(at).starts_with("!--")) at = std::min(page.find("-->", at), page.size());
      continue;
    }
    const std::size_t name = at;
    std::size_t words = 0;
    bool between = false;
    for (; at < page.size() && page[at] != '>'; ++at) {
      const char c = page[at];
      if (is_blank(c) || c == '/' || c == '"' || c == '\'') {
        between = true;
      } else if (between) {
        between = false;
        if (++words > most) {
          throw TooMuch(fmt::format("an element with more than {} attributes.", most));
        }
      }
      if (c == '=') {  // its value in quotes counts as nothing
        std::size_t quote = at + 1;
        while (quote < page.size() && is_blank(page[quote])) ++quote;
        if (quote < page.size() && (page[quote] == '"' || page[quote] == '\'')) {
          at = std::min(page.find(page[quote], quote + 1), page.size() - 1);
          between = true;
        }
      }
    }
    // What looks like elements within a script is none.
    for (const std::string_view silent : {"script", "style"}) {
      if (!same_letters(page.substr(name, silent.size()), silent)) continue;
      const std::size_t end = page.find("</", at);
      at = end == std::string_view::npos ? page.size() : end;
      while (at < page.size() && !same_letters(page.substr(at + 2, silent.size()), silent)) {
        at = std::min(page.find("</", at + 2), page.size());
      }
    }
  }
}

}  // namespace

// Takes the parser's calls. Exceptions must not cross libxml2: the first is kept, the parser
// stopped.
class Builder {
 public:
  Builder(Tree& tree, const Limits& limits) : tree_(tree), limits_(limits) {
    tree_.nodes_.push_back({});
    open_.push_back({0, kNoNode});
  }

  void start(std::string_view name, const xmlChar** attributes) {
    guarded([&] {
      if (holds_.size() > limits_.depth) {
        throw TooMuch(fmt::format("elements nested more than {} deep.", limits_.depth));
      }
      const Tag tag = tag_of(name);
      const NodeId id = add(tag);
      const auto begin = static_cast<std::uint32_t>(tree_.attributes_.size());
      for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
        const Attribute kept = attribute_of(view_of(attributes[0]));
        if (kept == Attribute::none) continue;
        tree_.attributes_.push_back({kept, store(view_of(attributes[1]))});
      }
      tree_.nodes_[id].attributes_begin = begin;
      tree_.nodes_[id].attributes_end = static_cast<std::uint32_t>(tree_.attributes_.size());
      in_script_ = tag == Tag::script;
      keeps_script_ =
          in_script_ && tree_.attribute(id, Attribute::type).find("ld+json") != std::string::npos;
      // libxml2 does not know all the elements that hold nothing: what it puts into them is beside
      // them.
      const bool holds = !is_void(name);
      holds_.push_back(holds);
      if (holds) {
        open_.push_back({id, kNoNode});
      } else {
        tree_.nodes_[id].end = tree_.size();
      }
    });
  }

  void end() {
    guarded([&] {
      if (holds_.empty()) return;
      const bool holds = holds_.back();
      holds_.pop_back();
      if (!holds || open_.size() < 2) return;
      in_script_ = false;
      tree_.nodes_[open_.back().id].end = tree_.size();
      open_.pop_back();
    });
  }

  void characters(std::string_view text) {
    guarded([&] {
      if (in_script_) {
        if (keeps_script_) append(tree_.nodes_[open_.back().id].text, text);
        return;
      }
      const NodeId last = open_.back().last;
      if (last != kNoNode && tree_[last].tag == Tag::text) {
        append(tree_.nodes_[last].text, text);
      } else {
        const NodeId id = add(Tag::text);
        append(tree_.nodes_[id].text, text);
        tree_.nodes_[id].end = tree_.size();
      }
    });
  }

  void finish() {
    if (failure_) std::rethrow_exception(failure_);
    while (!holds_.empty()) end();
    tree_.nodes_[0].end = tree_.size();
  }

  void use(xmlParserCtxtPtr context) { context_ = context; }

 private:
  struct Open {
    NodeId id;
    NodeId last;  // child
  };

  template <class Step>
  void guarded(const Step& step) noexcept {
    if (failure_) return;
    try {
      step();
    } catch (...) {
      failure_ = std::current_exception();
      xmlStopParser(context_);
    }
  }

  NodeId add(Tag tag) {
    if (tree_.nodes_.size() >= limits_.nodes) {
      throw TooMuch(fmt::format("more than {} elements.", limits_.nodes));
    }
    const NodeId id = tree_.size();
    Open& parent = open_.back();
    tree_.nodes_.push_back({.tag = tag, .parent = parent.id});
    (parent.last == kNoNode ? tree_.nodes_[parent.id].first : tree_.nodes_[parent.last].next) = id;
    parent.last = id;
    return id;
  }

  Slice store(std::string_view text) {
    Slice slice;
    append(slice, text);
    return slice;
  }

  // The slice is the last one of `characters_`, or is moved there.
  void append(Slice& slice, std::string_view text) {
    if (slice.size == 0) slice.begin = static_cast<std::uint32_t>(tree_.characters_.size());
    tree_.characters_.append(text);
    slice.size += static_cast<std::uint32_t>(text.size());
  }

  Tree& tree_;
  const Limits& limits_;
  std::vector<Open> open_;
  std::vector<bool> holds_;  // of each element that the parser has open
  bool in_script_ = false;
  bool keeps_script_ = false;
  std::exception_ptr failure_;
  xmlParserCtxtPtr context_ = nullptr;
};

namespace {

Builder& builder_of(void* data) {
  return *static_cast<Builder*>(data);
}

void on_start(void* data, const xmlChar* name, const xmlChar** attributes) {
  builder_of(data).start(view_of(name), attributes);
}

void on_end(void* data, const xmlChar* /*name*/) {
  builder_of(data).end();
}

void on_characters(void* data, const xmlChar* text, int size) {
  builder_of(data).characters(
      {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

struct FreeContext {
  void operator()(xmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

Tree Tree::parse(std::string_view page, const Limits& limits) {
  check_attributes(page, limits.attributes);
  page = without_stray_ends(page);
  Tree tree;
  tree.characters_.reserve(page.size() / 2);
  tree.nodes_.reserve(page.size() / 40);
  Builder builder(tree, limits);
  htmlSAXHandler handler = {};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_characters;
  handler.ignorableWhitespace = on_characters;
  handler.cdataBlock = on_characters;
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(
      htmlCreatePushParserCtxt(&handler, &builder, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
  if (!context) throw std::bad_alloc();
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                        HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  builder.use(context.get());
  // In pieces, as its buffer counts in int.
  constexpr std::size_t kPiece = 16U << 20U;
  do {
    const std::string_view piece = page.substr(0, kPiece);
    page.remove_prefix(piece.size());
    htmlParseChunk(context.get(), piece.data(), static_cast<int>(piece.size()), page.empty());
  } while (!page.empty());
  builder.finish();
  return tree;
}

std::string_view Tree::attribute(NodeId id, Attribute name) const {
  for (std::uint32_t at = nodes_[id].attributes_begin; at < nodes_[id].attributes_end; ++at) {
    if (attributes_[at].name == name) return view(attributes_[at].text);
  }
  return {};
}

bool Tree::has(NodeId id, Attribute name) const {
  for (std::uint32_t at = nodes_[id].attributes_begin; at < nodes_[id].attributes_end; ++at) {
    if (attributes_[at].name == name) return true;
  }
  return false;
}

std::string Tree::text_below(NodeId id) const {
  Collapsed text;
  for (NodeId at = id; at < nodes_[id].end;) {
    const Node& node = nodes_[at];
    if (node.tag == Tag::script || node.tag == Tag::style) {
      at = node.end;
      continue;
    }
    if (node.tag == Tag::text) text.add(this->text(at));
    if (node.tag == Tag::br || is_block(node.tag)) text.add(" ");
    ++at;
  }
  return text.take();
}

}  // namespace kiosque::corpus::html
