#include "search/written_form.hpp"

#include <unicode/uchar.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/characters.hpp"
#include "index/fields.hpp"
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

std::string with_accents(Walk& walk, const std::string& folded) {
  const std::string prefix = indexing::form_terms(folded);
  std::vector<std::string> forms;
  for (const Xapian::Database& database : walk.seat().databases) {
    const auto end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end; ++term) forms.push_back(*term);
  }
  std::string most;
  std::size_t frequency = walk.look_up(indexing::surface_term({}, folded)).frequency / 2;
  for (const std::string& form : forms) {
    const std::size_t own = walk.look_up(form).frequency;
    if (own <= frequency) continue;
    frequency = own;
    most = form.substr(prefix.size());
  }
  return most.empty() ? folded : most;
}

}  // namespace kiosque::searching
