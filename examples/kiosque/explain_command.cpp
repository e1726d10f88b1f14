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

/// How many articles a query of this clause alone finds; nothing without an archive.
std::optional<std::size_t> total_of(kiosque::Clause clause, const kiosque::Searcher* searcher) {
  if (searcher == nullptr) return {};
  if (clause.occur != Occur::filter) clause.occur = Occur::must;
  kiosque::Query query;
  query.clauses.push_back(std::move(clause));
  return searcher->search(query, {.limit = 0, .snippet_length = 0}).total;
}

Json clauses_json(const std::vector<kiosque::Clause>& clauses, const kiosque::Searcher* searcher) {
  Json list = Json::array();
  for (const kiosque::Clause& clause : clauses) {
    const auto total = total_of(clause, searcher);
    list.push_back({{"kind", kind_name(clause.kind).json},
                    {"occur", occur_name(clause.occur).json},
                    {"field", or_null(clause.field)},
                    {"text", or_null(clause.text)},
                    {"from", or_null(clause.dates.from)},
                    {"to", or_null(clause.dates.to)},
                    {"begin", clause.begin},
                    {"end", clause.end},
                    {"total", total ? Json(*total) : Json()},
                    {"clauses", clauses_json(clause.clauses, searcher)}});
  }
  return list;
}

Json explain_json(const kiosque::Query& query, const kiosque::ParseOptions& options,
                  const kiosque::Searcher* searcher) {
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
          {"clauses", clauses_json(query.clauses, searcher)}};
}

std::string clause_text(const kiosque::Clause& clause) {
  if (clause.kind == Kind::dates)
    return (clause.dates.from.empty() ? "…" : clause.dates.from) + " – " +
           (clause.dates.to.empty() ? "…" : clause.dates.to);
  if (clause.kind == Kind::group) return "";
  const std::string text = clause.kind == Kind::phrase ? "« " + clause.text + " »" : clause.text;
  return clause.field.empty() ? text : clause.field + " : " + text;
}

void print_tree(const std::vector<kiosque::Clause>& clauses, const kiosque::Searcher* searcher,
                std::size_t depth) {
  const Styles styles = output_styles();
  for (const kiosque::Clause& clause : clauses) {
    const std::string name =
        padded(tr(kind_name(clause.kind).text), clause.kind == Kind::group ? 0 : 12);
    std::string line = fmt::format("{}{}{}{}{}", std::string(2 + 2 * depth, ' '), styles.dim,
                                   clause.kind == Kind::group ? tr(text::kind_group) : name,
                                   styles.reset, fitted(clause_text(clause), 200));
    line += fmt::format("  {}({}){}", styles.dim, tr(occur_name(clause.occur).text), styles.reset);
    if (const auto total = total_of(clause, searcher))
      line += "  " + counted(*total, text::article, text::articles);
    print(line + "\n");
    print_tree(clause.clauses, searcher, depth + 1);
  }
}

int explain(const Arguments& arguments) {
  std::vector<std::string> words = arguments.words;
  std::optional<kiosque::Searcher> searcher;
  if (words.size() > 1) {
    searcher.emplace(words.front());
    words.erase(words.begin());
  }
  const kiosque::Searcher* archive = searcher ? &*searcher : nullptr;
  const kiosque::Query query = kiosque::parse(joined(words), arguments.parse);
  if (arguments.json) {
    print_json(explain_json(query, arguments.parse, archive));
    return done;
  }
  for (const kiosque::Warning& warning : query.warnings)
    report(say(text::note, warning_text(warning, query.text)));
  for (const kiosque::Interpretation& interpretation : query.interpretations)
    report(say(text::note, interpretation_text(interpretation)));
  const std::string understood =
      query.clauses.empty() ? tr(text::every_article) : kiosque::to_string(query);
  print(say(text::understood, understood) + "\n");
  print_tree(query.clauses, archive, 0);
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
