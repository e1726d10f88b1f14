// kiosque batch: topics in, a TREC run out.

#include <cmath>
#include <iostream>
#include <limits>
#include <memory>

#include "commands.hpp"
#include "search_options.hpp"
#include "stop_on_signal.hpp"
#include "terminal.hpp"

namespace command {
namespace {

constexpr std::string_view white_space = " \t\r\n\v\f";

struct Topic {
  std::string qid;
  std::string query;
};

/// Throws UsageError with what is wrong with the line.
Topic parsed_topic(const std::string& line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string::npos) throw UsageError(tr(text::no_tab));
  Topic topic{line.substr(0, tab), line.substr(tab + 1)};
  if (topic.qid.empty() || topic.qid.find_first_of(white_space) != std::string::npos)
    throw UsageError(tr(text::bad_qid));
  if (topic.query.find_first_not_of(white_space) == std::string::npos)
    throw UsageError(tr(text::empty_topic));
  return topic;
}

/// The columns of a run are split at white space.
std::string column(const std::string& id) {
  std::string text;
  for (const char c : id)
    text += white_space.find(c) == std::string_view::npos
                ? std::string(1, c)
                : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return text;
}

/// Evaluators ignore the ranks and sort by score, read as a float: where that would not fall, the
/// next float below the one before is written.
double falling(double score, double before) {
  const auto above = static_cast<float>(before);
  if (static_cast<float>(score) < above) return score;
  return std::nextafter(above, -std::numeric_limits<float>::infinity());
}

void print_run(const Topic& topic, const kiosque::Results& results) {
  double before = std::numeric_limits<double>::infinity();
  for (const kiosque::Hit& hit : results.hits) {
    const double score = falling(hit.score, before);
    print(fmt::format("{} Q0 {} {} {:.17g} kiosque\n", topic.qid, column(hit.id), hit.rank, score));
    before = score;
  }
}

int batch(const SearchArguments& arguments) {
  StopOnSignal stop;
  kiosque::SearchOptions options = search_options(arguments);
  options.snippet_length = 0;
  options.suggest = false;  // a run has no place for it
  options.stop = stop.token();
  const kiosque::Searcher searcher(arguments.archive);

  int status = done;
  std::size_t number = 0;
  for (std::string line; output_open() && !stop.requested() && std::getline(std::cin, line);) {
    if (++number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    try {
      const Topic topic = parsed_topic(line);
      const kiosque::Results results =
          searcher.search(kiosque::parse(topic.query, parse_options(arguments, searcher)), options);
      if (results.partial) status = stopped;
      print_run(topic, results);
    } catch (const UsageError& error) {
      report(say(text::bad_topic, number, error.what()));
      if (status == done) status = nothing_found;
    }
  }
  if (stop.requested()) status = stopped;
  if (status == stopped) report(tr(text::stopped_search));
  return status;
}

}  // namespace

void add_batch(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<SearchArguments>();
  arguments->search.limit = 1000;
  CLI::App& command = add_command(app, "batch", text::batch_about, text::batch_footer);
  add_search_options(command, *arguments);
  command.callback([&action, arguments] { action = [arguments] { return batch(*arguments); }; });
}

}  // namespace command
