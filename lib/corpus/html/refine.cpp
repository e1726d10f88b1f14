#include "corpus/html/refine.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "corpus/html/contexts.hpp"
#include "corpus/html/reasons.hpp"
#include "corpus/scraped_kinds.hpp"
#include "corpus/scraped_text.hpp"

namespace kiosque::corpus::html {
namespace {

// Labels before the first sentence and behind the last are no text: a section, a source, a name.
void drop_labels(const Survey& survey, Content& content) {
  constexpr std::size_t kLabel = 60;
  const auto is_label = [&](std::size_t at) {
    const Tag tag = survey.tree[survey.blocks[at].node].tag;
    return !survey.looks[at].prose && survey.blocks[at].letters < kLabel && tag != Tag::li &&
           tag != Tag::td && !scraped::ends_sentence(survey.looks[at].plain);
  };
  const auto drop = [&](std::size_t at) {
    Verdict& verdict = content.verdicts[at];
    if (!verdict.kept) return true;
    if (!is_label(at)) return false;
    if (!survey.looks[at].heading) verdict = {false, "label"};
    return true;
  };
  for (std::size_t at = survey.blocks.size(); at-- > 0 && drop(at);) {
  }
  for (std::size_t at = 0; at < survey.blocks.size() && drop(at); ++at) {
  }
}

bool may_be_quote(const Tree& tree, NodeId node) {
  for (int up = 0; up < 3 && node != 0; ++up, node = tree[node].parent) {
    const Tag tag = tree[node].tag;
    if (tag == Tag::blockquote || tag == Tag::aside) return true;
    const std::string names = scraped::fold(tree.attribute(node, Attribute::class_));
    for (const std::string_view word : {"quote", "citation", "exergue", "highlight"}) {
      if (names.find(word) != std::string::npos) return true;
    }
  }
  return false;
}

// A short quotation or line that a longer paragraph of the article says, too.
void drop_pull_quotes(const Survey& survey, Content& content) {
  constexpr std::size_t kLeast = 30;
  constexpr std::size_t kParagraph = 130;
  std::unordered_set<std::uint64_t> said;
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    if (!content.verdicts[at].kept || survey.blocks[at].letters < kParagraph) continue;
    for (const auto run : shingles(survey.looks[at].plain)) said.insert(run);
  }
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    const Block& block = survey.blocks[at];
    if (!content.verdicts[at].kept || block.letters < kLeast || block.letters >= kParagraph)
      continue;
    if (survey.looks[at].heading || !may_be_quote(survey.tree, block.node)) continue;
    const auto runs = shingles(survey.looks[at].plain);
    const auto hits =
        std::count_if(runs.begin(), runs.end(), [&](auto run) { return said.contains(run); });
    if (runs.size() >= 3 && hits * 10 >= static_cast<std::ptrdiff_t>(runs.size()) * 9) {
      content.verdicts[at] = {false, "said again in the text"};
    }
  }
}

// A heading is kept for the text below it, up to the next of its level.
void drop_lonely_headings(const Survey& survey, Content& content) {
  std::array<bool, 7> text_below{};  // headings of each level
  for (std::size_t at = survey.blocks.size(); at-- > 0;) {
    Verdict& verdict = content.verdicts[at];
    if (!verdict.kept) continue;
    const Tag tag = survey.tree[survey.blocks[at].node].tag;
    if (!is_heading(tag)) {
      text_below.fill(true);
      continue;
    }
    const auto level = static_cast<std::size_t>(tag) - static_cast<std::size_t>(Tag::h1) + 1;
    if (!text_below[level]) verdict = {false, "heading without text"};
    // Above this one, headings of its level and deeper have its text no more.
    for (std::size_t deeper = level; deeper < text_below.size(); ++deeper) {
      text_below[deeper] = false;
    }
  }
}

// The chapô stands below the headline, in the container or above it.
void find_lead(const Survey& survey, Content& content) {
  constexpr std::size_t kLeast = 40;
  constexpr std::size_t kMost = 900;
  constexpr std::size_t kFarthest = 30;
  std::size_t first = survey.blocks.size();
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    if (content.verdicts[at].kept && survey.looks[at].prose) {
      first = at;
      break;
    }
  }
  const std::size_t top = survey.title != kNoBlock && survey.title < first
                              ? survey.title + 1
                              : (first > kFarthest ? first - kFarthest : 0);
  const auto possible = [&](std::size_t at) {
    const Look& look = survey.looks[at];
    return survey.blocks[at].letters >= kLeast && survey.blocks[at].letters <= kMost &&
           look.link_share < 0.5;
  };
  const auto take = [&](std::size_t at) {
    content.lead = at;
    content.verdicts[at] = {true, "lead"};
  };
  // Repeated in the text, it is no chapô but its opening.
  const auto repeated = [&](std::size_t at) {
    for (std::size_t other = first; other < std::min(first + 4, survey.blocks.size()); ++other) {
      if (other != at && content.verdicts[other].kept &&
          survey.looks[other].plain.starts_with(
              std::string_view(survey.looks[at].plain).substr(0, 60))) {
        return true;
      }
    }
    return false;
  };
  const std::size_t last = std::min(first + 2, survey.blocks.size());
  const auto free = [&](std::size_t at) {
    const Hint context = survey.looks[at].context;
    return !is_furniture(context) ||
           (at < first && (context == Hint::details || context == Hint::aside ||
                           context == Hint::embed || context == Hint::navigation));
  };
  const auto marked = [&](std::size_t at) {
    return survey.looks[at].context == Hint::lead ||
           hint_of(survey.tree, survey.blocks[at].node) == Hint::lead;
  };
  for (const bool described : {true, false}) {
    for (std::size_t at = top; at < last; ++at) {
      if (!(described ? survey.looks[at].description : marked(at))) continue;
      if (possible(at) && !repeated(at) && free(at)) return take(at);
    }
  }
  if (survey.title == kNoBlock || survey.title >= first || first - survey.title > kFarthest) return;
  for (std::size_t at = top; at < first; ++at) {
    if (!possible(at) || repeated(at) || is_furniture(survey.looks[at].context)) continue;
    if (!scraped::ends_sentence(survey.looks[at].plain)) continue;
    if (!content.verdicts[at].kept && !reason_against(survey, at, {}).empty()) continue;
    return take(at);
  }
}

}  // namespace

void refine(const Survey& survey, Content& content) {
  drop_pull_quotes(survey, content);
  drop_labels(survey, content);
  drop_lonely_headings(survey, content);
  find_lead(survey, content);
}

}  // namespace kiosque::corpus::html
