#include "corpus/html/content.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>

#include "corpus/html/hints.hpp"
#include "corpus/scraped_kinds.hpp"
#include "corpus/scraped_text.hpp"
#include "corpus/scraped_words.hpp"

namespace kiosque::corpus::html {
namespace {

using scraped::Kind;

// Heads of boxes of links, and of what follows an article, in the languages of other papers.
const scraped::Phrases kForeignBoxLines{
    "related,related coverage,related articles,related stories,related links,read more,read also,"
    "see also,explore further,more on this story,recommended,you may also like,more from,"
    "mehr zum thema,lesen sie auch,lesen sie mehr,auch interessant,weiterlesen,ahnliche themen,"
    "ahnliche artikel,das konnte dich auch interessieren,das konnte sie auch interessieren,"
    "weiterfuhrende links,weiterfuhrender link,leggi anche,lea tambien,lee tambien,"
    "te puede interesar,leia tambem,zobacz takze,czytaj takze,lees ook"};
const scraped::Phrases kForeignEndLines{
    "about the author,about the authors,uber den autor,uber die autorin,zum autor,comments,"
    "leave a comment,leave a reply,kommentare,commenti,comentarios,tell us what you think"};

// What a block is by itself.
struct Look {
  double own_weight = 0.0;  // as text
  double weight = 0.0;      // the same in its context: what the container is chosen by
  double link_share = 0.0;
  bool prose = false;  // sentences
  bool heading = false;
  Hint context = Hint::none;
  double said = 0.0;         // the share of its words that the linked data's text has in this order
  bool description = false;  // it is what the page gives as its description
  std::string plain = {};
};

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

bool is_furniture(Hint hint) {
  switch (hint) {
    case Hint::none:
    case Hint::body:
    case Hint::lead:
    case Hint::headline:
      return false;
    default:
      return true;
  }
}

// How much of the page's prose an element may hold before what its class says is not believed:
// "has-sidebar", "article-with-comments".
double most_believed(Hint hint) {
  switch (hint) {
    case Hint::hidden:
      return 1.0;
    case Hint::comments:
      return 1.0;
    case Hint::sidebar:
    case Hint::related:
    case Hint::notice:
      return 0.6;
    case Hint::newsletter:
    case Hint::paywall:
    case Hint::share:
      return 0.25;
    default:
      return 0.4;
  }
}

class Judge {
 public:
  Judge(const Tree& tree, const std::vector<Block>& blocks, const Evidence& evidence)
      : tree_(tree), blocks_(blocks), evidence_(evidence), looks_(blocks.size()) {}

  Content judge() {
    look();
    find_title();
    sum_prose();
    find_cards();
    Content content = read();
    if (kept_prose(content) < kLittle) {
      // Classes lie on some pages: once more, believing few of them.
      believing_ = false;
      cards_.clear();
      for (Look& look : looks_) look.weight = look.own_weight;
      Content other = read();
      if (kept_prose(other) > 2 * kept_prose(content)) return other;
    }
    return content;
  }

 private:
  static constexpr std::size_t kLittle = 250;  // letters of prose

  Content read() {
    find_contexts();
    Content content;
    content.container = choose_container();
    content.verdicts.resize(blocks_.size());
    decide(content);
    return content;
  }

  [[nodiscard]] std::size_t kept_prose(const Content& content) const {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      if (content.verdicts[at].kept && looks_[at].prose) letters += blocks_[at].letters;
    }
    return letters;
  }

  void look() {
    const auto said = shingles(scraped::fold(evidence_.body));
    const std::unordered_set<std::uint64_t> known(said.begin(), said.end());
    const auto describing = shingles(scraped::fold(evidence_.description));
    const std::unordered_set<std::uint64_t> description(describing.begin(), describing.end());
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      const Block& block = blocks_[at];
      Look& look = looks_[at];
      const Tag tag = tree_[block.node].tag;
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
  void find_title() {
    const std::string title = scraped::fold(evidence_.title);
    if (title.empty()) return;
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      if (looks_[at].plain != title) continue;
      const bool main = tree_[blocks_[at].node].tag == Tag::h1;
      if (title_ == Content::kNone || main) title_ = at;
      if (main) return;
    }
  }

  void sum_prose() {
    prose_.assign(tree_.size(), 0);
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      if (looks_[at].prose) prose_[blocks_[at].node] += blocks_[at].letters;
    }
    for (NodeId at = tree_.size(); at-- > 1;) prose_[tree_[at].parent] += prose_[at];
  }

  [[nodiscard]] bool believed(Hint hint, NodeId id) const {
    if (!is_furniture(hint)) return false;
    if (!believing_ && hint != Hint::comments && hint != Hint::navigation &&
        hint != Hint::caption && hint != Hint::notice) {
      return false;
    }
    if (title_ != Content::kNone && hint != Hint::hidden && inside(blocks_[title_].node, id) &&
        tree_[blocks_[title_].node].tag == Tag::h1) {
      return false;
    }
    return static_cast<double>(prose_[id]) <= most_believed(hint) * static_cast<double>(prose_[0]);
  }

  // A headline that is a link, with its picture and opening: the card of another article.
  void find_cards() {
    constexpr std::size_t kMostProse = 600;
    constexpr int kHighest = 5;
    std::vector<std::uint32_t> linked(tree_.size(), 0);  // headings below each node that are links
    const auto is_linked_heading = [&](std::size_t at) {
      return looks_[at].link_share > 0.8 && blocks_[at].letters >= 15 &&
             (looks_[at].heading || hint_of(tree_, blocks_[at].node) == Hint::headline);
    };
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      if (is_linked_heading(at)) ++linked[blocks_[at].node];
    }
    for (NodeId at = tree_.size(); at-- > 1;) linked[tree_[at].parent] += linked[at];
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      if (!is_linked_heading(at) || at == title_) continue;
      NodeId card = 0;
      NodeId node = blocks_[at].node;
      for (int up = 0; up < kHighest && node != 0; ++up, node = tree_[node].parent) {
        const bool own = title_ != Content::kNone && inside(blocks_[title_].node, node);
        if (linked[node] > 1 || prose_[node] > kMostProse || own) break;
        card = node;
      }
      if (card != 0) cards_.insert(card);
    }
    find_rows();
    find_other_posts();
  }

  // Three elements in a row, of one kind and class, each of a link and a few lines: the cards of
  // other articles. A list whose entries are one text each may be the article's own.
  void find_rows() {
    constexpr std::size_t kMostLetters = 500;
    constexpr std::size_t kLeastLink = 15;
    constexpr std::size_t kRow = 3;
    struct Held {
      std::size_t letters = 0;
      std::size_t link_letters = 0;
      std::size_t lines = 0;
      bool opens_with_link = false;
    };
    std::vector<Held> held(tree_.size());
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      const Block& block = blocks_[at];
      const auto lines =
          1 + static_cast<std::size_t>(std::count(block.text.begin(), block.text.end(), '\n'));
      for (NodeId node = block.node; node != 0; node = tree_[node].parent) {
        Held& all = held[node];
        if (all.letters > kMostLetters) break;  // those around hold no less
        if (all.letters == 0) all.opens_with_link = block.link_letters >= kLeastLink;
        all.letters += block.letters;
        all.link_letters += block.link_letters;
        all.lines += lines;
      }
    }
    std::vector<NodeId> row;
    for (NodeId parent = 1; parent < tree_.size(); ++parent) {
      if (tree_[parent].tag == Tag::text || tree_[parent].first == kNoNode) continue;
      row.clear();
      const auto finish = [&] {
        if (row.size() >= kRow) cards_.insert(row.begin(), row.end());
        row.clear();
      };
      for (NodeId child = tree_[parent].first; child != kNoNode; child = tree_[child].next) {
        const Tag tag = tree_[child].tag;
        const bool can_be = tag == Tag::div || tag == Tag::li || tag == Tag::article ||
                            tag == Tag::section || tag == Tag::td;
        if (!can_be) {
          if (is_block(tag)) finish();
          continue;
        }
        const Held& all = held[child];
        const bool own = title_ != Content::kNone && inside(blocks_[title_].node, child);
        const bool card = all.letters <= kMostLetters && all.opens_with_link && all.lines >= 2 &&
                          all.link_letters * 5 >= all.letters && !own;
        const bool like = row.empty() || (tree_[row.front()].tag == tag &&
                                          first_class(row.front()) == first_class(child));
        if (!card || !like) finish();
        if (card) row.push_back(child);
      }
      finish();
    }
  }

  [[nodiscard]] std::string_view first_class(NodeId id) const {
    const auto names = tree_.attribute(id, Attribute::class_);
    return names.substr(0, names.find(' '));
  }

  // Where the headline's own post is marked as one, other posts beside it are other articles.
  void find_other_posts() {
    if (title_ == Content::kNone) return;
    const auto is_post = [&](NodeId id) {
      const auto classes = tree_.attribute(id, Attribute::class_);
      return tree_[id].tag == Tag::article || classes.find("hentry") != std::string_view::npos ||
             classes.find("type-post") != std::string_view::npos;
    };
    NodeId own = 0;
    for (NodeId node = blocks_[title_].node; node != 0; node = tree_[node].parent) {
      if (is_post(node)) own = node;
    }
    if (own == 0 || prose_[own] == 0) return;
    for (NodeId at = 1; at < tree_.size(); ++at) {
      if (tree_[at].tag == Tag::text || inside(at, own) || inside(own, at) || !is_post(at))
        continue;
      cards_.insert(at);
    }
  }

  // Each block's nearest reason to be no text, from its own element upwards.
  void find_contexts() {
    std::vector<Hint> contexts(tree_.size(), Hint::none);
    std::vector<char> known(tree_.size(), 0);
    known[0] = 1;
    std::vector<NodeId> path;
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      path.clear();
      for (NodeId node = blocks_[at].node; !known[node]; node = tree_[node].parent) {
        path.push_back(node);
      }
      for (std::size_t i = path.size(); i-- > 0;) {
        const NodeId node = path[i];
        const Hint above = contexts[tree_[node].parent];
        const Hint own = cards_.contains(node) ? Hint::related : hint_of(tree_, node);
        known[node] = 1;
        if (is_furniture(above)) {
          contexts[node] = above;
        } else if (believed(own, node)) {
          contexts[node] = own;
        } else {
          contexts[node] = own == Hint::body || own == Hint::lead ? own : above;
        }
      }
      Look& look = looks_[at];
      look.context = contexts[blocks_[at].node];
      if (is_furniture(look.context)) look.weight = look.prose ? -0.3 : -0.1;
      if (look.context == Hint::lead && blocks_[at].letters >= 60) look.weight += 1.0;
      if (look.said > 0.8 && look.prose) {
        look.weight =
            0.5 + static_cast<double>(std::min<std::size_t>(blocks_[at].letters, 500)) / 100.0;
      }
    }
  }

  static bool can_hold(Tag tag) {
    return tag != Tag::p && tag != Tag::li && !is_heading(tag) && tag != Tag::blockquote &&
           tag != Tag::dd && tag != Tag::dt && tag != Tag::figcaption && tag != Tag::pre;
  }

  NodeId choose_container() {
    std::vector<double> sums(tree_.size(), 0.0);
    std::vector<double> gains(tree_.size(), 0.0);  // without what weighs against
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      sums[blocks_[at].node] += looks_[at].weight;
      gains[blocks_[at].node] += std::max(0.0, looks_[at].weight);
    }
    for (NodeId at = tree_.size(); at-- > 1;) {
      sums[tree_[at].parent] += sums[at];
      gains[tree_[at].parent] += gains[at];
    }
    NodeId best = 0;
    double best_score = -1e9;
    for (NodeId at = 0; at < tree_.size(); ++at) {
      if (prose_[at] == 0 || !can_hold(tree_[at].tag)) continue;
      double score = sums[at];
      if (gains[at] > 0.0) {
        if (hint_of(tree_, at) == Hint::body) score = (score + gains[at]) / 2.0 * 1.1;
        if (tree_[at].tag == Tag::article) score *= score > 0.0 ? 1.1 : 1.0;
      }
      if (score >= best_score) {
        best = at;
        best_score = score;
      }
    }
    return best;
  }

  [[nodiscard]] bool inside(NodeId node, NodeId holder) const {
    return node >= holder && node < tree_[holder].end;
  }

  void decide(Content& content) {
    const std::string title = scraped::fold(evidence_.title);
    bool ended = false;
    std::size_t kept_prose = 0;
    std::size_t total = 0;
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      if (inside(blocks_[at].node, content.container) && looks_[at].prose) {
        total += blocks_[at].letters;
      }
    }
    const bool keeps = evidence_.rules != nullptr && !evidence_.rules->keep.empty();
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      Verdict& verdict = content.verdicts[at];
      if (ruled(at, &SiteRules::drop)) {
        verdict.reason = "rule: drop";
        continue;
      }
      if (keeps) {
        const bool kept = ruled(at, &SiteRules::keep) && looks_[at].plain != title;
        verdict = {kept, kept ? "rule: keep" : "not kept by a rule"};
        continue;
      }
      if (!inside(blocks_[at].node, content.container)) {
        verdict.reason = "outside the article";
        continue;
      }
      if (ended) {
        verdict.reason = "behind the article";
        continue;
      }
      const std::string_view reason = reason_against(at, title);
      if (reason == kEnd && kept_prose * 10 >= total * 6) {
        ended = true;
      }
      verdict.reason = reason;
      verdict.kept = reason.empty();
      if (verdict.kept && looks_[at].prose) kept_prose += blocks_[at].letters;
    }
    drop_pull_quotes(content);
    drop_labels(content);
    drop_lonely_headings(content);
    find_lead(content);
  }

  // The chapô stands below the headline, in the container or above it.
  void find_lead(Content& content) const {
    constexpr std::size_t kLeast = 40;
    constexpr std::size_t kMost = 900;
    constexpr std::size_t kFarthest = 30;
    std::size_t first = blocks_.size();
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      if (content.verdicts[at].kept && looks_[at].prose) {
        first = at;
        break;
      }
    }
    const std::size_t top = title_ != Content::kNone && title_ < first
                                ? title_ + 1
                                : (first > kFarthest ? first - kFarthest : 0);
    const auto possible = [&](std::size_t at) {
      const Look& look = looks_[at];
      return blocks_[at].letters >= kLeast && blocks_[at].letters <= kMost && look.link_share < 0.5;
    };
    const auto take = [&](std::size_t at) {
      content.lead = at;
      content.verdicts[at] = {true, "lead"};
    };
    // Repeated in the text, it is no chapô but its opening.
    const auto repeated = [&](std::size_t at) {
      for (std::size_t other = first; other < std::min(first + 4, blocks_.size()); ++other) {
        if (other != at && content.verdicts[other].kept &&
            looks_[other].plain.starts_with(std::string_view(looks_[at].plain).substr(0, 60))) {
          return true;
        }
      }
      return false;
    };
    const std::size_t last = std::min(first + 2, blocks_.size());
    const auto free = [&](std::size_t at) {
      const Hint context = looks_[at].context;
      return !is_furniture(context) ||
             (at < first && (context == Hint::details || context == Hint::aside ||
                             context == Hint::embed || context == Hint::navigation));
    };
    const auto marked = [&](std::size_t at) {
      return looks_[at].context == Hint::lead || hint_of(tree_, blocks_[at].node) == Hint::lead;
    };
    for (const bool described : {true, false}) {
      for (std::size_t at = top; at < last; ++at) {
        if (!(described ? looks_[at].description : marked(at))) continue;
        if (possible(at) && !repeated(at) && free(at)) return take(at);
      }
    }
    if (title_ == Content::kNone || title_ >= first || first - title_ > kFarthest) return;
    for (std::size_t at = top; at < first; ++at) {
      if (!possible(at) || repeated(at) || is_furniture(looks_[at].context)) continue;
      if (!scraped::ends_sentence(looks_[at].plain)) continue;
      if (!content.verdicts[at].kept && !acceptable(at)) continue;
      return take(at);
    }
  }

  [[nodiscard]] bool acceptable(std::size_t at) const { return reason_against(at, {}).empty(); }

  // Whether an element around the block is one that a rule names.
  [[nodiscard]] bool ruled(std::size_t at, std::vector<Selector> SiteRules::*list) const {
    if (evidence_.rules == nullptr) return false;
    const auto& selectors = evidence_.rules->*list;
    for (NodeId node = blocks_[at].node; node != 0; node = tree_[node].parent) {
      for (const Selector& selector : selectors) {
        if (selector.matches(tree_, node)) return true;
      }
    }
    return false;
  }

  static constexpr std::string_view kEnd = "head of what follows the article";

  [[nodiscard]] std::string_view reason_against(std::size_t at, const std::string& title) const {
    const Block& block = blocks_[at];
    const Look& look = looks_[at];
    if (is_furniture(look.context) && look.said < 0.8) return name_of(look.context);
    if (!title.empty() && look.plain == title) return "headline";
    const bool sentence = scraped::ends_sentence(look.plain) && block.letters > 100 &&
                          (look.link_share < 0.95 || tree_[block.node].tag == Tag::p);
    if (look.link_share > 0.6 && !sentence) return "link";
    constexpr std::size_t kLongestNoise = 460;
    const bool words = std::any_of(look.plain.begin(), look.plain.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || c == scraped::kForeign;
    });
    if (!words && tree_[block.node].tag != Tag::td) return "no words";
    // The phrases are French, the letters Latin.
    const bool latin = std::any_of(look.plain.begin(), look.plain.end(),
                                   [](char c) { return c >= 'a' && c <= 'z'; }) &&
                       look.plain.find_first_not_of(scraped::kForeign) == 0;
    if (block.letters < 60) {
      std::string_view words = look.plain;
      while (!words.empty() && (words.back() < 'a' || words.back() > 'z')) words.remove_suffix(1);
      if (kForeignBoxLines.match(words)) return "box of links";
      if (kForeignEndLines.match(words)) return kEnd;
    }
    if (block.letters <= kLongestNoise && latin && !block.text.starts_with('[')) {
      scraped::Block line{.text = block.text, .plain = look.plain, .columns = block.letters};
      line.heading = look.heading;
      std::replace(line.text.begin(), line.text.end(), '\n', ' ');
      switch (scraped::told_by_words(line).value_or(Kind::line)) {
        case Kind::noise:
          return "furniture";
        case Kind::teaser:
          return tree_[block.node].tag != Tag::p && look.link_share > 0.2 ? "teaser" : "";
        case Kind::dated:
          return "date";
        case Kind::byline:
          return "byline";
        case Kind::credit:
          return "credit";
        case Kind::aside:
          return "link to another article";
        case Kind::related:
          return "box of links";
        case Kind::end:
          return kEnd;
        default:
          break;
      }
    }
    return {};
  }

  // Labels before the first sentence and behind the last are no text: a section, a source, a name.
  void drop_labels(Content& content) {
    constexpr std::size_t kLabel = 60;
    const auto is_label = [&](std::size_t at) {
      const Tag tag = tree_[blocks_[at].node].tag;
      return !looks_[at].prose && blocks_[at].letters < kLabel && tag != Tag::li &&
             tag != Tag::td && !scraped::ends_sentence(looks_[at].plain);
    };
    const auto drop = [&](std::size_t at) {
      Verdict& verdict = content.verdicts[at];
      if (!verdict.kept) return true;
      if (!is_label(at)) return false;
      if (!looks_[at].heading) verdict = {false, "label"};
      return true;
    };
    for (std::size_t at = blocks_.size(); at-- > 0 && drop(at);) {
    }
    for (std::size_t at = 0; at < blocks_.size() && drop(at); ++at) {
    }
  }

  // A short quotation or line that a longer paragraph of the article says, too.
  void drop_pull_quotes(Content& content) const {
    constexpr std::size_t kLeast = 30;
    constexpr std::size_t kMost = 260;
    std::unordered_set<std::uint64_t> said;
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      if (!content.verdicts[at].kept || blocks_[at].letters < kMost / 2) continue;
      for (const auto run : shingles(looks_[at].plain)) said.insert(run);
    }
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      const Block& block = blocks_[at];
      if (!content.verdicts[at].kept || block.letters < kLeast || block.letters >= kMost / 2)
        continue;
      if (looks_[at].heading || !may_be_quote(block.node)) continue;
      const auto runs = shingles(looks_[at].plain);
      const auto hits =
          std::count_if(runs.begin(), runs.end(), [&](auto run) { return said.contains(run); });
      if (runs.size() >= 3 && hits * 10 >= static_cast<std::ptrdiff_t>(runs.size()) * 9) {
        content.verdicts[at] = {false, "said again in the text"};
      }
    }
  }

  [[nodiscard]] bool may_be_quote(NodeId node) const {
    for (int up = 0; up < 3 && node != 0; ++up, node = tree_[node].parent) {
      const Tag tag = tree_[node].tag;
      if (tag == Tag::blockquote || tag == Tag::aside) return true;
      const std::string names = scraped::fold(tree_.attribute(node, Attribute::class_));
      for (const std::string_view word : {"quote", "citation", "exergue", "highlight"}) {
        if (names.find(word) != std::string::npos) return true;
      }
    }
    return false;
  }

  // A heading is kept for the text below it, up to the next of its level.
  void drop_lonely_headings(Content& content) const {
    std::array<bool, 7> text_below{};  // headings of each level
    for (std::size_t at = blocks_.size(); at-- > 0;) {
      Verdict& verdict = content.verdicts[at];
      if (!verdict.kept) continue;
      const Tag tag = tree_[blocks_[at].node].tag;
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

  const Tree& tree_;
  const std::vector<Block>& blocks_;
  const Evidence& evidence_;
  std::vector<Look> looks_;
  bool believing_ = true;  // what classes say
  std::size_t title_ = Content::kNone;
  std::unordered_set<NodeId> cards_;
  std::vector<std::size_t> prose_;  // letters of prose below each node
};

}  // namespace

Content content_of(const Tree& tree, const std::vector<Block>& blocks, const Evidence& evidence) {
  return Judge(tree, blocks, evidence).judge();
}

}  // namespace kiosque::corpus::html
