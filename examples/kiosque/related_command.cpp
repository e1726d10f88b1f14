// kiosque related, kiosque similar: what goes with a result, and with an article.

#include <unistd.h>

#include <algorithm>
#include <kiosque/related.hpp>
#include <memory>
#include <utility>

#include "commands.hpp"
#include "json_output.hpp"
#include "results_view.hpp"
#include "search_options.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"
#include "text_layout.hpp"

namespace command {
namespace {

struct RelatedArguments {
  SearchArguments shared = {};
  kiosque::RelatedOptions related = {};
  std::vector<std::string> words = {};
  bool json = false;
};

struct SimilarArguments {
  SearchArguments shared = {};
  kiosque::SimilarOptions similar = {};
  std::string id = {};
  bool json = false;
};

void print_terms(const Message& title, const std::vector<kiosque::SignificantTerm>& terms) {
  constexpr std::size_t kColumn = 28;
  const Styles styles = output_styles();
  if (terms.empty()) return;
  print(fmt::format("{}{}{}\n", styles.bold, tr(title), styles.reset));
  for (const kiosque::SignificantTerm& term : terms) {
    print(fmt::format("  {} {}{}{}\n", padded(term.text, kColumn), styles.dim,
                      say(text::term_counts, whole(term.count), whole(term.all)), styles.reset));
  }
}

int related(const RelatedArguments& arguments) {
  StopOnSignal stop;
  const std::string text = joined(arguments.words);
  const kiosque::Searcher searcher(arguments.shared.archive);
  const kiosque::Query query = kiosque::parse(text, parse_options(arguments.shared, searcher));
  kiosque::RelatedOptions options = arguments.related;
  options.search = search_options(arguments.shared);
  options.search.stop = stop.token();
  const kiosque::Related related = searcher.related(query, options);
  report_warnings(query.warnings, text);
  if (related.partial) report(tr(text::stopped_search));
  const bool none = related.terms.empty() && related.tags.empty() && related.authors.empty();
  if (arguments.json) {
    print_json({{"query", query.text},
                {"understood", kiosque::to_string(query)},
                {"total", related.total},
                {"articles", related.articles},
                {"partial", related.partial},
                {"took_ms", thousandths(related.took_ms)},
                {"terms", terms_json(related.terms)},
                {"tags", terms_json(related.tags)},
                {"authors", terms_json(related.authors)}});
  } else if (none) {
    report(tr(text::nothing_related));
  } else {
    print(say(text::related_to, whole(related.articles),
              counted(related.total, text::article, text::articles)) +
          "\n");
    print_terms(text::words_title, related.terms);
    print_terms(text::facet_tag, related.tags);
    print_terms(text::facet_author, related.authors);
  }
  if (related.partial) return stopped;
  return none ? nothing_found : done;
}

int similar(const SimilarArguments& arguments) {
  StopOnSignal stop;
  kiosque::SimilarOptions options = arguments.similar;
  options.search = search_options(arguments.shared);
  options.search.stop = stop.token();
  const kiosque::Similar similar =
      kiosque::Searcher(arguments.shared.archive).similar(arguments.id, options);
  if (similar.partial) report(tr(text::stopped_search));
  if (!similar.stored && !similar.partial) {
    report("kiosque: " + say(text::unknown_id, arguments.shared.archive, arguments.id));
    return nothing_found;
  }
  if (arguments.json) {
    Json articles = Json::array();
    for (const kiosque::SimilarArticle& one : similar.articles) {
      Json article = hit_json(one.hit);
      article["words"] = one.words;
      articles.push_back(std::move(article));
    }
    print_json({{"id", arguments.id},
                {"partial", similar.partial},
                {"took_ms", thousandths(similar.took_ms)},
                {"similar", std::move(articles)}});
  } else if (similar.articles.empty()) {
    report(tr(text::no_similar));
  } else {
    std::vector<kiosque::Hit> hits;
    for (const kiosque::SimilarArticle& one : similar.articles) {
      hits.push_back(one.hit);
      for (const std::string& word : one.words)
        hits.back().snippet_text += (hits.back().snippet_text.empty() ? "" : ", ") + word;
    }
    print(hits_text(hits, columns(STDOUT_FILENO), output_styles()));
  }
  if (similar.partial) return stopped;
  return similar.articles.empty() ? nothing_found : done;
}

}  // namespace

void add_related(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<RelatedArguments>();
  CLI::App& command = add_command(app, "related", text::related_about, text::related_footer);
  add_narrowing_options(command, arguments->shared);
  add_words(command, "QUERY", arguments->words, text::query_words).required();
  add_number(command, "--limit", arguments->related.limit, 1, "N", tr(text::terms_option));
  add_number(command, "--articles", arguments->related.articles, 1, "N", tr(text::read_option));
  add_json_flag(command, arguments->json);
  command.callback([&action, arguments] { action = [arguments] { return related(*arguments); }; });
}

void add_similar(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<SimilarArguments>();
  CLI::App& command = add_command(app, "similar", text::similar_about, text::similar_footer);
  add_archive(command, arguments->shared.archive);
  command.add_option("ID", arguments->id, tr(text::article_id))
      ->required()
      ->option_text(tr(text::required));
  add_texts(command, "--filter", arguments->shared.filters, "FIELD=VALUE", text::filter_option);
  add_text(command, "--from", arguments->shared.from, "DATE", text::from_option);
  add_text(command, "--to", arguments->shared.to, "DATE", text::to_option);
  add_parse_options(command, arguments->shared.parse);
  add_number(command, "--limit", arguments->similar.limit, 1, "N",
             say(text::limit_option, arguments->similar.limit));
  add_number(command, "--deadline", arguments->shared.deadline, 0, "MS", tr(text::deadline_option));
  add_json_flag(command, arguments->json);
  command.callback([&action, arguments] { action = [arguments] { return similar(*arguments); }; });
}

}  // namespace command
