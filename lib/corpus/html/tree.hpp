#pragma once
// A page as a tree: the elements and texts that libxml2's parser reports, in one array.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/tags.hpp"

namespace kiosque::corpus::html {

/// The attributes that are kept; others are dropped while parsing.
enum class Attribute : std::uint8_t {
  aria_hidden,
  class_,
  content,
  datetime,
  hidden,
  href,
  id,
  itemprop,
  name,
  property,
  pubdate,
  rel,
  role,
  style,
  type,
  title,
  none,
};

struct Limits {
  std::size_t depth = 512;        ///< of elements within elements
  std::size_t nodes = 2'000'000;  ///< elements and texts
  std::size_t attributes = 1000;  ///< of one element
};

/// A page beyond the limits. `what()` is a sentence.
class TooMuch : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFFU;

struct Slice {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

struct Node {
  Tag tag = Tag::other;
  NodeId parent = kNoNode;
  NodeId next = kNoNode;   ///< sibling
  NodeId first = kNoNode;  ///< child
  NodeId end = kNoNode;    ///< one behind the last node below: a subtree is [id, end)
  Slice text = {};         ///< of Tag::text, and of a kept script
  std::uint32_t attributes_begin = 0;
  std::uint32_t attributes_end = 0;
};

class Tree {
 public:
  /// Parses a page in valid UTF-8, whatever it holds: what is broken is mended as libxml2 mends it.
  /// Only scripts of linked data are kept. Throws TooMuch. Time and memory are linear in the page.
  static Tree parse(std::string_view page, const Limits& limits = {});

  /// In document order; the first is a root of no meaning.
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& operator[](NodeId id) const { return nodes_[id]; }
  [[nodiscard]] NodeId size() const { return static_cast<NodeId>(nodes_.size()); }

  [[nodiscard]] std::string_view text(NodeId id) const { return view(nodes_[id].text); }
  /// Empty where the element has no such attribute.
  [[nodiscard]] std::string_view attribute(NodeId id, Attribute name) const;
  [[nodiscard]] bool has(NodeId id, Attribute name) const;

  /// All text below a node, white space collapsed, a blank between blocks; scripts left out.
  [[nodiscard]] std::string text_below(NodeId id) const;

 private:
  friend class Builder;
  struct Value {
    Attribute name;
    Slice text;
  };
  [[nodiscard]] std::string_view view(Slice slice) const {
    return std::string_view(characters_).substr(slice.begin, slice.size);
  }

  std::vector<Node> nodes_;
  std::vector<Value> attributes_;
  std::string characters_;
};

}  // namespace kiosque::corpus::html
