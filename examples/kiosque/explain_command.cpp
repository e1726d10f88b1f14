// kiosque explain: what was understood of a query.

#include <kiosque/search.hpp>
#include <memory>
#include <optional>

#include "commands.hpp"
#include "json_output.hpp"
#include "results_view.hpp"
#include "search_options.hpp"
#include "terminal.hpp"
#include "text_layout.hpp"

namespace command {
namespace {

using Kind = kiosque::Clause::Kind;
using kiosque::Occur;

struct Arguments {
  std::vector<std::string> words = {};  // [ARCHIVE] QUERY
  kiosque::ParseOptions parse = {};
  bool json = false;
};

struct Name {
  const char* json;
  const Message& text;
};

Name kind_name(Kind kind) {
  switch (kind) {
    case Kind::word:
      return {"word", text::kind_word};
    case Kind::phrase:
      return {"phrase", text::kind_phrase};
    case Kind::exact:
      return {"exact", text::kind_exact};
    case Kind::dates:
      return {"dates", text::kind_dates};
    case Kind::group:
      break;
    case Kind::prefix:
      return {"prefix", text::kind_prefix};
    case Kind::similar:
      return {"similar", text::kind_similar};
    case Kind::verbatim:
      return {"verbatim", text::kind_verbatim};
    case Kind::near:
      return {"near", text::kind_near};
    case Kind::ordered:
      return {"ordered", text::kind_ordered};
    case Kind::sentence:
      return {"sentence", text::kind_sentence};
    case Kind::paragraph:
      return {"paragraph", text::kind_paragraph};
    case Kind::frequent:
      return {"frequent", text::kind_frequent};
    case Kind::quorum:
      return {"quorum", text::kind_quorum};
  }
  return {"group", text::kind_group};
}

Name occur_name(Occur occur) {
  switch (occur) {
    case Occur::should:
      return {"should", text::occur_should};
    case Occur::must:
      return {"must", text::occur_must};
    case Occur::must_not:
      return {"must_not", text::occur_must_not};
    case Occur::filter:
      break;
  }
  return {"filter", text::occur_filter};
}

/// Where totals come from, if anywhere, and whose days they are of.
struct Archive {
  const kiosque::Searcher* searcher = nullptr;
  std::string zone = {};
};

/// How many articles a query of this clause alone finds; nothing without an archive.
std::optional<std::size_t> total_of(kiosque::Clause clause, const Archive& archive) {
  if (archive.searcher == nullptr) return {};
  if (clause.occur != Occur::filter) clause.occur = Occur::must;
  kiosque::Query query;
  query.clauses.push_back(std::move(clause));
  return archive.searcher
      ->search(query, {.limit = 0, .suggest = false, .snippet_length = 0, .zone = archive.zone})
      .total;
}

Json clauses_json(const std::vector<kiosque::Clause>& clauses, const Archive& archive) {
  Json list = Json::array();
  for (const kiosque::Clause& clause : clauses) {
    const auto total = total_of(clause, archive);
    list.push_back({{"kind", kind_name(clause.kind).json},
                    {"occur", occur_name(clause.occur).json},
                    {"field", or_null(clause.field)},
                    {"text", or_null(clause.text)},
                    {"from", or_null(clause.dates.from)},
                    {"to", or_null(clause.dates.to)},
                    {"count", clause.count > 0 ? Json(clause.count) : Json()},
                    {"weight", clause.weight},
                    {"begin", clause.begin},
                    {"end", clause.end},
                    {"total", total ? Json(*total) : Json()},
                    {"clauses", clauses_json(clause.clauses, archive)}});
  }
  return list;
}

Json conditions_json(const kiosque::Explanation& why, bool article) {
  Json list = Json::array();
  for (const kiosque::Condition& condition : why.conditions) {
    list.push_back({{"text", condition.text},
                    {"occur", occur_name(condition.occur).json},
                    {"begin", condition.begin},
                    {"end", condition.end},
                    {"articles", condition.articles},
                    {"without", condition.without},
                    {"holds", article ? Json(condition.holds) : Json()}});
  }
  return list;
}

Json article_json(const kiosque::Explanation& why, const std::string& id) {
  Json words = Json::array();
  for (const kiosque::WordShare& word : why.words) {
    words.push_back({{"word", word.word},
                     {"articles", word.articles},
                     {"score", word.score},
                     {"title", word.title},
                     {"lead", word.lead},
                     {"body", word.body}});
  }
  return {{"id", id},
          {"stored", why.stored},
          {"found", why.found},
          {"rank", why.found ? Json(why.rank) : Json()},
          {"score", why.score},
          {"nearness", why.nearness},
          {"words", std::move(words)}};
}

// Why the article is where it is, or is not found.
void print_article(const kiosque::Explanation& why, const std::string& id) {
  if (!why.stored) {
    print(say(text::not_stored, id) + "\n");
    return;
  }
  print("\n");
  if (why.found) {
    print(say(text::ranked, id, why.rank, why.total, why.score) + "\n");
  } else {
    print(say(text::not_among, id) + "\n");
    std::string lines;
    for (const kiosque::Condition& condition : why.conditions) {
      if (condition.holds || condition.occur == Occur::should) continue;
      const Message& reason = condition.occur == Occur::must_not ? text::is_excluded : text::misses;
      lines +=
          "  " +
          say(reason, condition.text, counted(condition.without, text::article, text::articles)) +
          "\n";
    }
    print(lines.empty() ? "  " + std::string(tr(text::has_none)) + "\n" : lines);
  }
  for (const kiosque::WordShare& word : why.words) {
    print(fmt::format("  {} {:6.2f}  {} ({})\n", padded(word.word, 16), word.score,
                      say(text::share_places, word.title, word.lead, word.body),
                      counted(word.articles, text::article, text::articles)));
  }
  if (why.nearness > 1) print("  " + say(text::nearness, why.nearness) + "\n");
}

Json explain_json(const kiosque::Query& query, const kiosque::ParseOptions& options,
                  const Archive& archive) {
  const std::optional<kiosque::DateRange> days = only_dates(query);
  // A date in plain words is told, though it is not applied.
  const kiosque::DateRange range =
      (days ? days : days_named(query.text, options)).value_or(kiosque::DateRange{});
  return {{"understood", kiosque::to_string(query)},
          {"warnings", warnings_json(query.warnings)},
          {"from", or_null(range.from)},
          {"to", or_null(range.to)},
          {"applied", days.has_value()},
          {"interpretations", interpretations_json(query.interpretations)},
          {"clauses", clauses_json(query.clauses, archive)}};
}

std::string clause_text(const kiosque::Clause& clause) {
  if (clause.kind == Kind::dates)
    return (clause.dates.from.empty() ? "…" : clause.dates.from) + " – " +
           (clause.dates.to.empty() ? "…" : clause.dates.to);
  if (clause.count > 0) return std::to_string(clause.count);
  if (!clause.clauses.empty()) return "";
  const std::string text = clause.kind == Kind::phrase ? "« " + clause.text + " »" : clause.text;
  return clause.field.empty() ? text : clause.field + " : " + text;
}

void print_tree(const std::vector<kiosque::Clause>& clauses, const Archive& archive,
                std::size_t depth) {
  const Styles styles = output_styles();
  for (const kiosque::Clause& clause : clauses) {
    const std::string name =
        padded(tr(kind_name(clause.kind).text), clause.kind == Kind::group ? 0 : 12);
    std::string line = fmt::format("{}{}{}{}{}", std::string(2 + 2 * depth, ' '), styles.dim,
                                   clause.kind == Kind::group ? tr(text::kind_group) : name,
                                   styles.reset, fitted(clause_text(clause), 200));
    line += fmt::format("  {}({}){}", styles.dim, tr(occur_name(clause.occur).text), styles.reset);
    if (const auto total = total_of(clause, archive))
      line += "  " + counted(*total, text::article, text::articles);
    print(line + "\n");
    print_tree(clause.clauses, archive, depth + 1);
  }
}

int explain(const Arguments& arguments) {
  std::vector<std::string> words = arguments.words;
  std::optional<kiosque::Searcher> searcher;
  if (words.size() > 1) {
    searcher.emplace(words.front());
    words.erase(words.begin());
  }
  const Archive archive{searcher ? &*searcher : nullptr, arguments.parse.zone};
  // Of two operands the second is an id, if an article has it; else more of the query.
  std::string id;
  if (searcher && words.size() == 2 && searcher->get(words.back())) {
    id = words.back();
    words.pop_back();
  }
  kiosque::ParseOptions parse_options = arguments.parse;
  if (searcher) parse_options.schema = searcher->schema();
  const kiosque::Query query = kiosque::parse(joined(words), parse_options);
  kiosque::Explanation why;
  if (searcher) why = searcher->explain(query, id, {.zone = archive.zone});
  if (arguments.json) {
    Json answer = explain_json(query, arguments.parse, archive);
    answer["total"] = searcher ? Json(why.total) : Json();
    answer["conditions"] = conditions_json(why, why.stored);
    answer["article"] = id.empty() ? Json() : article_json(why, id);
    print_json(answer);
    return done;
  }
  report_warnings(query.warnings, query.text);
  for (const kiosque::Interpretation& interpretation : query.interpretations)
    report(say(text::note, interpretation_text(interpretation)));
  const std::string understood =
      query.clauses.empty() ? tr(text::every_article) : kiosque::to_string(query);
  print(say(text::understood, understood) + "\n");
  print_tree(query.clauses, archive, 0);
  if (why.conditions.size() > 1) {
    print("\n");
    for (const kiosque::Condition& condition : why.conditions) {
      print("  " + padded(condition.text, 24) + " " +
            say(text::without_it, counted(condition.without, text::article, text::articles)) +
            "\n");
    }
  }
  if (!id.empty()) print_article(why, id);
  return done;
}

}  // namespace

void add_explain(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command = add_command(app, "explain", text::explain_about, text::explain_footer);
  add_words(command, "QUERY", arguments->words, text::explain_operands).required();
  add_parse_options(command, arguments->parse);
  add_json_flag(command, arguments->json);
  command.callback([&action, arguments] { action = [arguments] { return explain(*arguments); }; });
}

}  // namespace command
