#include "index/document.hpp"

#include <algorithm>
#include <array>

#include "corpus/identity.hpp"
#include "index/fields.hpp"
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

void append_line(std::string& data, std::string_view name, std::string_view value) {
  data += name;
  data += '=';
  data += value;
  data += '\n';
}

class TextIndexer {
 public:
  /// `stems`: whether the text is French, which the stems are.
  TextIndexer(Xapian::Document& document, analysis::Analyzer& analyzer, bool stems)
      : document_(document), analyzer_(analyzer), stems_(stems) {}

  // Adds a text to the words that are found without naming a field, and under `prefix` if there is
  // one.
  void add(std::string_view text, std::string_view prefix, unsigned opening_weight,
           unsigned opening_words, unsigned weight) {
    analyzer_.analyze(text, words_);
    std::string_view last_stem;
    for (const auto& word : words_.list()) {
      const unsigned wdf = word.position <= opening_words ? opening_weight : weight;
      const auto surface = words_.surface(word);
      const auto stem = words_.stem(word);
      // The alternative of an inclusive form counts once where both have one stem.
      const bool new_stem = stems_ && (!word.alternative || stem != last_stem);
      last_stem = stem;
      document_.add_posting(surface_term({}, surface), last_position_ + word.position, wdf);
      if (new_stem) document_.add_term(stem_term({}, stem), wdf);
      const auto exact = words_.exact(word);
      if (!exact.empty()) document_.add_term(form_term(surface, exact), wdf);
      if (!prefix.empty()) {
        document_.add_posting(surface_term(prefix, surface), word.position, 1);
        if (new_stem) document_.add_term(stem_term(prefix, stem), 1);
      }
    }
    if (!words_.list().empty()) last_position_ += words_.list().back().position + kFieldGap;
  }

 private:
  Xapian::Document& document_;
  analysis::Analyzer& analyzer_;
  bool stems_;
  analysis::Words words_;
  Xapian::termpos last_position_ = 0;
};

void add_exact(Xapian::Document& document, std::string_view name, std::string_view value) {
  if (!value.empty()) document.add_boolean_term(exact_term(*find_field(name), value));
}

void add_dates(Xapian::Document& document, const Article& article) {
  const auto& zone = support::home_zone();
  if (const auto moment = support::parse_moment(article.published, zone)) {
    std::string day = support::to_iso(moment->day);
    std::erase(day, '-');
    document.add_value(kDaySlot, day);
    const auto epoch = static_cast<double>(moment->epoch);
    document.add_value(kInstantSlot, Xapian::sortable_serialise(epoch));
    document.add_value(kReverseSlot, Xapian::sortable_serialise(-epoch));
    for (const auto& term : day_terms(day)) document.add_boolean_term(term);
  }
  if (const auto moment = support::parse_moment(article.modified, zone)) {
    document.add_value(kModifiedSlot,
                       Xapian::sortable_serialise(static_cast<double>(moment->epoch)));
  }
}

}  // namespace

std::string encode_list(const std::vector<std::string>& values) {
  std::string encoded;
  for (const auto& value : values) {
    if (!encoded.empty()) encoded += kListSeparator;
    encoded += value;
  }
  return encoded;
}

std::string encode_article(const Article& article) {
  std::string data;
  data.reserve(article.body.size() + article.lead.size() + 512);
  for (const auto& [name, text] : kMembers) {
    std::string_view rest = article.*text;
    if (rest.empty()) continue;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      append_line(data, name, rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
    append_line(data, name, rest);
  }
  for (const auto& [name, list] : kListMembers) {
    for (const auto& value : article.*list) append_line(data, name, value);
  }
  return data;
}

Article decode_article(std::string_view data) {
  Article article;
  std::array<bool, kMembers.size()> seen{};
  while (!data.empty()) {
    const std::size_t end = std::min(data.find('\n'), data.size());
    const std::string_view line = data.substr(0, end);
    data.remove_prefix(std::min(end + 1, data.size()));
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, equals);
    const std::string_view value = line.substr(equals + 1);
    for (std::size_t i = 0; i < kMembers.size(); ++i) {
      if (kMembers[i].name != name) continue;
      std::string& text = article.*kMembers[i].text;
      if (seen[i]) text += '\n';
      seen[i] = true;
      text += value;
    }
    for (const auto& member : kListMembers) {
      if (member.name == name) (article.*member.list).emplace_back(value);
    }
  }
  return article;
}

Xapian::Document to_document(const Article& article, analysis::Analyzer& analyzer) {
  constexpr TextWeights kWeights;
  Xapian::Document document;
  document.set_data(encode_article(article));

  const bool french =
      article.language.empty() || support::lower_ascii(article.language).starts_with("fr");
  TextIndexer text(document, analyzer, french);
  text.add(article.title, find_field("title")->prefix, kWeights.title, 0, kWeights.title);
  text.add(article.lead, find_field("lead")->prefix, kWeights.lead, 0, kWeights.lead);
  text.add(article.body, {}, kWeights.opening, kWeights.opening_words, kWeights.body);

  document.add_boolean_term(exact_term(*find_field("id"), article.id));
  document.add_value(kIdSlot, article.id);
  add_exact(document, "url", article.url);
  add_exact(document, "host", corpus::host_of(article.url));
  add_exact(document, "section", article.section);
  add_exact(document, "source", article.source);
  add_exact(document, "language", article.language);
  for (const auto& tag : article.tags) add_exact(document, "tag", tag);
  for (const auto& author : article.authors) add_exact(document, "author", author);
  const auto add_value = [&](Slot slot, const std::string& value) {
    if (!value.empty()) document.add_value(slot, value);
  };
  add_value(kSectionSlot, article.section);
  add_value(kTagSlot, encode_list(article.tags));
  add_value(kAuthorSlot, encode_list(article.authors));
  add_value(kSourceSlot, article.source);
  add_value(kLanguageSlot, article.language);
  add_dates(document, article);
  return document;
}

Article from_document(const Xapian::Document& document) {
  Article article = decode_article(document.get_data());
  // An archive without its file of data opens all the same, with every article empty.
  if (article.id.empty()) throw Xapian::DatabaseCorruptError("the text of an article is missing");
  return article;
}

}  // namespace kiosque::indexing
