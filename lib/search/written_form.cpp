#include "search/written_form.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>

#include "analysis/characters.hpp"
#include "query/lexer.hpp"
#include "support/utf8.hpp"

namespace kiosque::searching {
namespace {

void append_upper(std::string_view text, std::size_t letters, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t c = support::next_code_point(text, at);
    if (letters > 0) {
      support::append_code_point(u_toupper(c), out);
      --letters;
    } else {
      out += text.substr(begin, at - begin);
    }
  }
}

}  // namespace

bool begins_with_capital(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && analysis::character(support::next_code_point(word, at)).upper;
}

std::string with_capitals(const std::string& word, std::string_view typed) {
  std::string result;
  if (querying::is_upper(typed)) {
    append_upper(word, word.size(), result);
  } else {
    append_upper(word, begins_with_capital(typed) ? 1 : 0, result);
  }
  return result;
}

std::string with_accents(const Snapshot& snapshot, const std::string& folded) {
  std::map<std::string, std::uint64_t> counts;
  const std::string forms = folded + ':';
  std::uint64_t accented = 0;
  for (const auto& part : snapshot.parts()) {
    for (auto reader = part.lists().forms.from(forms);
         reader.good() && reader.word().starts_with(forms); reader.next()) {
      counts[reader.word().substr(forms.size())] += reader.count();
      accented += reader.count();
    }
  }
  if (counts.empty()) return folded;
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  // An article may have several forms: at least so many have the word without accents only.
  const std::uint64_t all = snapshot.count_of(folded);
  const std::uint64_t plain = all > accented ? all - accented : 0;
  return plain > most->second ? folded : most->first;
}

}  // namespace kiosque::searching
