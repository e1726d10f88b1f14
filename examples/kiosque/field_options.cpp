#include "field_options.hpp"

#include <array>
#include <optional>
#include <utility>

#include "terminal.hpp"

namespace command {
namespace {

constexpr std::array<std::pair<const char*, kiosque::FieldType>, 3> types{
    {{"keyword", kiosque::FieldType::keyword},
     {"number", kiosque::FieldType::number},
     {"date", kiosque::FieldType::date}}};

constexpr std::array<std::pair<const char*, kiosque::DateUnit>, 3> units{
    {{"year", kiosque::DateUnit::year},
     {"month", kiosque::DateUnit::month},
     {"day", kiosque::DateUnit::day}}};

std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string::npos;
       end = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

// The last of the texts that is for the field, or for every one.
std::optional<std::string> text_for(const std::string& field,
                                    const std::vector<std::string>& texts) {
  std::optional<std::string> found;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
      found = text;
    } else if (text.compare(0, equals, field) == 0) {
      found = text.substr(equals + 1);
    }
  }
  return found;
}

kiosque::FacetRequest parsed_facet(const std::string& text) {
  const std::vector<std::string> parts = parts_of(text, ':');
  kiosque::FacetRequest request{.field = parts.front()};
  if (request.field.empty()) throw UsageError(say(text::bad_facet, text));
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string& part = parts[i];
    bool known = false;
    for (const auto& [name, unit] : units) {
      if (part != name) continue;
      request.unit = unit;
      known = true;
    }
    if (known) continue;
    if (part.find("..") != std::string::npos) {
      request.ranges = parts_of(part, ',');
    } else if (number_error(part, 1).empty()) {
      request.limit = std::stoul(part);
    } else {
      throw UsageError(say(text::bad_facet, text));
    }
  }
  return request;
}

}  // namespace

void add_facet_options(CLI::App& app, FacetArguments& arguments) {
  add_texts(app, "--facet", arguments.facets, "FIELD[:N]", text::facet_option);
  add_choice<kiosque::FacetOrder>(
      app, "--facet-order", arguments.order,
      {{"count", kiosque::FacetOrder::count}, {"value", kiosque::FacetOrder::value}},
      text::facet_order_option);
  const auto collect = [&app](const char* name, std::vector<std::string>& texts,
                              const Message& about) {
    // A text may be empty, which a list of them would not take.
    const auto take = [&texts](const std::string& text) { texts.push_back(text); };
    app.add_option_function<std::string>(name, take, tr(about))
        ->trigger_on_parse()
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
        ->option_text("[FIELD=]TEXT");
  };
  collect("--facet-prefix", arguments.prefixes, text::facet_prefix_option);
  collect("--facet-parent", arguments.parents, text::facet_parent_option);
}

std::vector<kiosque::FacetRequest> facet_requests(const FacetArguments& arguments) {
  std::vector<kiosque::FacetRequest> requests;
  for (const std::string& facet : arguments.facets) {
    kiosque::FacetRequest request = parsed_facet(facet);
    request.order = arguments.order;
    request.prefix = text_for(request.field, arguments.prefixes).value_or("");
    request.parent = text_for(request.field, arguments.parents);
    requests.push_back(std::move(request));
  }
  return requests;
}

void add_sort_option(CLI::App& app, std::string& sort) {
  add_text(app, "--sort", sort, "ORDER", text::sort_option);
}

void apply_sort(const std::string& sort, kiosque::SearchOptions& options) {
  if (sort.empty() || sort == "relevance") return;
  if (sort == "newest" || sort == "oldest") {
    options.sort = sort == "newest" ? kiosque::Sort::newest : kiosque::Sort::oldest;
    return;
  }
  const std::vector<std::string> parts = parts_of(sort, ':');
  const bool falling = parts.size() == 2 && parts[1] == "desc";
  if (parts.front().empty() || (parts.size() > 1 && !falling))
    throw UsageError(say(text::bad_sort, sort));
  options.sort_by = kiosque::FieldSort{
      .field = parts.front(),
      .direction = falling ? kiosque::Direction::falling : kiosque::Direction::rising};
}

void add_field_option(CLI::App& app, std::vector<std::string>& fields) {
  add_texts(app, "--field", fields, "NAME:TYPE", text::field_option);
}

kiosque::Schema schema_of(const std::vector<std::string>& fields) {
  kiosque::Schema schema;
  for (const std::string& field : fields) {
    const std::vector<std::string> parts = parts_of(field, ':');
    std::optional<kiosque::FieldType> type;
    for (const auto& [name, known] : types) {
      if (parts.size() == 2 && parts[1] == name) type = known;
    }
    if (!type) throw UsageError(say(text::bad_field, field));
    schema.fields.push_back({.name = parts[0], .type = *type});
  }
  return schema;
}

std::string schema_text(const kiosque::Schema& schema) {
  std::string text;
  for (const kiosque::OwnField& field : schema.fields)
    text += (text.empty() ? "" : ", ") + field.name + " (" + type_name(field.type) + ")";
  return text;
}

const char* type_name(kiosque::FieldType type) {
  for (const auto& [name, known] : types)
    if (known == type) return name;
  return "";
}

}  // namespace command
