#include "corpus/html/content.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "corpus/html/cards.hpp"
#include "corpus/html/contexts.hpp"
#include "corpus/html/reasons.hpp"
#include "corpus/html/refine.hpp"
#include "corpus/html/survey.hpp"
#include "corpus/scraped_text.hpp"

namespace kiosque::corpus::html {
namespace {

bool can_hold(Tag tag) {
  return tag != Tag::p && tag != Tag::li && !is_heading(tag) && tag != Tag::blockquote &&
         tag != Tag::dd && tag != Tag::dt && tag != Tag::figcaption && tag != Tag::pre;
}

// Where the weights of the blocks below sum up to most.
NodeId choose_container(const Survey& survey) {
  std::vector<double> sums(survey.tree.size(), 0.0);
  std::vector<double> gains(survey.tree.size(), 0.0);  // without what weighs against
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    sums[survey.blocks[at].node] += survey.looks[at].weight;
    gains[survey.blocks[at].node] += std::max(0.0, survey.looks[at].weight);
  }
  for (NodeId at = survey.tree.size(); at-- > 1;) {
    sums[survey.tree[at].parent] += sums[at];
    gains[survey.tree[at].parent] += gains[at];
  }
  NodeId best = 0;
  double best_score = -1e9;
  for (NodeId at = 0; at < survey.tree.size(); ++at) {
    if (survey.prose[at] == 0 || !can_hold(survey.tree[at].tag)) continue;
    double score = sums[at];
    if (gains[at] > 0.0) {
      if (hint_of(survey.tree, at) == Hint::body) score = (score + gains[at]) / 2.0 * 1.1;
      if (survey.tree[at].tag == Tag::article) score *= score > 0.0 ? 1.1 : 1.0;
    }
    if (score >= best_score) {
      best = at;
      best_score = score;
    }
  }
  return best;
}

// Whether an element around the block is one that a rule names.
bool ruled(const Survey& survey, std::size_t at, const SiteRules* rules,
           std::vector<Selector> SiteRules::*list) {
  if (rules == nullptr) return false;
  const auto& selectors = rules->*list;
  for (NodeId node = survey.blocks[at].node; node != 0; node = survey.tree[node].parent) {
    for (const Selector& selector : selectors) {
      if (selector.matches(survey.tree, node)) return true;
    }
  }
  return false;
}

void decide(const Survey& survey, const Evidence& evidence, Content& content) {
  const std::string title = scraped::fold(evidence.title);
  bool ended = false;
  std::size_t kept_prose = 0;
  std::size_t total = 0;
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    if (survey.inside(survey.blocks[at].node, content.container) && survey.looks[at].prose) {
      total += survey.blocks[at].letters;
    }
  }
  const bool keeps = evidence.rules != nullptr && !evidence.rules->keep.empty();
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    Verdict& verdict = content.verdicts[at];
    if (ruled(survey, at, evidence.rules, &SiteRules::drop)) {
      verdict.reason = "rule: drop";
      continue;
    }
    if (keeps) {
      const bool kept =
          ruled(survey, at, evidence.rules, &SiteRules::keep) && survey.looks[at].plain != title;
      verdict = {kept, kept ? "rule: keep" : "not kept by a rule"};
      continue;
    }
    if (!survey.inside(survey.blocks[at].node, content.container)) {
      verdict.reason = "outside the article";
      continue;
    }
    if (ended) {
      verdict.reason = "behind the article";
      continue;
    }
    const std::string_view reason = reason_against(survey, at, title);
    if (reason == kEnd && kept_prose * 10 >= total * 6) {
      ended = true;
    }
    verdict.reason = reason;
    verdict.kept = reason.empty();
    if (verdict.kept && survey.looks[at].prose) kept_prose += survey.blocks[at].letters;
  }
  refine(survey, content);
}

std::size_t kept_prose(const Survey& survey, const Content& content) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < survey.blocks.size(); ++at) {
    if (content.verdicts[at].kept && survey.looks[at].prose) letters += survey.blocks[at].letters;
  }
  return letters;
}

Content read(Survey& survey, const Evidence& evidence, const std::unordered_set<NodeId>& cards,
             Belief belief) {
  find_contexts(survey, cards, belief);
  Content content;
  content.container = choose_container(survey);
  content.verdicts.resize(survey.blocks.size());
  decide(survey, evidence, content);
  return content;
}

}  // namespace

Content content_of(const Tree& tree, const std::vector<Block>& blocks, const Evidence& evidence) {
  constexpr std::size_t kLittle = 250;  // letters of prose
  Survey survey = survey_of(tree, blocks, evidence);
  Content content = read(survey, evidence, cards_of(survey), Belief::full);
  const std::size_t kept = kept_prose(survey, content);
  if (kept >= kLittle) return content;
  Content other = read(survey, evidence, {}, Belief::little);
  return kept_prose(survey, other) > 2 * kept ? other : content;
}

}  // namespace kiosque::corpus::html
