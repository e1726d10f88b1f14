#include "corpus/html/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <kiosque/error.hpp>

#include "support/text.hpp"

namespace kiosque::corpus::html {
namespace {

[[noreturn]] void refuse(std::size_t line, std::string_view what) {
  throw Error(ErrorCode::invalid_argument,
              fmt::format("line {} of the rules: {} Write a host, then lines such as \"drop "
                          "div.encart, #partage\" or \"keep [itemprop=articleBody]\".",
                          line, what));
}

Selector selector_of(std::string_view text, std::size_t line) {
  Selector selector;
  const auto name = [&] {
    std::size_t end = 0;
    while (end < text.size() &&
           std::string_view(".#[]= \t").find(text[end]) == std::string_view::npos) {
      ++end;
    }
    std::string word(text.substr(0, end));
    text.remove_prefix(end);
    if (word.empty()) refuse(line, "a selector without a name.");
    return word;
  };
  if (!text.empty() && text.front() != '.' && text.front() != '#' && text.front() != '[') {
    std::string word = name();
    selector.tag = tag_of(word);
    if (selector.tag == Tag::other) refuse(line, fmt::format("\"{}\" is no element here.", word));
  }
  while (!text.empty()) {
    const char mark = text.front();
    text.remove_prefix(1);
    if (mark == '.') {
      selector.classes.push_back(name());
    } else if (mark == '#') {
      selector.id = name();
    } else if (mark == '[') {
      if (name() != "itemprop" || !text.starts_with('=')) {
        refuse(line, "only [itemprop=…] is known of attributes.");
      }
      text.remove_prefix(1);
      selector.itemprop = name();
      if (!text.starts_with(']')) refuse(line, "a bracket that is not closed.");
      text.remove_prefix(1);
    } else {
      refuse(line, fmt::format("\"{}\" has no place in a selector.", mark));
    }
  }
  return selector;
}

std::vector<Selector> selectors_of(std::string_view list, std::size_t line) {
  std::vector<Selector> selectors;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const auto one = support::trim(list.substr(0, end));
    if (!one.empty()) selectors.push_back(selector_of(one, line));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  if (selectors.empty()) refuse(line, "no selector.");
  return selectors;
}

bool has_word(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(" \t\r\n"), list.size());
    if (list.substr(0, end) == word) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

}  // namespace

bool Selector::matches(const Tree& tree, NodeId node) const {
  if (tree[node].tag == Tag::text) return false;
  if (tag != Tag::text && tree[node].tag != tag) return false;
  if (!id.empty() && tree.attribute(node, Attribute::id) != id) return false;
  if (!itemprop.empty() && !has_word(tree.attribute(node, Attribute::itemprop), itemprop)) {
    return false;
  }
  const auto names = tree.attribute(node, Attribute::class_);
  return std::all_of(classes.begin(), classes.end(),
                     [&](const auto& name) { return has_word(names, name); });
}

Rules::Rules(std::string_view text) {
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view content = support::trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (content.empty() || content.starts_with('#')) continue;
    const std::size_t blank = std::min(content.find_first_of(" \t"), content.size());
    const auto word = content.substr(0, blank);
    const auto rest = support::trim(content.substr(blank));
    if (word != "keep" && word != "drop") {
      if (!rest.empty() || word.find('.') == std::string_view::npos) {
        refuse(line, fmt::format("\"{}\" is no host, and neither keep nor drop.", content));
      }
      sites_.push_back({.host = std::string(word)});
      continue;
    }
    if (sites_.empty()) refuse(line, "no host above it.");
    auto& list = word == "keep" ? sites_.back().keep : sites_.back().drop;
    for (auto& selector : selectors_of(rest, line)) list.push_back(std::move(selector));
  }
}

const SiteRules* Rules::of_host(std::string_view host) const {
  const SiteRules* best = nullptr;
  for (const SiteRules& site : sites_) {
    const bool within =
        host == site.host || (host.size() > site.host.size() && host.ends_with(site.host) &&
                              host[host.size() - site.host.size() - 1] == '.');
    if (within && (best == nullptr || site.host.size() > best->host.size())) best = &site;
  }
  return best;
}

}  // namespace kiosque::corpus::html
