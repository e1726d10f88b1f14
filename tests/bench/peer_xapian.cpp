// Stock Xapian: TermGenerator and QueryParser with the French stemmer and their defaults,
// ValueCountMatchSpy for facets.

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <kiosque/read.hpp>
#include <stdexcept>
#include <vector>

#include "peer.hpp"
#include "words.hpp"

namespace bench {
namespace {

constexpr Xapian::valueno kFacetSlots = 4;       // section, source, year, month
constexpr Xapian::valueno kLinesBeforeBody = 4;  // see data_of
constexpr std::size_t kSnippetBytes = 240;

// The stored fields that a page of hits needs, the title first, the body last.
std::string data_of(const kiosque::Article& article) {
  return article.title + '\n' + article.id + '\n' + article.url + '\n' + article.lead + '\n' +
         article.body;
}

std::string_view body_in(std::string_view data) {
  for (Xapian::valueno line = 0; line < kLinesBeforeBody; ++line)
    data.remove_prefix(std::min(data.find('\n'), data.size() - 1) + 1);
  return data;
}

void store(Xapian::WritableDatabase& database, Xapian::TermGenerator& generator,
           const kiosque::Article& article) {
  Xapian::Document document;
  document.set_data(data_of(article));
  generator.set_document(document);
  generator.index_text(article.title);
  generator.increase_termpos();
  generator.index_text(article.lead);
  generator.increase_termpos();
  generator.index_text(article.body);
  document.add_value(0, article.section);
  document.add_value(1, article.source);
  document.add_value(2, article.published.substr(0, 4));
  document.add_value(3, article.published.substr(0, 7));
  database.add_document(document);
}

class XapianPeer final : public Peer {
 public:
  explicit XapianPeer(std::string folder) : folder_(std::move(folder)) {
    generator_.set_stemmer(Xapian::Stem("french"));
  }

  void index(const std::string& articles) override {
    Xapian::WritableDatabase database(folder_, Xapian::DB_CREATE_OR_OVERWRITE);
    kiosque::read(
        {articles}, {.format = kiosque::Format::jsonl},
        [&](const kiosque::Record& record) { store(database, generator_, record.article); }, {});
    database.commit();
  }

  void open() override { database_ = Xapian::Database(folder_); }

  Answer ask(const Question& question) override {
    const Stopwatch watch;
    Xapian::Enquire enquire(database_);
    enquire.set_query(parse(question));
    std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
    for (Xapian::valueno slot = 0; question.facets && slot < kFacetSlots; ++slot) {
      spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
      enquire.add_matchspy(spies.back().get());
    }
    const Xapian::MSet matches =
        enquire.get_mset(0, question.hits ? 10 : 0, question.total ? database_.get_doccount() : 0);
    Answer answer{0, matches.get_matches_estimated(), 0, {}};
    std::vector<std::string> data;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      data.push_back(match.get_document().get_data());
      ++answer.hits;
    }
    for (const auto& spy : spies) {
      for (auto value = spy->values_begin(); value != spy->values_end(); ++value)
        seen_ += value.get_termfreq();
    }
    if (question.snippets) answer.snippet_milliseconds = make_snippets(matches, data);
    answer.milliseconds = watch.milliseconds();
    return answer;
  }

  double add(const kiosque::Article& article, const std::string& word) override {
    if (!writable_) writable_.emplace(folder_, Xapian::DB_OPEN);
    const Stopwatch watch;
    store(*writable_, generator_, article);
    writable_->commit();
    database_.reopen();
    const Answer answer = ask({.text = word});
    if (answer.hits == 0) throw std::runtime_error("Xapian does not find what was added");
    return watch.milliseconds();
  }

  std::optional<std::uintmax_t> compacted() override {
    const std::string smaller = folder_ + ".compact";
    std::filesystem::remove_all(smaller);
    Xapian::Database(folder_).compact(smaller);
    const std::uintmax_t size = folder_size(smaller);
    std::filesystem::remove_all(smaller);
    return size;
  }

 private:
  Xapian::Query parse(const Question& question) {
    if (question.text.empty()) return Xapian::Query::MatchAll;
    Xapian::QueryParser parser;
    parser.set_stemmer(Xapian::Stem("french"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser.set_database(database_);
    switch (question.mode) {
      case Mode::phrase:
        return parser.parse_query('"' + question.text + '"', Xapian::QueryParser::FLAG_PHRASE);
      case Mode::typing:
        return parser.parse_query(question.text, Xapian::QueryParser::FLAG_PARTIAL);
      case Mode::completing: {
        // The 64 most frequent words that begin so, as Kiosque's own typing has them.
        const std::size_t begin = question.text.find_last_of(" '-") + 1;
        const Xapian::Query last(Xapian::Query::OP_WILDCARD, lowered(question.text.substr(begin)),
                                 64, Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT);
        parser.set_default_op(Xapian::Query::OP_AND);
        const Xapian::Query before = parser.parse_query(question.text.substr(0, begin), 0);
        return before.empty() ? last : Xapian::Query(Xapian::Query::OP_AND, before, last);
      }
      case Mode::all:
        parser.set_default_op(Xapian::Query::OP_AND);
        break;
      case Mode::any:
        break;
    }
    return parser.parse_query(question.text, 0);
  }

  double make_snippets(const Xapian::MSet& matches, const std::vector<std::string>& data) {
    const Stopwatch watch;
    const Xapian::Stem stem("french");
    for (const auto& stored : data) {
      seen_ +=
          matches
              .snippet(std::string(body_in(stored)), kSnippetBytes, stem,
                       Xapian::MSet::SNIPPET_BACKGROUND_MODEL | Xapian::MSet::SNIPPET_EXHAUSTIVE,
                       "<mark>", "</mark>")
              .size();
    }
    return watch.milliseconds();
  }

  std::string folder_;
  Xapian::TermGenerator generator_;
  Xapian::Database database_;
  std::optional<Xapian::WritableDatabase> writable_;
  std::size_t seen_ = 0;  // so that nothing is left out as unused
};

}  // namespace

std::unique_ptr<Peer> make_xapian(const std::string& folder) {
  return std::make_unique<XapianPeer>(folder);
}

}  // namespace bench
