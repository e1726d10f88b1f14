#include "search/places.hpp"

#include <algorithm>
#include <utility>

#include "index/document.hpp"
#include "index/fields.hpp"

namespace kiosque::searching {
namespace {

using indexing::Border;
using querying::Node;

// From so many on, a document's are looked up instead of all tried.
constexpr std::size_t kManyForms = 16;

void sort_out(std::vector<Place>& places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
}

std::vector<Place> each_alone(std::vector<std::uint32_t> positions) {
  std::vector<Place> places;
  places.reserve(positions.size());
  for (const std::uint32_t position : positions) places.push_back({position, position});
  sort_out(places);
  return places;
}

}  // namespace

PlaceFinder::PlaceFinder(Walk& walk, const Node& node, std::size_t part)
    : walk_(walk), part_(part), root_(prepare(node)) {}

PlaceFinder::Form PlaceFinder::form(std::string surface) {
  Form form;
  form.hash = indexing::word_hash(surface);
  form.postings = walk_.look_up(indexing::surface_term({}, surface)).parts[part_];
  form.surface = std::move(surface);
  return form;
}

PlaceFinder::Step PlaceFinder::prepare(const Node& node) {
  const auto& segment = walk_.snapshot().parts()[part_];
  Step step;
  step.node = &node;
  step.candidates = Bitmap(segment.size());
  switch (node.kind) {
    case Node::Kind::word: {
      if (!node.term.empty()) {
        step.stem = walk_.look_up(indexing::stem_term({}, node.term)).parts[part_];
        step.stem->add_to(step.candidates);
        for (auto& surface : walk_.words_of(node.term, part_)) {
          if (surface != node.words[0]) step.forms.push_back(form(std::move(surface)));
        }
      }
      step.typed = step.forms.size();
      step.forms.push_back(form(node.words[0]));
      step.forms.back().postings->add_to(step.candidates);
      break;
    }
    case Node::Kind::phrase: {
      step.candidates = segment.living;
      for (const auto& word : node.words) {
        step.forms.push_back(form(word));
        Bitmap with_word(segment.size());
        step.forms.back().postings->add_to(with_word);
        step.candidates &= with_word;
      }
      break;
    }
    case Node::Kind::prefix:
    case Node::Kind::similar:
      for (auto& surface : node.kind == Node::Kind::prefix
                               ? walk_.all_words_with(node.words[0], part_)
                               : walk_.words_like(node.words[0])) {
        step.forms.push_back(form(std::move(surface)));
        step.forms.back().postings->add_to(step.candidates);
      }
      if (step.forms.size() > kManyForms) {
        for (std::uint32_t i = 0; i < step.forms.size(); ++i) {
          step.forms[i].postings->for_each([&](std::uint32_t document, std::uint32_t) {
            step.by_document.emplace_back(document, i);
          });
        }
        std::sort(step.by_document.begin(), step.by_document.end());
      }
      break;
    case Node::Kind::any:
    case Node::Kind::frequent:
      for (const Node& child : node.children) {
        step.children.push_back(prepare(child));
        step.candidates |= step.children.back().candidates;
      }
      break;
    default:
      step.candidates = segment.living;
      for (const Node& child : node.children) {
        step.children.push_back(prepare(child));
        step.candidates &= step.children.back().candidates;
      }
  }
  return step;
}

bool PlaceFinder::stands_in(std::uint32_t document) {
  Source source;
  read(document, source);
  return !places(root_, source).empty();
}

std::array<std::size_t, indexing::kTextParts> PlaceFinder::count(std::uint32_t document) {
  Source source;
  read(document, source);
  std::array<std::size_t, indexing::kTextParts> counts{};
  for (const Place& place : places(root_, source)) {
    for (std::size_t part = 0; part < counts.size(); ++part) {
      const auto [first, last] = source.parts[part];
      counts[part] += place.first >= first && place.last < last ? 1 : 0;
    }
  }
  return counts;
}

void PlaceFinder::read(std::uint32_t document, Source& source) {
  using indexing::TextPart;
  source.document = document;
  source.order = walk_.snapshot().parts()[part_].segment->words().at(document);
  if (!source.order.known()) return read_text(document, source);
  for (const TextPart part : {TextPart::title, TextPart::lead, TextPart::body})
    source.parts[static_cast<std::size_t>(part)] = source.order.range(part);
}

void PlaceFinder::read_text(std::uint32_t document, Source& source) {
  const Article article =
      indexing::from_document(walk_.seat().databases[part_].get_document(document));
  const bool french = indexing::is_french(article);
  analysis::Words analyzed;
  std::uint32_t before = 0;
  std::size_t part = 0;
  for (const std::string* const text : {&article.title, &article.lead, &article.body}) {
    const std::uint32_t begin = before + static_cast<std::uint32_t>(part) * indexing::kTextGap;
    walk_.seat().analyzer.analyze(*text, analyzed);
    indexing::SentenceBorders sentences(*text);
    for (const auto& word : analyzed.list()) {
      const std::uint32_t position = begin + word.position - 1;
      if (const auto paragraph = word.alternative ? std::nullopt : sentences.at(word.begin))
        source.borders.push_back({position, *paragraph});
      source.tokens.push_back({position, std::string(analyzed.surface(word)),
                               french ? std::string(analyzed.stem(word)) : std::string()});
    }
    const std::uint32_t words = analyzed.list().empty() ? 0 : analyzed.list().back().position;
    source.parts[part++] = {begin, begin + words};
    before += words;
  }
  source.has_borders = true;
}

std::vector<Place> PlaceFinder::places(Step& step, Source& source) {
  std::vector<Place> found;
  switch (step.node->kind) {
    case Node::Kind::word:
    case Node::Kind::prefix:
    case Node::Kind::similar:
      found = words(step, source);
      break;
    case Node::Kind::phrase:
      found = phrase(step, source);
      break;
    case Node::Kind::any:
      for (Step& child : step.children) {
        const auto more = places(child, source);
        found.insert(found.end(), more.begin(), more.end());
      }
      sort_out(found);
      break;
    case Node::Kind::frequent:
      found = places(step.children.front(), source);
      if (found.size() < step.node->count) found.clear();
      break;
    case Node::Kind::near:
    case Node::Kind::ordered:
      found = chain(step, source);
      break;
    default:
      found = together(step, source);
  }
  if (step.node->part) {
    const auto [first, last] = source.parts[static_cast<std::size_t>(*step.node->part)];
    std::erase_if(found, [first = first, last = last](const Place& place) {
      return place.first < first || place.last >= last;
    });
  }
  return found;
}

// A code stands for its word only where the word is known to be there.
void PlaceFinder::add_form(Form& form, const Source& source,
                           std::vector<std::uint32_t>& positions) {
  if (form.postings->wdf(source.document, form.from) == 0) return;
  std::vector<std::uint32_t> found;
  source.order.positions(form.hash, found);
  positions.insert(positions.end(), found.begin(), found.end());
}

std::vector<Place> PlaceFinder::words(Step& step, Source& source) {
  std::vector<std::uint32_t> positions;
  if (!source.order.known()) {
    for (const Token& token : source.tokens) {
      const bool by_stem = step.stem != nullptr && token.stem == step.node->term;
      if (by_stem || std::any_of(step.forms.begin(), step.forms.end(), [&](const Form& form) {
            return (step.stem == nullptr || &form == &step.forms[step.typed]) &&
                   form.surface == token.surface;
          })) {
        positions.push_back(token.position);
      }
    }
    return each_alone(std::move(positions));
  }
  // Articles of another language have no stems: there a word is as it is written.
  const bool by_stem = step.stem != nullptr && step.stem->wdf(source.document, step.stem_from) > 0;
  if (!step.by_document.empty()) {
    auto at = std::lower_bound(step.by_document.begin(), step.by_document.end(),
                               std::pair(source.document, std::uint32_t{0}));
    for (; at != step.by_document.end() && at->first == source.document; ++at)
      add_form(step.forms[at->second], source, positions);
  } else if (step.stem == nullptr || by_stem) {
    for (Form& form : step.forms) add_form(form, source, positions);
  } else {
    add_form(step.forms[step.typed], source, positions);
  }
  return each_alone(std::move(positions));
}

std::vector<Place> PlaceFinder::phrase(Step& step, Source& source) {
  std::vector<Place> found;
  std::vector<std::uint32_t> begins;
  for (std::size_t i = 0; i < step.forms.size(); ++i) {
    std::vector<std::uint32_t> positions;
    if (source.order.known()) {
      add_form(step.forms[i], source, positions);
    } else {
      for (const Token& token : source.tokens) {
        if (token.surface == step.forms[i].surface) positions.push_back(token.position);
      }
    }
    std::sort(positions.begin(), positions.end());
    if (i == 0) {
      begins = std::move(positions);
      continue;
    }
    std::erase_if(begins, [&](std::uint32_t begin) {
      return !std::binary_search(positions.begin(), positions.end(),
                                 begin + static_cast<std::uint32_t>(i));
    });
  }
  const auto size = static_cast<std::uint32_t>(step.forms.size());
  for (const std::uint32_t begin : begins) found.push_back({begin, begin + size - 1});
  sort_out(found);
  return found;
}

// From the left: what is near so far, and the next one near to it.
std::vector<Place> PlaceFinder::chain(Step& step, Source& source) {
  const auto reach = static_cast<std::uint32_t>(step.node->count);
  const bool ordered = step.node->kind == Node::Kind::ordered;
  std::vector<Place> chained = places(step.children.front(), source);
  for (std::size_t i = 1; i < step.children.size() && !chained.empty(); ++i) {
    const std::vector<Place> next = places(step.children[i], source);
    std::vector<Place> longer;
    for (const Place& one : chained) {
      for (const Place& other : next) {
        const bool behind = other.first > one.last && other.first - one.last <= reach;
        const bool before = !ordered && one.first > other.last && one.first - other.last <= reach;
        if (behind || before)
          longer.push_back({std::min(one.first, other.first), std::max(one.last, other.last)});
      }
    }
    sort_out(longer);
    chained = std::move(longer);
  }
  return chained;
}

// For each sentence or paragraph that has all: from the first to the last of them.
std::vector<Place> PlaceFinder::together(Step& step, Source& source) {
  if (!source.has_borders) source.order.borders(source.borders);
  source.has_borders = true;
  const bool paragraphs = step.node->kind == Node::Kind::paragraph;
  std::vector<std::uint32_t> begins;
  for (const Border& border : source.borders) {
    if (border.paragraph || !paragraphs) begins.push_back(border.position);
  }
  const auto unit_of = [&](std::uint32_t position) {
    return std::upper_bound(begins.begin(), begins.end(), position) - begins.begin();
  };
  struct Unit {
    std::size_t have = 0;  // of the first of the children
    Place place = {};
  };
  std::vector<Unit> units(begins.size() + 1);
  for (std::size_t i = 0; i < step.children.size(); ++i) {
    for (const Place& place : places(step.children[i], source)) {
      const auto at = unit_of(place.first);
      if (unit_of(place.last) != at) continue;
      Unit& unit = units[static_cast<std::size_t>(at)];
      if (unit.have < i) continue;
      unit.place = unit.have == 0 ? place
                                  : Place{std::min(unit.place.first, place.first),
                                          std::max(unit.place.last, place.last)};
      unit.have = i + 1;
    }
  }
  std::vector<Place> found;
  for (const Unit& unit : units) {
    if (unit.have == step.children.size()) found.push_back(unit.place);
  }
  return found;
}

}  // namespace kiosque::searching
