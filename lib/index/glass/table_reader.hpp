#pragma once
// One B-tree of a glass database, read where it lies in a mapped file (table_writer.hpp has the
// form).
//
// Xapian copies each block it looks at and goes through several calls for each posting; a list of
// frequent words took 15 ns an article so. Only what is read most is read here: nothing is trusted,
// and whatever is not as expected is left to Xapian, which says what is wrong with it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosque::indexing::glass {

/// Where the tree of a database's terms begins in its file.
struct TreeRoot {
  std::uint32_t block = 0;
  unsigned level = 0;
};

/// The tables that are read, as glass numbers them.
enum class Table : unsigned { terms, data };

/// From a file's version block; nothing for a table without entries, for blocks of another size,
/// and for what is no single-file glass database of this format.
std::optional<TreeRoot> root_of(Table table, std::string_view file);

/// A number of seven bits a byte, the lowest first; it is taken off `bytes`. Nothing where they end
/// too early or it has more than 32 bits.
std::optional<std::uint32_t> take_number(std::string_view& bytes);

/// A place in a tree. Cheap to make; what it gives points into the file, or into itself.
class TableCursor {
 public:
  TableCursor(std::string_view file, TreeRoot root);

  /// To the entry of a key. False where there is none, or the tree is damaged.
  bool find(std::string_view key);
  /// To the entry behind, once `tag` was read. False at the end, or where the tree is damaged.
  bool next();
  [[nodiscard]] std::string_view key() const { return item_.key; }
  /// Whether the tag is to be inflated.
  [[nodiscard]] bool compressed() const { return item_.compressed; }
  /// Nothing where the tree is damaged. Good until the cursor moves, itself or to a place of its
  /// own in memory.
  std::optional<std::string_view> tag();

 private:
  static constexpr std::size_t kMostLevels = 10;  // Xapian's own bound

  struct Place {
    std::string_view block;
    std::size_t item = 0;
  };
  struct Item {
    std::string_view key;
    std::string_view part;
    bool first = false;
    bool last = false;
    bool compressed = false;
  };

  bool enter(std::size_t level, std::uint32_t number);
  bool step(std::size_t level);
  [[nodiscard]] std::optional<std::string_view> item_at(const Place& place, std::size_t i) const;
  bool read_item();

  std::string_view file_;
  TreeRoot root_;
  std::array<Place, kMostLevels> places_ = {};  // from the leaf up
  Item item_ = {};
  std::optional<std::string> joined_;  // the tag here, where it has several parts
};

}  // namespace kiosque::indexing::glass
