#include "command_line.hpp"

#include <charconv>
#include <string_view>

namespace command {
namespace {

// No argument begins with this control character in earnest; one that does is marked as well.
constexpr char mark = '\x1f';

std::string unmarked(std::string text) {
  if (text.starts_with(mark)) text.erase(0, 1);
  return text;
}

bool misleads(std::string_view argument) {
  return argument.starts_with(mark) || argument == "++" || argument == "{}" ||
         (argument.starts_with('[') && argument.ends_with(']'));
}

template <class Kind>
bool is(const CLI::ParseError& error) {
  return dynamic_cast<const Kind*>(&error) != nullptr;
}

}  // namespace

std::vector<std::string> marked_operands(int argc, const char* const* argv) {
  std::vector<std::string> arguments;
  bool options_ended = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (!options_ended && argument == "--") {
      options_ended = true;
    } else if (options_ended || misleads(argument)) {
      arguments.push_back(mark + std::string(argument));
    } else {
      arguments.emplace_back(argument);
    }
  }
  return arguments;
}

void unmark_operands(CLI::App& app) {
  for (CLI::App* subcommand : app.get_subcommands({}))
    for (CLI::Option* option : subcommand->get_options())
      if (option->get_type_size() != 0) option->transform(unmarked);
}

CLI::App& add_command(CLI::App& app, const std::string& name, const Message& about,
                      const Message& footer) {
  CLI::App& subcommand = *app.add_subcommand(name, tr(about));
  subcommand.group(tr(text::commands));
  subcommand.footer(tr(footer));
  return subcommand;
}

CLI::Option& add_archive(CLI::App& app, std::string& archive) {
  return *app.add_option("ARCHIVE", archive, tr(text::archive))
              ->required()
              ->option_text(tr(text::required));
}

CLI::Option& add_words(CLI::App& app, const std::string& name, std::vector<std::string>& words,
                       const Message& about) {
  return *app.add_option(name, words, tr(about))->option_text("...");
}

CLI::Option& add_text(CLI::App& app, const std::string& name, std::string& value,
                      const std::string& form, const Message& about) {
  return *app.add_option(name, value, tr(about))->option_text(form);
}

CLI::Option& add_texts(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                       const std::string& form, const Message& about) {
  return *app.add_option(name, values, tr(about))
              ->allow_extra_args(false)
              ->option_text(form + " ...");
}

CLI::Option& add_number(CLI::App& app, const std::string& name, std::size_t& value,
                        std::size_t least, const std::string& form, const std::string& about) {
  return *app.add_option(name, value, about)
              ->check([least](const std::string& text) { return number_error(text, least); })
              ->option_text(form);
}

void add_flag(CLI::App& app, const std::string& name, bool& value, const Message& about) {
  app.add_flag(name, value, tr(about));
}

void add_json_flag(CLI::App& app, bool& json) {
  app.add_flag("--json", json, tr(text::json_option));
}

std::string number_error(const std::string& text, std::size_t least) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool good = error == std::errc() && stop == end && number >= least;
  return good ? "" : say(text::not_a_number, text, least);
}

std::string choice_error(const std::string& text, const std::vector<std::string>& names) {
  for (const std::string& name : names)
    if (name == text) return "";
  return say(text::not_a_choice, text, CLI::detail::join(names, ", "));
}

std::string joined(const std::vector<std::string>& words) {
  return CLI::detail::join(words, " ");
}

std::string usage_message(const CLI::ParseError& error) {
  const std::string what = error.what();
  const auto before = [&what](std::string_view end) { return what.substr(0, what.find(end)); };
  const auto after = [&what](std::string_view begin) {
    const std::size_t at = what.find(begin);
    return at == std::string::npos ? what : what.substr(at + begin.size());
  };
  if (is<CLI::RequiredError>(error)) return say(text::is_missing, before(" is required"));
  if (is<CLI::ExcludesError>(error))
    return say(text::excludes, before(" excludes "), after(" excludes "));
  if (is<CLI::ArgumentMismatch>(error)) return say(text::needs_one_value, before(":"));
  if (is<CLI::ExtrasError>(error)) {
    const std::string extra = after("expected: ");
    std::string message = say(text::unexpected, extra);
    if (extra.starts_with('-')) message += std::string("\n") + tr(text::dashes_hint);
    return message;
  }
  return what;
}

}  // namespace command
