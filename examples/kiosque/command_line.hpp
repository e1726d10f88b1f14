#pragma once
// What the commands share in declaring their arguments with CLI11.

#include <CLI/CLI.hpp>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "locale.hpp"
#include "status.hpp"

namespace command {

/// What was asked for, run once the whole command line is read; gives the exit status.
using Action = std::function<int()>;

/// The arguments without the program's name. Operands that CLI11 would take for something else
/// (after `--`, or like "[a,b]") are marked; unmark_operands() lets the commands see them as typed.
std::vector<std::string> marked_operands(int argc, const char* const* argv);
void unmark_operands(CLI::App& app);

/// A subcommand; `footer` ends its help with an example.
CLI::App& add_command(CLI::App& app, const std::string& name, const Message& about,
                      const Message& footer);

CLI::Option& add_archive(CLI::App& app, std::string& archive);
CLI::Option& add_words(CLI::App& app, const std::string& name, std::vector<std::string>& words,
                       const Message& about);

/// An option with a text, shown in the help as `form`.
CLI::Option& add_text(CLI::App& app, const std::string& name, std::string& value,
                      const std::string& form, const Message& about);
/// One that may be given several times, each time with one text.
CLI::Option& add_texts(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                       const std::string& form, const Message& about);
/// A whole number of at least `least`.
CLI::Option& add_number(CLI::App& app, const std::string& name, std::size_t& value,
                        std::size_t least, const std::string& form, const std::string& about);
void add_flag(CLI::App& app, const std::string& name, bool& value, const Message& about);
void add_json_flag(CLI::App& app, bool& json);

/// Refuses what is no whole number of at least `least`; the message is the user's.
std::string number_error(const std::string& text, std::size_t least);
std::string choice_error(const std::string& text, const std::vector<std::string>& names);

template <class T>
using Choices = std::vector<std::pair<std::string, T>>;

/// An option whose value is one of a few names; `Value` takes a T (a T, or an optional of it).
template <class T, class Value>
CLI::Option& add_choice(CLI::App& app, const std::string& name, Value& value,
                        const Choices<T>& choices, const Message& about) {
  std::vector<std::string> names;
  for (const auto& [choice, meaning] : choices) names.push_back(choice);
  const auto take = [&value, choices](const std::string& text) {
    for (const auto& [choice, meaning] : choices)
      if (choice == text) value = meaning;
  };
  CLI::Option& option = *app.add_option_function<std::string>(name, take, tr(about));
  option.check([names](const std::string& text) { return choice_error(text, names); });
  option.option_text(CLI::detail::join(names, "|"));
  return option;
}

std::string joined(const std::vector<std::string>& words);

/// What is wrong with the arguments, in the user's language.
std::string usage_message(const CLI::ParseError& error);

}  // namespace command
