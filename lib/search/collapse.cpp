#include "search/collapse.hpp"

#include <algorithm>
#include <utility>

#include "index/word_order.hpp"
#include "search/card.hpp"
#include "search/selection.hpp"

namespace kiosque::searching {
namespace {

// The words of the texts, each as often as it comes, sorted.
std::vector<std::uint64_t> words_of(const Article& article, analysis::Analyzer& analyzer) {
  std::vector<std::uint64_t> words;
  analysis::Words analyzed;
  for (const std::string* const text : {&article.lead, &article.body}) {
    analyzer.analyze(*text, analyzed);
    for (const auto& word : analyzed.list()) {
      if (!word.alternative) words.push_back(indexing::word_hash(analyzed.surface(word)));
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

double difference_of(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t only_one = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left == *right) {
      ++left;
      ++right;
      continue;
    }
    ++only_one;
    ++(*left < *right ? left : right);
  }
  only_one += static_cast<std::size_t>((a.end() - left) + (b.end() - right));
  const std::size_t all = a.size() + b.size();
  return all == 0 ? 0 : static_cast<double>(only_one) / static_cast<double>(all);
}

}  // namespace

Collapse::Collapse(Walk& walk, const Matches& matches)
    : walk_(walk),
      matches_(matches),
      families_(walk.snapshot().families(walk.seat().databases)),
      single_(matches),
      group_of_(families_.size(), Families::kNone) {
  std::vector<bool> met(families_.size());
  for (std::uint32_t part = 0; part < matches.size(); ++part) {
    Bitmap within = matches[part];
    within &= families_.within(part);
    within.for_each([&](std::uint32_t document) {
      const std::uint32_t family = families_.of({part, document});
      if (met[family]) return;
      met[family] = true;
      std::vector<DocumentPlace> group;
      for (const DocumentPlace& member : families_.members(family)) {
        if (matches[member.part].test(member.document)) group.push_back(member);
      }
      if (group.size() < 2) return;
      for (const DocumentPlace& member : group) single_[member.part].reset(member.document);
      group_of_[family] = static_cast<std::uint32_t>(groups_.size());
      groups_.push_back(std::move(group));
    });
  }
}

std::size_t Collapse::count() const {
  return searching::count(single_) + groups_.size();
}

const std::vector<DocumentPlace>* Collapse::group_of(const DocumentPlace& place) const {
  const std::uint32_t family = families_.of(place);
  if (family == Families::kNone || group_of_[family] == Families::kNone) return nullptr;
  return &groups_[group_of_[family]];
}

std::vector<Ranked> Collapse::rank(const std::vector<querying::ScoredTerm>& scores,
                                   const std::vector<std::string>& plain_words, const Page& page) {
  if (page.sort != Sort::relevance || page.key) {
    // In the order of what is shown.
    Matches shown = single_;
    for (const auto& group : groups_) shown[group[0].part].set(group[0].document);
    return searching::rank(walk_, shown, scores, plain_words, page);
  }
  const std::size_t families = count();
  const std::size_t begin = std::min(page.offset, families);
  const std::size_t wanted = begin + std::min(page.limit, families - begin);
  if (wanted == begin) return {};
  // More and more of the best articles, until there are families enough among them.
  for (std::size_t limit = wanted + wanted / 2 + 10;; limit *= 2) {
    Page all = page;
    all.offset = 0;
    all.limit = limit;
    const auto ranked = searching::rank(walk_, matches_, scores, plain_words, all);
    std::vector<Ranked> hits;
    std::vector<bool> met(groups_.size());
    for (const Ranked& one : ranked) {
      const auto* const group = group_of(one.place);
      if (group != nullptr) {
        const auto number = static_cast<std::size_t>(group - groups_.data());
        if (met[number]) continue;
        met[number] = true;
      }
      hits.push_back({group == nullptr ? one.place : group->front(), one.score});
      if (hits.size() == wanted) break;
    }
    if (hits.size() < wanted && ranked.size() == limit) continue;
    hits.erase(hits.begin(),
               hits.begin() + static_cast<std::ptrdiff_t>(std::min(begin, hits.size())));
    return hits;
  }
}

std::vector<DocumentPlace> Collapse::copies(const DocumentPlace& shown) const {
  const auto* const group = group_of(shown);
  if (group == nullptr) return {};
  return {group->begin() + 1, group->end()};
}

std::vector<Copy> describe_copies(Seat& seat, const DocumentPlace& first,
                                  const std::vector<DocumentPlace>& copies, std::size_t limit) {
  std::vector<Copy> described;
  if (copies.empty() || limit == 0) return described;
  const auto words = words_of(article_at(seat, first), seat.analyzer);
  for (const DocumentPlace& place : copies) {
    if (described.size() == limit) break;
    Article article = article_at(seat, place);
    const double difference =
        place == first ? 0 : difference_of(words, words_of(article, seat.analyzer));
    described.push_back({std::move(article.id), std::move(article.title),
                         std::move(article.published), std::move(article.source),
                         std::move(article.section), std::move(article.url), difference});
  }
  return described;
}

std::vector<Copy> family_of(Seat& seat, std::string_view id) {
  const Limits limits;
  Walk walk(seat, limits);
  const auto place = place_of(walk, id);
  const Families& families = seat.snapshot->families(seat.databases);
  const std::uint32_t family = place ? families.of(*place) : Families::kNone;
  if (family == Families::kNone) return {};
  const auto members = families.members(family);
  return describe_copies(seat, members[0], {members.begin(), members.end()}, members.size());
}

std::vector<std::vector<std::string>> all_families(const Seat& seat) {
  const Families& families = seat.snapshot->families(seat.databases);
  std::vector<std::vector<std::string>> all;
  for (std::uint32_t family = 0; family < families.size(); ++family) {
    auto& ids = all.emplace_back();
    for (const DocumentPlace& place : families.members(family))
      ids.push_back(seat.snapshot->id_of(place));
  }
  return all;
}

}  // namespace kiosque::searching
