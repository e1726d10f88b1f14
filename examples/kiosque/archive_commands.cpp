// kiosque show, delete, compact, info: what an archive holds.

#include <unistd.h>

#include <kiosque/search.hpp>
#include <kiosque/writer.hpp>
#include <memory>
#include <unordered_map>

#include "commands.hpp"
#include "field_options.hpp"
#include "json_output.hpp"
#include "terminal.hpp"
#include "text_layout.hpp"

namespace command {
namespace {

struct Arguments {
  std::string archive = {};
  std::vector<std::string> ids = {};
  std::string id = {};
  bool json = false;
};

void report_unknown(const std::string& archive, const std::string& id) {
  complain(say(text::unknown_id, archive, id));
}

int show(const Arguments& arguments) {
  const std::optional<kiosque::Article> article = kiosque::get(arguments.archive, arguments.id);
  if (!article) {
    report_unknown(arguments.archive, arguments.id);
    return nothing_found;
  }
  print_json(Json::parse(kiosque::to_json(*article)));
  return done;
}

int remove(const Arguments& arguments) {
  // A Writer would make an archive where there is none.
  (void)kiosque::get(arguments.archive, arguments.ids.front());
  kiosque::Writer writer(arguments.archive);
  std::size_t removed = 0;
  for (const std::string& id : arguments.ids) {
    if (writer.remove(id)) {
      ++removed;
    } else {
      report_unknown(arguments.archive, id);
    }
  }
  writer.commit();
  report(counted(removed, text::deleted, text::deleted_many));
  return removed == arguments.ids.size() ? done : nothing_found;
}

int compact(const Arguments& arguments) {
  const auto before = kiosque::info(arguments.archive);
  kiosque::Writer writer(arguments.archive);
  writer.compact();
  report(say(text::compacted, file_size(kiosque::info(arguments.archive).bytes),
             file_size(before.bytes)));
  return done;
}

void print_fact(const Message& name, const std::string& fact) {
  if (!fact.empty()) print(padded(tr(name), 12) + fact + "\n");
}

int info(const Arguments& arguments) {
  const kiosque::ArchiveInfo archive = kiosque::info(arguments.archive);
  if (arguments.json) {
    print_json(info_json(archive));
    return done;
  }
  print_fact(text::info_path, archive.path);
  print_fact(text::info_articles, whole(archive.articles));
  if (!archive.first_day.empty())
    print_fact(text::info_days,
               written_date(archive.first_day) + " – " + written_date(archive.last_day));
  std::string languages;
  for (const auto& [language, articles] : archive.languages) {
    languages += (languages.empty() ? "" : ", ") + language + " " + whole(articles);
  }
  if (!languages.empty()) print_fact(text::info_languages, languages);
  print_fact(text::info_fields, schema_text(archive.fields));
  print_fact(text::info_size, file_size(archive.bytes));
  const std::string segments = whole(archive.segments);
  print_fact(text::info_segments, archive.deleted == 0
                                      ? segments
                                      : say(text::info_deleted, segments, whole(archive.deleted)));
  if (archive.memory > 0)
    print_fact(text::info_memory, say(text::info_memory_use, file_size(archive.memory)));
  print_fact(text::info_schema, archive.schema);
  print_fact(text::info_analyzer, fmt::format("{} ({})", archive.analyzer, archive.fingerprint));
  print_fact(text::info_revision, archive.revision);
  if (!archive.readable) report(say(text::note, tr(text::info_unreadable)));
  return done;
}

/// Declares a command that begins with the archive.
CLI::App& add(CLI::App& app, const std::string& name, const Message& about, const Message& footer,
              const std::shared_ptr<Arguments>& arguments, Action& action,
              int (*run)(const Arguments&)) {
  CLI::App& command = add_command(app, name, about, footer);
  add_archive(command, arguments->archive);
  command.callback(
      [&action, arguments, run] { action = [arguments, run] { return run(*arguments); }; });
  return command;
}

}  // namespace

void add_show(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command =
      add(app, "show", text::show_about, text::show_footer, arguments, action, show);
  add_text(command, "ID", arguments->id, tr(text::required), text::article_id).required();
}

void add_delete(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command =
      add(app, "delete", text::delete_about, text::delete_footer, arguments, action, remove);
  add_words(command, "ID", arguments->ids, text::article_ids).required();
}

void add_compact(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  add(app, "compact", text::compact_about, text::compact_footer, arguments, action, compact);
}

void add_info(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App& command =
      add(app, "info", text::info_about, text::info_footer, arguments, action, info);
  add_json_flag(command, arguments->json);
}

}  // namespace command
