// kiosque export: a whole archive, or what a query finds, as a file for other programs.

#include <kiosque/reading_list.hpp>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "commands.hpp"
#include "json_output.hpp"
#include "results_view.hpp"
#include "search_options.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace command {
namespace {

struct Arguments {
  SearchArguments shared = {};
  std::vector<std::string> words = {};
  kiosque::ReadingListOptions list = {};
};

/// Whether anything narrows, orders or cuts the list.
bool is_search(const Arguments& arguments) {
  const SearchArguments& shared = arguments.shared;
  return !arguments.words.empty() || !shared.filters.empty() || !shared.from.empty() ||
         !shared.to.empty() || !shared.sort.empty() || shared.search.collapse ||
         shared.search.limit != kiosque::kEveryArticle || shared.search.offset != 0;
}

/// The question that a list answers: the query as it was read, then the options that take part in
/// the answer, in an order of their own.
std::string question_text(const std::string& understood, const SearchArguments& arguments,
                          const kiosque::SearchOptions& options) {
  std::string text = understood;
  const auto add = [&text](const std::string& option) {
    text += (text.empty() ? "" : " ") + option;
  };
  for (const kiosque::Filter& filter : options.filters)
    add(fmt::format("--filter \"{}={}\"", filter.field, filter.value));
  if (!options.dates.from.empty()) add("--from " + options.dates.from);
  if (!options.dates.to.empty()) add("--to " + options.dates.to);
  if (options.sort == kiosque::Sort::newest) add("--sort newest");
  if (options.sort == kiosque::Sort::oldest) add("--sort oldest");
  if (options.sort_by) {
    const bool falling = options.sort_by->direction == kiosque::Direction::falling;
    add("--sort " + options.sort_by->field + (falling ? ":desc" : ""));
  }
  if (options.collapse) add("--collapse");
  if (options.limit != kiosque::kEveryArticle) add(fmt::format("--limit {}", options.limit));
  if (options.offset != 0) add(fmt::format("--offset {}", options.offset));
  if (options.match == kiosque::Match::all) add("--match all");
  if (options.strict) add("--strict");
  if (options.expand) add("--expand");
  if (options.correct) add("--correct");
  if (arguments.no_variants) add("--no-variants");
  if (arguments.half_life != 0) add(fmt::format("--half-life {}", arguments.half_life));
  if (arguments.half_life != 0 && !options.today.empty()) add("--today " + options.today);
  return text;
}

/// By id, of the articles that have copies: that of the family's first. Only JSON lines tell it.
using Families = std::unordered_map<std::string, std::string>;

Families families_of(const kiosque::Searcher& searcher, const kiosque::ReadingListOptions& list) {
  Families families;
  if (list.format != kiosque::ListFormat::jsonl) return families;
  for (const auto& family : searcher.families()) {
    for (const std::string& id : family) families.emplace(id, family.front());
  }
  return families;
}

/// Prints until a signal comes or standard output takes no more; nothing where the archive cannot
/// be read.
class Listing {
 public:
  Listing(kiosque::ReadingListOptions options, Families families, StopOnSignal& stop)
      : list_(std::move(options)), families_(std::move(families)), stop_(stop) {}

  bool add(const kiosque::Article& article) {
    begin();
    std::string text = list_.add(article);
    if (const auto first = families_.find(article.id); first != families_.end()) {
      text.pop_back();  // the end of the line
      text = joined_objects(std::move(text), one_line({{"family", first->second}})) + '\n';
    }
    print(text);
    ++count_;
    return output_open() && !stop_.requested();
  }
  void end() {
    begin();
    print(list_.end());
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  void begin() {
    if (count_ == 0) print(list_.begin());
  }

  kiosque::ReadingList list_;
  Families families_;
  StopOnSignal& stop_;
  std::size_t count_ = 0;
};

int export_archive(const Arguments& arguments) {
  StopOnSignal stop;
  const std::string& archive = arguments.shared.archive;
  Families families;
  // An archive of another version has none.
  if (kiosque::info(archive).readable)
    families = families_of(kiosque::Searcher(archive), arguments.list);
  Listing listing(arguments.list, std::move(families), stop);
  kiosque::for_each(archive, [&](const kiosque::Article& article) { return listing.add(article); });
  listing.end();
  return stop.requested() ? stopped : done;
}

int export_search(const Arguments& arguments) {
  StopOnSignal stop;
  const std::string typed = joined(arguments.words);
  const kiosque::Searcher searcher(arguments.shared.archive);
  const kiosque::Query query = kiosque::parse(typed, parse_options(arguments.shared, searcher));
  kiosque::SearchOptions options = search_options(arguments.shared);
  options.stop = stop.token();
  options.suggest = false;

  // What each article is to say of the list has to be known before the first one comes; the
  // searcher sees the same revision both times.
  kiosque::SearchOptions none = options;
  none.limit = 0;
  const kiosque::Results ahead = searcher.search(query, none);
  report_warnings(ahead.warnings, typed);
  if (const std::string corrected = corrected_text(ahead.corrections); !corrected.empty())
    report(say(text::note, say(text::corrected, corrected)));
  const std::string question = question_text(ahead.understood, arguments.shared, options);

  kiosque::ReadingListOptions list = arguments.list;
  list.note = fmt::format("Kiosque {}: {}", ahead.revision, question);
  Families families = families_of(searcher, list);
  Listing listing(std::move(list), std::move(families), stop);
  const kiosque::Results results = searcher.for_each(
      query, options, [&](const kiosque::Article& article) { return listing.add(article); });
  listing.end();
  const bool partial = ahead.partial || results.partial || stop.requested();
  if (partial) report(tr(text::stopped_search));
  if (output_open())
    report(say(text::exported, counted(listing.count(), text::article, text::articles),
               ahead.revision, question));
  if (partial) return stopped;
  return listing.count() == 0 ? nothing_found : done;
}

int export_articles(const Arguments& arguments) {
  return is_search(arguments) ? export_search(arguments) : export_archive(arguments);
}

}  // namespace

void add_export(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  arguments->shared.search.limit = kiosque::kEveryArticle;
  CLI::App& command = add_command(app, "export", text::export_about, text::export_footer);
  add_search_options(command, arguments->shared);
  add_words(command, "QUERY", arguments->words, text::query_words);
  add_choice<kiosque::ListFormat>(command, "--format", arguments->list.format,
                                  {{"jsonl", kiosque::ListFormat::jsonl},
                                   {"csv", kiosque::ListFormat::csv},
                                   {"ris", kiosque::ListFormat::ris},
                                   {"csl", kiosque::ListFormat::csl}},
                                  text::list_format_option);
  add_flag(command, "--body", arguments->list.body, text::body_option);
  command.callback(
      [&action, arguments] { action = [arguments] { return export_articles(*arguments); }; });
}

}  // namespace command
