#include "corpus/html/blocks.hpp"

#include <utility>

#include "corpus/html/hints.hpp"
#include "corpus/html/whitespace.hpp"

namespace kiosque::corpus::html {
namespace {

// Signs of Chinese and Japanese stand for about three letters.
constexpr std::size_t kIdeograph = 3;

std::size_t letters_of(std::string_view text) {
  std::size_t count = 0;
  bool blank = true;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool space = byte <= ' ';
    if ((byte & 0xC0U) != 0x80U && !(space && blank)) ++count;
    if (byte >= 0xE3 && byte <= 0xE9) count += kIdeograph - 1;
    blank = space;
  }
  return count;
}

class BlockReader {
 public:
  explicit BlockReader(const Tree& tree) : tree_(tree) {}

  std::vector<Block> read() {
    for (NodeId at = 0; at < tree_.size();) {
      leave_until(at);
      const Node& node = tree_[at];
      if (is_silent(node.tag) || is_hidden(at)) {
        if (is_block(node.tag)) flush();
        at = node.end;
        continue;
      }
      enter(at);
      ++at;
    }
    flush();
    return std::move(blocks_);
  }

 private:
  struct Open {
    NodeId id;
    NodeId end;
    Tag tag;
  };

  [[nodiscard]] bool is_hidden(NodeId id) const {
    const Tag tag = tree_[id].tag;
    if (tag == Tag::text || tag == Tag::br) return false;
    return hint_of_hidden(id);
  }

  // A page may be hidden as a whole until its program has run.
  [[nodiscard]] bool hint_of_hidden(NodeId id) const {
    if ((tree_[id].end - id) * 3 > tree_.size()) return false;
    if (tree_.has(id, Attribute::hidden)) return true;
    if (tree_[id].attributes_begin == tree_[id].attributes_end) return false;
    return hint_of(tree_, id) == Hint::hidden;
  }

  void enter(NodeId at) {
    const Node& node = tree_[at];
    switch (node.tag) {
      case Tag::text:
        add(tree_.text(at));
        return;
      case Tag::br:
        if (text_.at_line_start()) {
          flush();
        } else {
          text_.break_line();
        }
        return;
      case Tag::hr:
        flush();
        return;
      default:
        break;
    }
    if (node.first == kNoNode) {
      if (is_block(node.tag)) flush();
      return;
    }
    if (is_block(node.tag)) flush();
    if (node.tag == Tag::a) ++in_link_;
    open_.push_back({at, node.end, node.tag});
  }

  void leave_until(NodeId at) {
    while (!open_.empty() && open_.back().end <= at) {
      const Tag tag = open_.back().tag;
      if (is_block(tag)) flush();
      if (tag == Tag::a) --in_link_;
      open_.pop_back();
    }
  }

  void add(std::string_view text) {
    const std::size_t letters = letters_of(text);
    text_.add(text);
    letters_ += letters;
    if (in_link_ > 0) link_letters_ += letters;
  }

  void flush() {
    if (!text_.empty()) {
      NodeId holder = 0;
      for (std::size_t at = open_.size(); at-- > 0;) {
        if (!is_block(open_[at].tag)) continue;
        holder = open_[at].id;
        break;
      }
      std::string text = text_.take();
      if (!text.empty()) {
        blocks_.push_back({std::move(text), holder, letters_, std::min(link_letters_, letters_)});
      }
    }
    letters_ = link_letters_ = 0;
  }

  const Tree& tree_;
  std::vector<Open> open_;
  std::vector<Block> blocks_;
  Collapsed text_;
  std::size_t letters_ = 0;
  std::size_t link_letters_ = 0;
  int in_link_ = 0;
};

}  // namespace

std::vector<Block> blocks_of(const Tree& tree) {
  return BlockReader(tree).read();
}

}  // namespace kiosque::corpus::html
