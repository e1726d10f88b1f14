#include "json_output.hpp"

#include <unistd.h>

#include <cmath>

#include "field_options.hpp"
#include "terminal.hpp"

namespace command {
namespace {

constexpr auto replace_bad_bytes = Json::error_handler_t::replace;

Json copies_json(const std::vector<kiosque::Copy>& copies) {
  Json json = Json::array();
  for (const kiosque::Copy& copy : copies)
    json.push_back({{"id", copy.id},
                    {"title", or_null(copy.title)},
                    {"published", or_null(copy.published)},
                    {"source", or_null(copy.source)},
                    {"section", or_null(copy.section)},
                    {"url", or_null(copy.url)},
                    {"difference", thousandths(copy.difference)}});
  return json;
}

Json facets_json(const std::vector<kiosque::Facet>& facets) {
  Json json = Json::object();
  for (const kiosque::Facet& facet : facets) {
    Json values = Json::array();
    for (const kiosque::FacetValue& value : facet.values)
      values.push_back(
          {{"value", value.value}, {"count", value.count}, {"selected", value.selected}});
    json[facet.field] = {
        {"values", std::move(values)}, {"distinct", facet.distinct}, {"missing", facet.missing}};
  }
  return json;
}

Json variants_json(const std::vector<kiosque::Variant>& variants) {
  Json json = Json::array();
  for (const kiosque::Variant& variant : variants)
    json.push_back({{"word", variant.word}, {"variant", variant.variant}});
  return json;
}

Json corrections_json(const std::vector<kiosque::Correction>& corrections) {
  Json json = Json::array();
  for (const kiosque::Correction& one : corrections)
    json.push_back({{"word", one.word},
                    {"correction", one.correction},
                    {"begin", one.span.begin},
                    {"end", one.span.end},
                    {"applied", one.applied}});
  return json;
}

Json histogram_json(const kiosque::Histogram& histogram) {
  Json buckets = Json::array();
  for (const kiosque::HistogramBucket& bucket : histogram.buckets)
    buckets.push_back({{"from", bucket.from},
                       {"count", bucket.count},
                       {"all", bucket.all},
                       {"share", bucket.share}});
  return {{"unit", unit_name(histogram.unit)},
          {"buckets", std::move(buckets)},
          {"missing", histogram.missing}};
}

}  // namespace

void print_json(const Json& json) {
  const int indent = is_terminal(STDOUT_FILENO) ? 2 : -1;
  print(json.dump(indent, ' ', false, replace_bad_bytes));
  print("\n");
}

std::string one_line(const Json& json) {
  return json.dump(-1, ' ', false, replace_bad_bytes);
}

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

double thousandths(double number) {
  return std::round(number * 1000) / 1000;
}

Json hit_json(const kiosque::Hit& hit) {
  return {{"rank", hit.rank},
          {"score", hit.score},
          {"id", hit.id},
          {"title", or_null(hit.title)},
          {"snippet", or_null(hit.snippet)},
          {"published", or_null(hit.published)},
          {"section", or_null(hit.section)},
          {"tags", hit.tags},
          {"authors", hit.authors},
          {"source", or_null(hit.source)},
          {"url", or_null(hit.url)},
          {"copies", hit.copies},
          {"copied_by", copies_json(hit.copied_by)},
          {"fields", hit.fields}};
}

const char* unit_name(kiosque::DateUnit unit) {
  switch (unit) {
    case kiosque::DateUnit::year:
      return "year";
    case kiosque::DateUnit::month:
      return "month";
    case kiosque::DateUnit::week:
      return "week";
    case kiosque::DateUnit::day:
      return "day";
    case kiosque::DateUnit::hour:
      break;
  }
  return "hour";
}

Json terms_json(const std::vector<kiosque::SignificantTerm>& terms) {
  Json json = Json::array();
  for (const kiosque::SignificantTerm& term : terms)
    json.push_back(
        {{"text", term.text}, {"count", term.count}, {"all", term.all}, {"score", term.score}});
  return json;
}

Json warnings_json(const std::vector<kiosque::Warning>& warnings) {
  Json json = Json::array();
  for (const kiosque::Warning& warning : warnings)
    json.push_back({{"code", warning.code},
                    {"text", warning.text},
                    {"begin", warning.begin},
                    {"end", warning.end}});
  return json;
}

Json interpretations_json(const std::vector<kiosque::Interpretation>& interpretations) {
  Json json = Json::array();
  for (const kiosque::Interpretation& interpretation : interpretations)
    json.push_back({{"text", interpretation.text},
                    {"from", or_null(interpretation.dates.from)},
                    {"to", or_null(interpretation.dates.to)},
                    {"begin", interpretation.begin},
                    {"end", interpretation.end}});
  return json;
}

Json results_json(const kiosque::Results& results, std::string_view query,
                  std::string_view archive) {
  Json hits = Json::array();
  for (const kiosque::Hit& hit : results.hits) hits.push_back(hit_json(hit));
  Json archives = Json::array();
  archives.push_back({{"path", archive},
                      {"revision", results.revision},
                      {"analyzer", kiosque::analyzer_name()},
                      {"error", nullptr}});
  return {{"schema", 1},
          {"query", query},
          {"understood", results.understood},
          {"warnings", warnings_json(results.warnings)},
          {"interpretations", interpretations_json(results.interpretations)},
          {"total", results.total},
          {"total_exact", !results.partial},
          {"families", results.families ? Json(*results.families) : Json()},
          {"partial", results.partial},
          {"took_ms", thousandths(results.took_ms)},
          {"suggestion", or_null(results.suggestion)},
          {"archives", std::move(archives)},
          {"hits", std::move(hits)},
          {"facets", facets_json(results.facets)},
          {"histogram", results.histogram ? histogram_json(*results.histogram) : Json()},
          {"variants", variants_json(results.variants)},
          {"corrections", corrections_json(results.corrections)}};
}

Json rejected_json(const kiosque::Rejected& rejected) {
  return {{"file", rejected.file},
          {"line", rejected.line == 0 ? Json() : Json(rejected.line)},
          {"code", rejected.code},
          {"reason", rejected.reason},
          {"remedy", or_null(rejected.remedy)},
          {"kept", rejected.kept}};
}

Json info_json(const kiosque::ArchiveInfo& info) {
  Json languages = Json::object();
  for (const auto& [language, articles] : info.languages) languages[language] = articles;
  Json fields = Json::object();
  for (const kiosque::OwnField& field : info.fields.fields)
    fields[field.name] = type_name(field.type);
  return {{"path", info.path},
          {"articles", info.articles},
          {"schema", info.schema},
          {"analyzer", info.analyzer},
          {"fingerprint", info.fingerprint},
          {"revision", info.revision},
          {"first_day", or_null(info.first_day)},
          {"last_day", or_null(info.last_day)},
          {"bytes", info.bytes},
          {"readable", info.readable},
          {"languages", languages},
          {"segments", info.segments},
          {"deleted", info.deleted},
          {"memory", info.memory},
          {"fields", fields}};
}

Json tokens_json(std::string_view text, const std::vector<kiosque::Token>& tokens) {
  Json list = Json::array();
  for (const kiosque::Token& token : tokens)
    list.push_back({{"position", token.position},
                    {"surface", token.surface},
                    {"stem", token.stem},
                    {"begin", token.begin},
                    {"end", token.end},
                    {"text", text.substr(token.begin, token.end - token.begin)},
                    {"exact", or_null(token.exact)},
                    {"alternative", token.alternative}});
  return {{"analyzer", kiosque::analyzer_name()}, {"tokens", std::move(list)}};
}

std::string joined_objects(std::string first, std::string_view second) {
  first.back() = ',';
  first += second.substr(1);
  return first;
}

std::string record_json(const kiosque::Record& record) {
  Json where = {{"file", record.file}};
  if (record.entry != 0) where["entry"] = record.entry;
  return joined_objects(one_line(where), kiosque::to_json(record.article));
}

}  // namespace command
