#include "index/completion_lists.hpp"

#include <map>
#include <ostream>

#include "index/fields.hpp"
#include "index/levels.hpp"
#include "support/bytes.hpp"

namespace kiosque::indexing {
namespace {

using support::append;
using support::load;

// The three lists, each behind its size (64 bits), then the headlines.
constexpr std::size_t kSize = sizeof(std::uint64_t);

// An own field's prefix goes on in capitals, or ends in its colon; a form goes on with a word.
bool is_own_term(std::string_view rest) {
  return rest.empty() || rest.front() == ':' || (rest.front() >= 'A' && rest.front() <= 'Z');
}

WordList take_list(std::string_view& bytes) {
  if (bytes.size() < kSize) return {};
  const auto size = load<std::uint64_t>(bytes.data());
  bytes.remove_prefix(kSize);
  if (size > bytes.size()) {
    bytes = {};
    return {};
  }
  const WordList list(bytes.substr(0, size));
  bytes.remove_prefix(size);
  return list;
}

void append_list(std::string& out, const WordListBuilder& list) {
  const std::size_t at = out.size();
  append(out, std::uint64_t{0});
  list.write(out);
  const std::uint64_t size = out.size() - at - kSize;
  std::memcpy(out.data() + at, &size, sizeof size);
}

}  // namespace

CompletionLists::CompletionLists(std::string_view bytes, std::size_t documents) {
  words = take_list(bytes);
  forms = take_list(bytes);
  values = take_list(bytes);
  headlines = Headlines(bytes, documents);
}

std::string value_key(char letter, std::string_view words, std::string_view spelling) {
  std::string key(1, letter);
  key += words;
  key += kValueSeparator;
  key += spelling;
  return key;
}

std::string folded_words(std::string_view text, analysis::Analyzer& analyzer) {
  analysis::Words words;
  analyzer.analyze(text, words);
  std::string folded;
  for (const auto& word : words.list()) {
    if (word.alternative) continue;
    if (!folded.empty()) folded += kWordGap;
    folded += words.surface(word);
  }
  return folded;
}

void CompletionBuilder::add(const Article& article, analysis::Analyzer& analyzer) {
  ++articles_;
  analyzer.analyze(article.title, analyzed_);
  headlines_.add(fold_headline(article.title, analyzed_));
  // Values, and what they lie in.
  const auto add = [&](char letter, std::string_view value) {
    add_value(letter, value, analyzer);
    for (const auto level : levels_above(value)) add_value(letter, level, analyzer);
  };
  for (const auto& tag : article.tags) add('k', tag);
  for (const auto& author : article.authors) add('a', author);
  add('r', article.section);
  add('s', article.source);
}

void CompletionBuilder::add_value(char letter, std::string_view value,
                                  analysis::Analyzer& analyzer) {
  // With its words before it, a longer one does not fit into a list; nobody would choose it either.
  if (value.empty() || value.size() > WordList::kLongest / 2) return;
  std::string key(1, letter);
  key += value;
  Value& counted = values_[key];
  if (counted.count == 0) counted.words = folded_words(value, analyzer);
  if (counted.last == articles_) return;  // twice in one article
  counted.last = articles_;
  ++counted.count;
}

void CompletionBuilder::add_term(std::string_view term, std::uint32_t count) {
  static const std::string kForms = form_terms({}).substr(0, form_terms({}).size() - 1);
  // Terms with a prefix begin with a capital, and a word never does.
  if (term.front() < 'A' || term.front() > 'Z') {
    words_.add(term, count);
  } else if (term.starts_with(kForms) && !is_own_term(term.substr(kForms.size()))) {
    forms_.add(term.substr(kForms.size()), count);
  }
}

void CompletionBuilder::write(std::string& out) const {
  std::map<std::string, std::uint32_t> keys;
  for (const auto& [value, counted] : values_) {
    const std::string_view spelling = std::string_view(value).substr(1);
    const std::string_view words = counted.words;
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (at > 0 && words[at - 1] != kWordGap) continue;
      std::string key = value_key(value.front(), words.substr(at), spelling);
      if (key.size() <= WordList::kLongest) keys.emplace(std::move(key), counted.count);
    }
  }
  WordListBuilder values;
  for (const auto& [key, count] : keys) values.add(key, count);
  append_list(out, words_);
  append_list(out, forms_);
  append_list(out, values);
  headlines_.write(out);
}

void merge_completions(const std::vector<const CompletionLists*>& sources, std::ostream& out) {
  for (const auto list :
       {&CompletionLists::words, &CompletionLists::forms, &CompletionLists::values}) {
    std::vector<WordList> lists;
    for (const CompletionLists* source : sources) lists.push_back(source->*list);
    std::string bytes;
    append_list(bytes, merge(lists));
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  std::vector<Headlines> headlines;
  for (const CompletionLists* source : sources) headlines.push_back(source->headlines);
  merge_headlines(headlines, out);
}

}  // namespace kiosque::indexing
