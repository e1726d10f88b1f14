#include "index/document.hpp"

#include <algorithm>
#include <array>

#include "corpus/identity.hpp"
#include "index/fields.hpp"
#include "index/levels.hpp"
#include "index/own_values.hpp"
#include "index/word_tally.hpp"
#include "support/text.hpp"
#include "support/zone.hpp"

namespace kiosque::indexing {
namespace {

// The members that are one text each, by the names they are stored under.
struct Member {
  std::string_view name;
  std::string Article::*text;
};
constexpr std::array kMembers = {
    Member{"id", &Article::id},
    Member{"title", &Article::title},
    Member{"lead", &Article::lead},
    Member{"published", &Article::published},
    Member{"modified", &Article::modified},
    Member{"section", &Article::section},
    Member{"source", &Article::source},
    Member{"url", &Article::url},
    Member{"language", &Article::language},
    Member{"body", &Article::body},
};

struct ListMember {
  std::string_view name;
  std::vector<std::string> Article::*list;
};
constexpr std::array kListMembers = {
    ListMember{"tag", &Article::tags},
    ListMember{"author", &Article::authors},
};

constexpr std::string_view kOwnLine = "field";

void append_line(std::string& data, std::string_view name, std::string_view value) {
  data += name;
  data += '=';
  data += value;
  data += '\n';
}

void add_exact(IndexedArticle& indexed, std::string_view name, std::string_view value) {
  if (!value.empty()) indexed.add_term(exact_term(*find_field(name), value), 0);
}

// Under itself, and under what it lies in.
void add_levels(IndexedArticle& indexed, std::string_view name, std::string_view value) {
  add_exact(indexed, name, value);
  for (const auto level : levels_above(value)) add_exact(indexed, name, level);
}

void add_dates(IndexedArticle& indexed, const Article& article) {
  const auto& zone = support::home_zone();
  if (const auto moment = support::parse_moment(article.published, zone)) {
    std::string day = support::to_iso(moment->day);
    std::erase(day, '-');
    indexed.add_value(kDaySlot, day);
    const auto epoch = static_cast<double>(moment->epoch);
    indexed.add_value(kInstantSlot, Xapian::sortable_serialise(epoch));
    indexed.add_value(kReverseSlot, Xapian::sortable_serialise(-epoch));
    for (const auto& term : day_terms(day)) indexed.add_term(term, 0);
  }
  if (const auto moment = support::parse_moment(article.modified, zone)) {
    indexed.add_value(kModifiedSlot,
                      Xapian::sortable_serialise(static_cast<double>(moment->epoch)));
  }
}

// With or without lead and body.
std::string encode(const Article& article, bool texts) {
  std::string data;
  data.reserve(texts ? article.body.size() + article.lead.size() + 512 : 512);
  for (const auto& [name, text] : kMembers) {
    std::string_view rest = article.*text;
    if (rest.empty()) continue;
    if (!texts && (text == &Article::lead || text == &Article::body)) continue;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      append_line(data, name, rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
    append_line(data, name, rest);
  }
  for (const auto& [name, list] : kListMembers) {
    for (const auto& value : article.*list) append_line(data, name, value);
  }
  for (const auto& [name, values] : article.fields) {
    for (const auto& value : values) append_line(data, kOwnLine, name + kListSeparator + value);
  }
  return data;
}

}  // namespace

void IndexedArticle::add_term(std::string_view term, std::uint32_t wdf) {
  terms.push_back(
      {static_cast<std::uint32_t>(spelled_.size()), static_cast<std::uint32_t>(term.size()), wdf});
  spelled_ += term;
}

void IndexedArticle::add_value(unsigned slot, std::string value) {
  if (!value.empty()) values.emplace_back(slot, std::move(value));
}

bool is_french(const Article& article) {
  return article.language.empty() || support::lower_ascii(article.language).starts_with("fr");
}

std::string encode_list(const std::vector<std::string>& values) {
  std::string encoded;
  for (const auto& value : values) {
    if (!encoded.empty()) encoded += kListSeparator;
    encoded += value;
  }
  return encoded;
}

std::string encode_article(const Article& article) {
  return encode(article, true);
}

std::string encode_card(const Article& article) {
  return encode(article, false);
}

Article decode_article(std::string_view data) {
  Article article;
  std::array<bool, kMembers.size()> seen{};
  std::size_t next = 0;  // members were written in their order
  while (!data.empty()) {
    const std::size_t end = std::min(data.find('\n'), data.size());
    const std::string_view line = data.substr(0, end);
    data.remove_prefix(std::min(end + 1, data.size()));
    const auto is = [&](std::string_view name) {
      return line.size() > name.size() && line.front() == name.front() &&
             line[name.size()] == '=' && line.starts_with(name);
    };
    const auto value_behind = [&](std::string_view name) { return line.substr(name.size() + 1); };
    const auto take_member = [&] {
      for (std::size_t tried = 0; tried < kMembers.size(); ++tried) {
        const std::size_t i = (next + tried) % kMembers.size();
        if (!is(kMembers[i].name)) continue;
        std::string& text = article.*kMembers[i].text;
        if (seen[i]) text += '\n';
        seen[i] = true;
        text += value_behind(kMembers[i].name);
        next = i;
        return true;
      }
      return false;
    };
    const auto* const list = std::find_if(kListMembers.begin(), kListMembers.end(),
                                          [&](const auto& member) { return is(member.name); });
    if (list != kListMembers.end()) {
      (article.*list->list).emplace_back(value_behind(list->name));
    } else if (!take_member() && is(kOwnLine)) {
      const std::string_view value = value_behind(kOwnLine);
      const std::size_t parted = std::min(value.find(kListSeparator), value.size());
      article.fields[std::string(value.substr(0, parted))].emplace_back(
          value.substr(std::min(parted + 1, value.size())));
    }
  }
  return article;
}

std::string id_in(std::string_view data) {
  // It comes first.
  static_assert(kMembers[0].text == &Article::id);
  constexpr std::string_view kBegin = "id=";
  const std::size_t end = data.find('\n');
  if (!data.starts_with(kBegin) || end == std::string_view::npos ||
      data.substr(end + 1).starts_with(kBegin))
    return decode_article(data).id;
  return std::string(data.substr(kBegin.size(), end - kBegin.size()));
}

IndexedArticle index_article(const Article& article, analysis::Analyzer& analyzer,
                             const FieldTable& fields) {
  constexpr TextWeights kWeights;
  using Own = WordTally::Own;
  IndexedArticle indexed;
  indexed.data = encode_article(article);
  indexed.card = encode_card(article);

  WordTally tally(analyzer, is_french(article));
  tally.add(article.title, Own::title, kWeights.title, 0, kWeights.title);
  tally.add(article.lead, Own::lead, kWeights.lead, 0, kWeights.lead);
  tally.add(article.body, Own::none, kWeights.opening, kWeights.opening_words, kWeights.body);
  tally.finish(indexed);

  add_exact(indexed, "id", article.id);
  add_exact(indexed, "url", article.url);
  add_exact(indexed, "host", corpus::host_of(article.url));
  add_levels(indexed, "section", article.section);
  add_levels(indexed, "source", article.source);
  add_exact(indexed, "language", article.language);
  for (const auto& tag : article.tags) add_levels(indexed, "tag", tag);
  for (const auto& author : article.authors) add_levels(indexed, "author", author);
  add_dates(indexed, article);
  indexed.add_value(kSectionSlot, article.section);
  indexed.add_value(kTagSlot, encode_list(article.tags));
  indexed.add_value(kAuthorSlot, encode_list(article.authors));
  indexed.add_value(kSourceSlot, article.source);
  indexed.add_value(kLanguageSlot, article.language);
  indexed.add_value(kIdSlot, article.id);
  index_own_values(article, fields, indexed);
  return indexed;
}

Article from_document(const Xapian::Document& document) {
  Article article = decode_article(document.get_data());
  // An archive without its file of data opens all the same, with every article empty.
  if (article.id.empty()) throw Xapian::DatabaseCorruptError("the text of an article is missing");
  return article;
}

}  // namespace kiosque::indexing
