#include "search/near_words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "search/neighbours.hpp"

namespace kiosque::searching {
namespace {

constexpr std::size_t kLeast = 4;
constexpr std::uint64_t kRarer = 20;  // so much more frequent is what a known word was meant for
constexpr std::size_t kLongest = 40;  // a longer word is not looked at for errors

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
  }));
}

// All of one edit; such as are no UTF-8 begin no word.
std::set<std::string> edits(std::string_view word) {
  std::set<std::string> all;
  for (std::size_t at = 1; at <= word.size(); ++at) {
    const std::string_view before = word.substr(0, at);
    const std::string_view behind = word.substr(at);
    const auto add = [&](std::string_view middle, std::size_t dropped) {
      std::string edited(before);
      edited += middle;
      edited += behind.substr(dropped);
      if (edited != word) all.insert(std::move(edited));
    };
    if (!behind.empty()) add({}, 1);
    if (behind.size() > 1) {
      const char exchanged[2] = {behind[1], behind[0]};
      add(std::string_view(exchanged, 2), 2);
    }
    for (char c = 'a'; c <= 'z'; ++c) {
      add(std::string_view(&c, 1), 0);
      if (!behind.empty()) add(std::string_view(&c, 1), 1);
    }
  }
  return all;
}

}  // namespace

std::vector<std::string> near_prefixes(const Snapshot& snapshot, std::string_view prefix,
                                       std::size_t most) {
  if (letters(prefix) < kLeast || prefix.size() > kLongest) return {};
  std::vector<std::pair<std::uint64_t, std::string>> found;
  for (const std::string& edited : edits(prefix)) {
    // What begins with the prefix is no correction of it.
    if (edited.starts_with(prefix) || letters(edited) < kLeast) continue;
    std::uint64_t frequency = 0;
    for (const auto& part : snapshot.parts()) {
      const indexing::WordList& words = part.words();
      std::uint32_t highest = 0;
      for (indexing::WordList::Reader reader = words.from(edited);
           reader.good() && reader.word().starts_with(edited); reader.next()) {
        highest = std::max(highest, reader.count());
      }
      frequency += highest;
    }
    if (frequency > 0) found.emplace_back(frequency, edited);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> prefixes;
  for (auto& [frequency, edited] : found) {
    if (prefixes.size() == most) break;
    prefixes.push_back(std::move(edited));
  }
  return prefixes;
}

std::string near_word(const Snapshot& snapshot, const std::string& word) {
  if (letters(word) < kLeast) return {};
  const std::uint64_t own = snapshot.count_of(word);
  if (own * 1000 > snapshot.articles()) return {};
  std::map<std::string, std::uint64_t> near;
  for (const auto& part : snapshot.parts()) {
    for (auto& neighbour : neighbours(part.words(), word, 1)) {
      if (neighbour.word[0] == word[0]) near[std::move(neighbour.word)] += neighbour.count;
    }
  }
  const auto most = std::max_element(
      near.begin(), near.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most != near.end() && most->second > kRarer * own ? most->first : std::string();
}

}  // namespace kiosque::searching
