#include "index/glass/database_writer.hpp"

#include <algorithm>
#include <random>

#include "index/glass/keys.hpp"

namespace kiosque::indexing::glass {
namespace {

// Postings and values are cut into chunks of about so many bytes.
constexpr std::size_t kChunk = 2000;

// Keys of what is no term begin with a zero byte and one that says what it is.
constexpr std::string_view kMetadata("\0\xc0", 2);
constexpr std::string_view kValueStatistics("\0\xd0", 2);
constexpr std::string_view kValues("\0\xd8", 2);
constexpr std::string_view kLengths("\0\xe0", 2);

// Seven bits a byte, the lowest first.
void append_number(std::string& bytes, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) bytes += static_cast<char>(number | 0x80U);
  bytes += static_cast<char>(number);
}

void append_text(std::string& bytes, std::string_view text) {
  append_number(bytes, text.size());
  bytes += text;
}

}  // namespace

DatabaseWriter::DatabaseWriter(const std::string& path)
    : file_(path),
      terms_(file_, TableWriter::Tags::plain),
      data_(file_, TableWriter::Tags::compressed) {}

void DatabaseWriter::add_metadata(std::string_view key, std::string_view value) {
  if (!value.empty()) terms_.add(std::string(kMetadata) + std::string(key), value);
}

void DatabaseWriter::add_values(const std::vector<unsigned>& slots, const Values& values) {
  std::vector<unsigned> used;
  for (const unsigned slot : slots) {
    std::uint64_t count = 0;
    std::string least;
    std::string most;
    values(slot, [&](std::uint32_t, std::string_view value) {
      if (count == 0 || value < least) least = value;
      if (count == 0 || value > most) most = value;
      ++count;
    });
    if (count == 0) continue;
    used.push_back(slot);
    std::string key(kValueStatistics);
    for (unsigned rest = slot; rest > 0; rest >>= 8U) key += static_cast<char>(rest);
    std::string tag;
    append_number(tag, count);
    append_text(tag, least);
    if (most != least) tag += most;
    terms_.add(key, tag);
  }
  for (const unsigned slot : used) {
    std::string chunk;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    const auto flush = [&] {
      if (chunk.empty()) return;
      std::string key(kValues);
      append_number(key, slot);
      append_sorting(key, first);
      terms_.add(key, chunk);
      chunk.clear();
    };
    values(slot, [&](std::uint32_t document, std::string_view value) {
      if (chunk.empty()) {
        first = document;
      } else {
        append_number(chunk, document - last - 1);
      }
      append_text(chunk, value);
      last = document;
      if (chunk.size() >= kChunk) flush();
    });
    flush();
  }
}

void DatabaseWriter::add_lengths(const std::vector<std::uint32_t>& lengths) {
  std::vector<Posting> postings;
  for (std::uint32_t i = 0; i < lengths.size(); ++i) {
    postings.push_back({i + 1, lengths[i]});
    total_length_ += lengths[i];
    longest_ = std::max(longest_, lengths[i]);
    if (lengths[i] > 0 && (shortest_ == 0 || lengths[i] < shortest_)) shortest_ = lengths[i];
  }
  documents_ = lengths.size();
  // Lengths are postings of no term, without frequencies.
  std::string head;
  append_number(head, 0);
  append_number(head, 0);
  add_chunks(postings, kLengths, kLengths, std::move(head));
}

void DatabaseWriter::add_postings(std::string_view term, std::span<const Posting> postings) {
  std::uint64_t occurrences = 0;
  for (const Posting& posting : postings) {
    occurrences += posting.wdf;
    largest_wdf_ = std::max(largest_wdf_, posting.wdf);
  }
  const std::string key = term_key(term);
  std::string head;
  append_number(head, postings.size());
  append_number(head, occurrences);
  add_chunks(postings, key, key + '\0', std::move(head));
}

// The first chunk has its head and the number of its first document in its tag; the others have the
// number in their key.
void DatabaseWriter::add_chunks(std::span<const Posting> postings, std::string_view first_key,
                                std::string_view next_key, std::string&& head) {
  std::string chunk;
  for (std::size_t i = 0; i < postings.size();) {
    const std::size_t first = i;
    chunk.clear();
    append_number(chunk, postings[i].wdf);
    for (++i; i < postings.size() && chunk.size() < kChunk; ++i) {
      append_number(chunk, postings[i].document - postings[i - 1].document - 1);
      append_number(chunk, postings[i].wdf);
    }
    std::string tag;
    std::string key;
    if (first == 0) {
      key = first_key;
      tag = std::move(head);
      append_number(tag, postings[0].document - 1);
    } else {
      key = next_key;
      append_sorting(key, postings[first].document);
    }
    tag += i == postings.size() ? '1' : '0';
    append_number(tag, postings[i - 1].document - postings[first].document);
    tag += chunk;
    terms_.add(key, tag);
  }
}

void DatabaseWriter::add_data(std::uint32_t document, std::string_view data) {
  if (data.empty()) return;  // what is not there is empty
  std::string key;
  append_sorting(key, document);
  data_.add(key, data);
}

void DatabaseWriter::add_compressed_data(std::uint32_t document, std::string_view data) {
  std::string key;
  append_sorting(key, document);
  data_.add_compressed(key, data);
}

void DatabaseWriter::finish() {
  const Root terms = terms_.finish();
  const Root data = data_.finish();

  // Magic and format (2016-03-14), the database's id, the revision.
  std::string version("\x0f\x0dXapian Glass\x04\x6e", 16);
  std::random_device random;
  for (int i = 0; i < 4; ++i) {
    const unsigned bits = random();
    for (unsigned shift = 0; shift < 32; shift += 8) version += static_cast<char>(bits >> shift);
  }
  append_number(version, 1);
  // The tables, in glass's order; those for positions and the like are left out.
  std::string free_list;
  append_number(free_list, 1);
  append_number(free_list, file_.size());
  free_list.append(4, '\0');
  const auto add_root = [&](const Root& root, std::size_t least_compressed) {
    constexpr unsigned kSequential = 2;
    constexpr unsigned kNotThere = 1;
    append_number(version, root.block);
    append_number(version, (root.level << 2U) | (root.empty ? kSequential | kNotThere : 0U));
    append_number(version, root.entries);
    append_number(version, BlockFile::kBlockSize >> 11U);
    append_number(version, least_compressed);
    append_text(version, root.empty ? std::string_view() : std::string_view(free_list));
  };
  add_root(terms, 0);
  add_root(data, kLeastCompressed);
  add_root({}, kLeastCompressed);  // lists of terms
  add_root({}, 0);                 // positions
  add_root({}, kLeastCompressed);  // spelling
  add_root({}, kLeastCompressed);  // synonyms
  // Statistics: bounds are kept as differences where one is never below the other.
  append_number(version, documents_);
  append_number(version, 0);  // the last document's number less that
  append_number(version, shortest_);
  append_number(version, largest_wdf_);
  append_number(version, std::max(longest_, largest_wdf_) - largest_wdf_);
  append_number(version, 0);
  append_number(version, total_length_);
  append_number(version, 0);
  version.resize(BlockFile::kBlockSize);
  file_.write(0, version);
  file_.close();
}

}  // namespace kiosque::indexing::glass
