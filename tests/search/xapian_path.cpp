#include "search/xapian_path.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "index/archive.hpp"
#include "index/document.hpp"
#include "index/fields.hpp"
#include "search/facets.hpp"
#include "search/phrase.hpp"
#include "search/ranking.hpp"
#include "support/zone.hpp"

namespace kiosque::testing {

using querying::Node;

XapianPath::XapianPath(const std::string& archive) {
  const auto commit = indexing::open_commit(archive);
  if (commit->manifest.dead.total() > 0) throw std::logic_error("there are dead articles");
  for (const auto& database : indexing::open_databases(*commit)) database_.add_database(database);
  ids_.resize(database_.get_lastdocid() + 1);
  for (auto at = database_.postlist_begin(""); at != database_.postlist_end(""); ++at) {
    const Xapian::Document document = database_.get_document(*at);
    Read read;
    read.id = document.get_value(indexing::kIdSlot);
    read.article = indexing::from_document(document);
    for (const auto* text : {&read.article.title, &read.article.lead, &read.article.body})
      read.texts.push_back(analyze(*text));
    const std::string instant = document.get_value(indexing::kInstantSlot);
    instants_[read.id] = instant.empty() ? -std::numeric_limits<double>::infinity()
                                         : Xapian::sortable_unserialise(instant);
    ids_[*at] = read.id;
    articles_.push_back(std::move(read));
  }
}

XapianPath::Answer XapianPath::search(const std::vector<Node>& nodes,
                                      const std::vector<querying::ScoredTerm>& scored) {
  constexpr searching::Bm25 kBm25;
  Xapian::Query all(Xapian::Query::OP_SCALE_WEIGHT, combine(Xapian::Query::OP_AND, nodes), 0);
  std::vector<Xapian::Query> weights;
  for (const auto& [term, factor, word] : scored)
    weights.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), factor);
  if (!weights.empty()) {
    all = Xapian::Query(Xapian::Query::OP_AND_MAYBE, all,
                        Xapian::Query(Xapian::Query::OP_OR, weights.begin(), weights.end()));
  }
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25.k1, 0, 1, kBm25.b, kBm25.min_normlen));
  enquire.set_query(all);
  const Xapian::doccount every = database_.get_doccount();
  const Xapian::MSet found = enquire.get_mset(0, every, every);
  Answer answer;
  answer.total = found.get_matches_estimated();
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    answer.scores[ids_[*hit]] = hit.get_weight();
  return answer;
}

Xapian::Query XapianPath::combine(Xapian::Query::op op, const std::vector<Node>& nodes) {
  std::vector<Xapian::Query> queries;
  for (const Node& node : nodes) queries.push_back(query(node));
  return {op, queries.begin(), queries.end()};
}

Xapian::Query XapianPath::query(const Node& node) {
  switch (node.kind) {
    case Node::Kind::nothing:
      return Xapian::Query::MatchNothing;
    case Node::Kind::everything:
      return Xapian::Query::MatchAll;
    case Node::Kind::term:
      return Xapian::Query(node.term);
    case Node::Kind::unaccented:
      return by_text("unaccented " + node.term, [&](const Read& read) {
        return std::any_of(read.texts.begin(), read.texts.end(), [&](const auto& text) {
          return std::any_of(text.begin(), text.end(), [&](const Token& token) {
            return token.surface == node.term && token.exact.empty();
          });
        });
      });
    case Node::Kind::phrase: {
      std::string key = "phrase ";
      std::vector<Xapian::Query> all;
      for (const std::string& word : node.words) {
        key += word + ' ';
        all.emplace_back(indexing::surface_term({}, word));
      }
      if (node.part) key += std::to_string(static_cast<int>(*node.part));
      all.push_back(by_text(key, [&](const Read& read) { return stands_in(node, read); }));
      return {Xapian::Query::OP_AND, all.begin(), all.end()};
    }
    case Node::Kind::dates: {
      const auto day = [](std::chrono::sys_days at, const char* open, std::chrono::sys_days end) {
        if (at == end) return std::string(open);
        std::string digits = support::to_iso(at);
        std::erase(digits, '-');
        return digits;
      };
      return {Xapian::Query::OP_VALUE_RANGE, indexing::kDaySlot,
              day(node.first, "0", std::chrono::sys_days::min()),
              day(node.last, ":", std::chrono::sys_days::max())};  // ':' is behind all digits
    }
    case Node::Kind::any:
      return combine(Xapian::Query::OP_OR, node.children);
    case Node::Kind::all:
      return combine(Xapian::Query::OP_AND, node.children);
    case Node::Kind::except: {
      Xapian::Query rest = query(node.children.front());
      for (std::size_t i = 1; i < node.children.size(); ++i)
        rest = Xapian::Query(Xapian::Query::OP_AND_NOT, rest, query(node.children[i]));
      return rest;
    }
    default:
      break;  // operators_test.cpp has those
  }
  return Xapian::Query::MatchNothing;
}

template <typename Chosen>
Xapian::Query XapianPath::by_text(const std::string& key, Chosen&& chosen) {
  if (const auto known = chosen_.find(key); known != chosen_.end()) return known->second;
  std::vector<Xapian::Query> ids;
  for (const Read& read : articles_) {
    if (chosen(read)) ids.emplace_back(indexing::exact_term(*indexing::find_field("id"), read.id));
  }
  const Xapian::Query made(Xapian::Query::OP_OR, ids.begin(), ids.end());
  chosen_.emplace(key, made);
  return made;
}

// What has all the words somewhere is analyzed again, as the walk does where there are no codes.
bool XapianPath::stands_in(const Node& phrase, const Read& read) {
  const bool may = std::all_of(phrase.words.begin(), phrase.words.end(), [&](const auto& word) {
    return std::any_of(read.texts.begin(), read.texts.end(), [&](const auto& text) {
      return std::any_of(text.begin(), text.end(),
                         [&](const Token& token) { return token.surface == word; });
    });
  });
  return may && searching::Phrase(phrase.words, phrase.part).stands_in(read.article, analyzer_);
}

std::vector<Node> plans(const querying::Compiled& compiled, const SearchOptions& options) {
  std::vector<Node> all = {compiled.matches};
  if (!options.dates.from.empty() || !options.dates.to.empty())
    all.push_back(querying::compile_dates(options.dates));
  std::map<std::string, std::vector<Node>> fields;
  for (const Filter& filter : options.filters)
    fields[searching::facet_name(filter.field)].push_back(querying::compile_filter(filter));
  for (auto& [field, filters] : fields) all.push_back(querying::any(std::move(filters)));
  return all;
}

}  // namespace kiosque::testing
