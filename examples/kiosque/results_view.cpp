#include "results_view.hpp"

#include <algorithm>
#include <cmath>

#include "charts.hpp"
#include "locale.hpp"
#include "terminal.hpp"
#include "text_layout.hpp"

namespace command {
namespace {

/// "12 articles (1,9 ms)"
std::string header(const kiosque::Results& results, const Styles& styles) {
  std::string total = results.total == 0 ? tr(text::no_article)
                                         : counted(results.total, text::article, text::articles);
  if (results.partial) total = say(text::at_least, total);
  if (results.families && *results.families != results.total)
    total += " " + counted(*results.families, text::in_family, text::in_families);
  return fmt::format("{}{}{} {}({}){}\n", styles.bold, total, styles.reset, styles.dim,
                     say(text::milliseconds, decimal(results.took_ms, 1)), styles.reset);
}

std::string origin(const kiosque::Hit& hit) {
  std::string line;
  for (const std::string& part : {hit.source, hit.section, written_date(hit.published), hit.id}) {
    if (part.empty()) continue;
    if (!line.empty()) line += " · ";
    line += part;
  }
  return line;
}

/// "repris par 2 titres", then a line for each: "Le Soir · 24 avril 2022 (3 % de différence)".
std::vector<std::string> copied_by(const kiosque::Hit& hit) {
  std::vector<std::string> lines;
  if (hit.copies == 0) return lines;
  lines.push_back(counted(hit.copies, text::copied_by_one, text::copied_by_many));
  for (const kiosque::Copy& copy : hit.copied_by) {
    std::string line;
    for (const std::string& part :
         {copy.source, copy.section, written_date(copy.published),
          copy.title == hit.title ? std::string() : copy.title, copy.id}) {
      if (part.empty()) continue;
      line += (line.empty() ? "" : " · ") + part;
    }
    const auto percent = static_cast<std::size_t>(std::ceil(copy.difference * 100));
    lines.push_back(
        fmt::format("  {} ({})", line,
                    percent == 0 ? tr(text::same_text) : say(text::differs_by, whole(percent))));
  }
  if (hit.copies > hit.copied_by.size()) lines.back() += " …";
  return lines;
}

std::string hit_text(const kiosque::Hit& hit, std::size_t margin, std::size_t width,
                     const Styles& styles) {
  const std::string indent(margin, ' ');
  const std::size_t room = width - margin;
  std::string text = fmt::format("\n{:>{}}. ", hit.rank, margin - 2);

  auto title = wrapped(hit.title, hit.title_spans, room,
                       {.base = styles.bold, .match = styles.title_match, .reset = styles.reset});
  if (title.empty())
    title.push_back(fmt::format("{}{}{}", styles.dim, tr(text::untitled), styles.reset));
  for (const std::string& line : title)
    text += (&line == &title.front() ? "" : indent) + line + "\n";

  for (const std::string& line :
       wrapped(origin(hit), {}, room, {.base = styles.dim, .match = {}, .reset = styles.reset}))
    text += indent + line + "\n";
  for (const std::string& line :
       wrapped(hit.snippet_text, hit.snippet_spans, room,
               {.base = {}, .match = styles.match, .reset = styles.reset}))
    text += indent + line + "\n";
  for (const std::string& paragraph : copied_by(hit)) {
    for (const std::string& line :
         wrapped(paragraph, {}, room, {.base = styles.dim, .match = {}, .reset = styles.reset}))
      text += indent + line + "\n";
  }
  return text;
}

}  // namespace

std::string hits_text(const std::vector<kiosque::Hit>& hits, std::size_t width,
                      const Styles& styles) {
  std::string text;
  const std::size_t last_rank = hits.empty() ? 1 : hits.back().rank;
  const std::size_t margin = std::to_string(last_rank).size() + 2 + (last_rank < 10 ? 1 : 0);
  for (const kiosque::Hit& hit : hits) text += hit_text(hit, margin, width, styles);
  return text;
}

std::string results_text(const kiosque::Results& results, std::size_t width, const Styles& styles) {
  std::string text = header(results, styles);
  if (!results.suggestion.empty() && corrected_text(results.corrections).empty())
    text += say(text::try_instead, results.suggestion) + "\n";
  text += hits_text(results.hits, width, styles);

  const auto add = [&](const std::vector<std::string>& lines) {
    if (!lines.empty()) text += "\n";
    for (const std::string& line : lines) text += line + "\n";
  };
  add(facet_lines(results.facets, width, styles));
  if (results.histogram) add(timeline_lines(*results.histogram, width, styles));
  return text;
}

std::string warning_text(const kiosque::Warning& warning, std::string_view query) {
  for (const auto& [code, message] : text::warnings) {
    if (warning.code == code) {
      return say(message, query.substr(warning.begin, warning.end - warning.begin));
    }
  }
  return warning.text;
}

void report_warnings(const std::vector<kiosque::Warning>& warnings, std::string_view query) {
  for (const kiosque::Warning& warning : warnings)
    report(say(text::note, warning_text(warning, query)));
}

std::string interpretation_text(const kiosque::Interpretation& interpretation) {
  const auto& [from, to] = interpretation.dates;
  return say(text::date_offered, interpretation.text, from == to ? from : from + ".." + to);
}

std::string variants_text(const std::vector<kiosque::Variant>& variants) {
  std::string text;
  for (const kiosque::Variant& variant : variants) {
    if (!text.empty()) text += ", ";
    text += variant.variant;
  }
  return text;
}

std::string corrected_text(const std::vector<kiosque::Correction>& corrections) {
  std::string text;
  for (const kiosque::Correction& one : corrections) {
    if (!one.applied) continue;
    if (!text.empty()) text += ", ";
    text += one.correction;
  }
  return text;
}

}  // namespace command
