// kiosque analyze: the terms of a text.

#include <algorithm>
#include <iostream>
#include <iterator>
#include <kiosque/analyzer.hpp>
#include <memory>

#include "commands.hpp"
#include "json_output.hpp"
#include "terminal.hpp"
#include "text_layout.hpp"

namespace command {
namespace {

struct Arguments {
  std::vector<std::string> words = {};
  bool json = false;
};

/// The widest entry of a column, its title included, up to a bound.
template <class Entry>
std::size_t column_width(const std::vector<kiosque::Token>& tokens, const Message& title,
                         Entry entry) {
  constexpr std::size_t widest = 32;
  std::size_t width = display_width(tr(title));
  for (const kiosque::Token& token : tokens) width = std::max(width, display_width(entry(token)));
  return std::min(width, widest);
}

void print_table(std::string_view text, const std::vector<kiosque::Token>& tokens) {
  const auto surface = [](const kiosque::Token& token) { return token.surface; };
  const auto stem = [](const kiosque::Token& token) { return token.stem; };
  const auto exact = [](const kiosque::Token& token) { return token.exact; };
  const auto bytes = [](const kiosque::Token& token) {
    return fmt::format("{}–{}", token.begin, token.end);
  };
  const std::size_t surface_width = column_width(tokens, text::column_surface, surface);
  const std::size_t stem_width = column_width(tokens, text::column_stem, stem);
  const std::size_t exact_width = column_width(tokens, text::column_exact, exact);
  const std::size_t bytes_width = column_width(tokens, text::column_bytes, bytes);
  const Styles styles = output_styles();
  print(fmt::format(
      "{}{:>5}  {}  {}  {}  {}  {}{}\n", styles.bold, "#",
      padded(tr(text::column_surface), surface_width), padded(tr(text::column_stem), stem_width),
      padded(tr(text::column_exact), exact_width), padded(tr(text::column_bytes), bytes_width),
      tr(text::column_text), styles.reset));
  for (const kiosque::Token& token : tokens)
    print(fmt::format("{:>5}  {}  {}  {}  {}  {}\n",
                      token.alternative ? "=" : std::to_string(token.position),
                      padded(token.surface, surface_width), padded(token.stem, stem_width),
                      padded(token.exact, exact_width), padded(bytes(token), bytes_width),
                      fitted(text.substr(token.begin, token.end - token.begin), 40)));
}

int analyze(const Arguments& arguments) {
  std::string text = joined(arguments.words);
  if (text == "-") text.assign(std::istreambuf_iterator<char>(std::cin), {});
  const std::vector<kiosque::Token> tokens = kiosque::analyze(text);
  if (arguments.json) {
    print_json(tokens_json(text, tokens));
  } else {
    print_table(text, tokens);
  }
  return done;
}

}  // namespace

void add_analyze(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command = add_command(app, "analyze", text::analyze_about, text::analyze_footer);
  add_words(command, "TEXT", arguments->words, text::analyze_text).required();
  add_json_flag(command, arguments->json);
  command.callback([&action, arguments] { action = [arguments] { return analyze(*arguments); }; });
}

}  // namespace command
