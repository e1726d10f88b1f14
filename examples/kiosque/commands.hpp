#pragma once
// The commands. Each function declares one; chosen on the command line, it sets `action`.

#include "command_line.hpp"

namespace command {

void add_index(CLI::App& app, Action& action);
void add_clean(CLI::App& app, Action& action);
void add_search(CLI::App& app, Action& action);
void add_suggest(CLI::App& app, Action& action);
void add_bursts(CLI::App& app, Action& action);
void add_related(CLI::App& app, Action& action);
void add_similar(CLI::App& app, Action& action);
void add_batch(CLI::App& app, Action& action);
void add_show(CLI::App& app, Action& action);
void add_delete(CLI::App& app, Action& action);
void add_export(CLI::App& app, Action& action);
void add_compact(CLI::App& app, Action& action);
void add_info(CLI::App& app, Action& action);
void add_explain(CLI::App& app, Action& action);
void add_analyze(CLI::App& app, Action& action);

}  // namespace command
