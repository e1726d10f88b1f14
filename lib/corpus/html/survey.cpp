#include "corpus/html/survey.hpp"

#include <algorithm>
#include <unordered_set>

#include "corpus/scraped_kinds.hpp"
#include "corpus/scraped_text.hpp"

namespace kiosque::corpus::html {

// The runs of four words of a folded text.
std::vector<std::uint64_t> shingles(std::string_view plain) {
  std::vector<std::uint64_t> words;
  std::uint64_t hash = 0;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == scraped::kForeign;
  };
  for (const char c : plain) {
    if (is_letter(c)) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL + 1;
    } else if (hash != 0) {
      words.push_back(hash);
      hash = 0;
    }
  }
  if (hash != 0) words.push_back(hash);
  constexpr std::size_t kRun = 4;
  std::vector<std::uint64_t> runs;
  for (std::size_t at = 0; at + kRun <= words.size(); ++at) {
    std::uint64_t run = 0;
    for (std::size_t i = 0; i < kRun; ++i) run = (run ^ words[at + i]) * 0x9E3779B97F4A7C15ULL;
    runs.push_back(run);
  }
  return runs;
}

namespace {

void look(Survey& survey, const Evidence& evidence) {
  const auto said = shingles(scraped::fold(evidence.body));
  const std::unordered_set<std::uint64_t> known(said.begin(), said.end());
  const auto describing = shingles(scraped::fold(evidence.description));
  const std::unordered_set<std::uint64_t> description(describing.begin(), describing.end());
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    const Block& block = survey.blocks[at];
    Look& look = survey.looks[at];
    const Tag tag = survey.tree[block.node].tag;
    look.heading = is_heading(tag);
    look.link_share = block.letters == 0 ? 0.0
                                         : static_cast<double>(block.link_letters) /
                                               static_cast<double>(block.letters);
    look.plain = scraped::fold(block.text);
    if (block.letters > 20 && (!known.empty() || (!description.empty() && block.letters < 900))) {
      const auto runs = shingles(look.plain);
      const auto share = [&](const std::unordered_set<std::uint64_t>& of) {
        const auto hits =
            std::count_if(runs.begin(), runs.end(), [&](auto run) { return of.contains(run); });
        return runs.empty() ? 0.0 : static_cast<double>(hits) / static_cast<double>(runs.size());
      };
      look.said = share(known);
      const double described = share(description);
      // A description is often cut short.
      look.description = described > 0.7 || (description.size() > 12 &&
                                             described * static_cast<double>(runs.size()) >
                                                 0.8 * static_cast<double>(description.size()));
    }
    const bool ended = scraped::ends_sentence(look.plain) || block.text.ends_with("。");
    look.prose = !look.heading && look.link_share < 0.4 &&
                 ((block.letters >= 60 && ended) || block.letters >= 140);
    const double size = static_cast<double>(std::min<std::size_t>(block.letters, 500)) / 100.0;
    if (look.prose) {
      look.weight = (0.5 + size) * (1.0 - look.link_share);
      if (tag == Tag::li || tag == Tag::td) look.weight *= 0.5;
    } else if (look.link_share > 0.5) {
      look.weight = tag == Tag::td ? -0.1 : -0.5;
    } else {
      look.weight = tag == Tag::div ? -0.05 : 0.0;
    }
    if (look.description && block.letters >= 40) look.weight += 2.0;
    look.own_weight = look.weight;
  }
}

// The block that shows the headline: where it stands is no furniture.
void find_title(Survey& survey, std::string_view headline) {
  const std::string title = scraped::fold(headline);
  if (title.empty()) return;
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    if (survey.looks[at].plain != title) continue;
    const bool main = survey.tree[survey.blocks[at].node].tag == Tag::h1;
    if (survey.title == kNoBlock || main) survey.title = at;
    if (main) return;
  }
}

void sum_prose(Survey& survey) {
  survey.prose.assign(survey.tree.size(), 0);
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    if (survey.looks[at].prose) survey.prose[survey.blocks[at].node] += survey.blocks[at].letters;
  }
  for (NodeId at = survey.tree.size(); at-- > 1;)
    survey.prose[survey.tree[at].parent] += survey.prose[at];
}

}  // namespace

Survey survey_of(const Tree& tree, const std::vector<Block>& blocks, const Evidence& evidence) {
  Survey survey{.tree = tree, .blocks = blocks, .looks = std::vector<Look>(blocks.size())};
  look(survey, evidence);
  find_title(survey, evidence.title);
  sum_prose(survey);
  return survey;
}

}  // namespace kiosque::corpus::html
