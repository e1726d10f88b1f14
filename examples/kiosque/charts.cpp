#include "charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "locale.hpp"
#include "text_layout.hpp"

namespace command {
namespace {

constexpr std::size_t label_columns = 22;
constexpr std::size_t bar_columns = 8;
constexpr std::size_t gap = 3;

std::string repeated(std::string_view piece, std::size_t times) {
  std::string line;
  for (std::size_t i = 0; i < times; ++i) line += piece;
  return line;
}

std::string facet_title(const std::string& field) {
  constexpr std::array<std::pair<std::string_view, const Message*>, 8> titles{
      {{"section", &text::facet_section},
       {"tag", &text::facet_tag},
       {"author", &text::facet_author},
       {"source", &text::facet_source},
       {"language", &text::facet_language},
       {"year", &text::facet_year},
       {"month", &text::facet_month},
       {"day", &text::facet_day}}};
  for (const auto& [name, title] : titles)
    if (name == field) return tr(*title);
  return field;
}

/// The lines of one facet, all of the same width.
struct Block {
  std::vector<std::string> lines;
  std::size_t width = 0;
};

Block facet_block(const kiosque::Facet& facet, const Styles& styles) {
  const std::size_t unlisted = facet.distinct - std::min(facet.distinct, facet.values.size());
  const std::string more = counted(unlisted, text::more_value, text::more_values);
  std::size_t highest = 0;
  std::size_t label = display_width(facet_title(facet.field));
  std::size_t digits = display_width(whole(facet.missing));
  if (unlisted > 0) label = std::max(label, display_width(more));
  if (facet.missing > 0) label = std::max(label, display_width(tr(text::none_of_these)));
  for (const auto& value : facet.values) {
    highest = std::max(highest, value.count);
    label = std::max(label, display_width(value.value) + (value.selected ? 2 : 0));
    digits = std::max(digits, display_width(whole(value.count)));
  }
  label = std::min(label, label_columns);

  Block block;
  block.width = label + 1 + digits + 1 + bar_columns;
  const auto add = [&](std::string_view name, std::string_view count, std::string_view chart,
                       std::string_view style) {
    block.lines.push_back(fmt::format("{}{}{} {}{} {}{}{}", style, padded(name, label),
                                      styles.reset, std::string(digits - display_width(count), ' '),
                                      count, styles.colour, padded(chart, bar_columns),
                                      styles.reset));
  };
  add(facet_title(facet.field), "", "", styles.bold);
  for (const auto& value : facet.values) {
    const double part =
        highest == 0 ? 0 : static_cast<double>(value.count) / static_cast<double>(highest);
    add((value.selected ? "✓ " : "") + value.value, whole(value.count), bar(part, bar_columns),
        value.selected ? styles.bold : "");
  }
  if (unlisted > 0) add(more, "", "", styles.dim);
  if (facet.missing > 0) add(tr(text::none_of_these), whole(facet.missing), "", styles.dim);
  return block;
}

std::string period_label(const std::string& day, kiosque::DateUnit unit) {
  if (unit == kiosque::DateUnit::year) return day.substr(0, 4);
  if (unit == kiosque::DateUnit::month) return day.substr(0, 7);
  if (unit == kiosque::DateUnit::hour) return day.substr(0, 10) + " " + day.substr(11, 5);
  return day;
}

const Message& heading(kiosque::DateUnit unit) {
  switch (unit) {
    case kiosque::DateUnit::year:
      return text::by_year;
    case kiosque::DateUnit::month:
      return text::by_month;
    case kiosque::DateUnit::week:
      return text::by_week;
    case kiosque::DateUnit::day:
      return text::by_day;
    case kiosque::DateUnit::hour:
      break;
  }
  return text::by_hour;
}

/// Every `together` neighbouring buckets added up.
std::vector<kiosque::HistogramBucket> condensed(
    const std::vector<kiosque::HistogramBucket>& buckets, std::size_t together) {
  std::vector<kiosque::HistogramBucket> fewer;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    if (i % together == 0) fewer.push_back({.from = buckets[i].from});
    fewer.back().count += buckets[i].count;
    fewer.back().all += buckets[i].all;
  }
  for (auto& bucket : fewer) {
    if (bucket.all > 0)
      bucket.share = static_cast<double>(bucket.count) / static_cast<double>(bucket.all);
  }
  return fewer;
}

/// Of a part from 0 to 1.
std::string_view block_of(double part) {
  constexpr std::array<std::string_view, 8> blocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (part <= 0) return " ";
  const auto eighths =
      static_cast<std::size_t>(std::ceil(part * static_cast<double>(blocks.size())));
  return blocks[std::clamp<std::size_t>(eighths, 1, blocks.size()) - 1];
}

}  // namespace

std::string bar(double part, std::size_t width) {
  constexpr std::array<std::string_view, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  auto filled = static_cast<std::size_t>(part * static_cast<double>(width) * 8);
  filled = std::min(filled, width * 8);
  if (filled == 0 && part > 0) filled = 1;
  return repeated("█", filled / 8) + std::string(eighths[filled % 8]);
}

std::vector<std::string> facet_lines(const std::vector<kiosque::Facet>& facets, std::size_t width,
                                     const Styles& styles) {
  std::vector<std::string> lines;
  for (std::size_t first = 0; first < facets.size();) {
    std::vector<Block> row;
    std::size_t used = 0;
    std::size_t height = 0;
    while (first < facets.size()) {
      Block block = facet_block(facets[first], styles);
      if (!row.empty() && used + gap + block.width > width) break;
      used += block.width + (row.empty() ? 0 : gap);
      height = std::max(height, block.lines.size());
      row.push_back(std::move(block));
      ++first;
    }
    if (!lines.empty()) lines.emplace_back();
    for (std::size_t i = 0; i < height; ++i) {
      std::string line;
      for (const Block& block : row) {
        if (&block != &row.front()) line += std::string(gap, ' ');
        line += i < block.lines.size() ? block.lines[i] : std::string(block.width, ' ');
      }
      line.erase(line.find_last_not_of(' ') + 1);
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

std::vector<std::string> timeline_lines(const kiosque::Histogram& histogram, std::size_t width,
                                        const Styles& styles) {
  std::vector<std::string> lines;
  std::vector<std::string> facts;
  const std::size_t together = (histogram.buckets.size() + width - 1) / width;
  const auto buckets = condensed(histogram.buckets, together);
  const auto highest =
      std::max_element(buckets.begin(), buckets.end(),
                       [](const auto& a, const auto& b) { return a.count < b.count; });
  const auto largest =
      std::max_element(buckets.begin(), buckets.end(),
                       [](const auto& a, const auto& b) { return a.share < b.share; });
  if (together > 1) facts.push_back(say(text::per_column, together));
  if (highest != buckets.end())
    facts.push_back(
        say(text::highest, whole(highest->count), period_label(highest->from, histogram.unit)));
  if (histogram.missing > 0) facts.push_back(say(text::undated, whole(histogram.missing)));
  lines.push_back(fmt::format("{}{}{}{}{}{}", styles.bold, tr(heading(histogram.unit)),
                              styles.reset, styles.dim, fmt::join(facts, ""), styles.reset));
  if (buckets.empty()) return lines;

  // Few periods are drawn wide enough for a label under each, many as one column each.
  const std::size_t label = period_label(buckets.front().from, histogram.unit).size();
  const bool all_labels = buckets.size() * (label + 1) <= width;
  const std::size_t each = all_labels ? label : std::min<std::size_t>(width / buckets.size(), 4);
  const std::string space = all_labels ? " " : "";
  std::string blocks;
  std::string shares;
  for (const auto& bucket : buckets) {
    const double count = static_cast<double>(bucket.count) / static_cast<double>(highest->count);
    blocks += repeated(block_of(count), each) + space;
    const double share = largest->share > 0 ? bucket.share / largest->share : 0;
    shares += repeated(block_of(share), each) + space;
  }
  lines.push_back(fmt::format("{}{}{}", styles.colour, blocks, styles.reset));
  // Where the query is everything, its share tells nothing.
  const bool tells = std::any_of(buckets.begin(), buckets.end(),
                                 [](const auto& one) { return one.count < one.all; });
  if (tells) {
    lines.push_back(fmt::format("{}{}{}", styles.dim, shares, styles.reset));
  }

  std::string labels;
  if (all_labels) {
    for (const auto& bucket : buckets) labels += period_label(bucket.from, histogram.unit) + " ";
  } else {
    const std::string last = period_label(histogram.buckets.back().from, histogram.unit);
    labels = period_label(buckets.front().from, histogram.unit);
    labels += std::string(std::max(buckets.size() * each, 2 * label + 1) - 2 * label, ' ') + last;
  }
  labels.erase(labels.find_last_not_of(' ') + 1);
  lines.push_back(std::move(labels));
  if (tells) {
    lines.push_back(fmt::format("{}{}{}", styles.dim,
                                fitted(say(text::largest_share, decimal(100 * largest->share, 1),
                                           period_label(largest->from, histogram.unit)),
                                       width),
                                styles.reset));
  }
  return lines;
}

}  // namespace command
