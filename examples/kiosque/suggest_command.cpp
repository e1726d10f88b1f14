// kiosque suggest: completions of what is being typed.

#include <unistd.h>

#include <algorithm>
#include <kiosque/search.hpp>
#include <memory>

#include "commands.hpp"
#include "json_output.hpp"
#include "terminal.hpp"
#include "text_layout.hpp"

namespace command {
namespace {

using Kind = kiosque::CompletionKind;

struct Arguments {
  std::string archive = {};
  std::vector<std::string> words = {};
  std::vector<std::string> kinds = {};
  std::size_t limit = 10;
  bool no_typos = false;
  bool json = false;
};

struct Name {
  Kind kind;
  const char* json;
  const Message& text;
};
const Name kNames[] = {
    {Kind::word, "word", text::kind_word},
    {Kind::phrase, "phrase", text::kind_phrase},
    {Kind::tag, "tag", text::facet_tag},
    {Kind::author, "author", text::facet_author},
    {Kind::section, "section", text::facet_section},
    {Kind::source, "source", text::facet_source},
    {Kind::title, "title", text::member_title},
};

const Name& name_of(Kind kind) {
  return *std::find_if(std::begin(kNames), std::end(kNames) - 1,
                       [kind](const Name& name) { return name.kind == kind; });
}

Json completions_json(const std::vector<kiosque::Completion>& completions) {
  Json list = Json::array();
  for (const kiosque::Completion& completion : completions) {
    Json spans = Json::array();
    for (const kiosque::Span& span : completion.spans)
      spans.push_back({{"begin", span.begin}, {"end", span.end}});
    list.push_back({{"text", completion.text},
                    {"kind", name_of(completion.kind).json},
                    {"count", completion.count},
                    {"spans", std::move(spans)},
                    {"corrected", completion.corrected},
                    {"id", or_null(completion.id)}});
  }
  return {{"completions", std::move(list)}};
}

void print_completions(const std::vector<kiosque::Completion>& completions) {
  constexpr std::size_t kMargin = 24;
  const Styles styles = output_styles();
  const std::size_t width = std::max<std::size_t>(columns(STDOUT_FILENO), 2 * kMargin);
  for (const kiosque::Completion& completion : completions) {
    std::string line = fmt::format("{:>8}  {}{}{}  ", whole(completion.count), styles.dim,
                                   padded(tr(name_of(completion.kind).text), 12), styles.reset);
    for (const std::string& part :
         wrapped(completion.text, completion.spans, width - kMargin,
                 {.base = {}, .match = styles.match, .reset = styles.reset})) {
      print(line + part);
      line = "\n" + std::string(kMargin, ' ');
    }
    if (completion.corrected)
      print(fmt::format("  {}({}){}", styles.dim, tr(text::is_corrected), styles.reset));
    print("\n");
  }
}

int suggest(const Arguments& arguments) {
  kiosque::SuggestOptions options{.limit = arguments.limit, .typos = !arguments.no_typos};
  for (const std::string& kind : arguments.kinds) {
    for (const Name& name : kNames)
      if (kind == name.json) options.kinds.push_back(name.kind);
  }
  const kiosque::Searcher searcher(arguments.archive);
  const auto completions = searcher.suggest(joined(arguments.words), options);
  if (arguments.json) {
    print_json(completions_json(completions));
  } else if (completions.empty()) {
    report(tr(text::no_completion));
  } else {
    print_completions(completions);
  }
  return completions.empty() ? nothing_found : done;
}

}  // namespace

void add_suggest(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command = add_command(app, "suggest", text::suggest_about, text::suggest_footer);
  add_archive(command, arguments->archive);
  add_words(command, "PREFIX", arguments->words, text::typed_words).required();
  add_number(command, "--limit", arguments->limit, 1, "N", tr(text::completions_option));
  std::vector<std::string> kinds;
  for (const Name& name : kNames) kinds.emplace_back(name.json);
  add_texts(command, "--kind", arguments->kinds, "K", text::kind_option)
      .check([kinds](const std::string& text) { return choice_error(text, kinds); });
  add_flag(command, "--no-typos", arguments->no_typos, text::no_typos_option);
  add_json_flag(command, arguments->json);
  command.callback([&action, arguments] { action = [arguments] { return suggest(*arguments); }; });
}

}  // namespace command
