#include "corpus/html/page.hpp"

#include <algorithm>
#include <utility>

#include "corpus/encoding.hpp"
#include "corpus/html/blocks.hpp"
#include "corpus/html/content.hpp"
#include "corpus/html/credits.hpp"
#include "corpus/html/entities.hpp"
#include "corpus/html/headline.hpp"
#include "corpus/html/metadata.hpp"
#include "corpus/html/whitespace.hpp"
#include "corpus/identity.hpp"
#include "support/text.hpp"

namespace kiosque::corpus::html {
namespace {

// "div.article__content > p": the element and the two around it, by their first names.
std::string element_of(const Tree& tree, NodeId id) {
  std::string path;
  for (int up = 0; up < 3 && id != 0; ++up, id = tree[id].parent) {
    std::string step(name_of(tree[id].tag));
    const std::string_view key = tree.attribute(id, Attribute::id);
    std::string_view names = support::trim(tree.attribute(id, Attribute::class_));
    names = names.substr(0, names.find_first_of(" \t\r\n"));
    constexpr std::size_t kLongest = 40;
    if (!key.empty()) step += "#" + std::string(support::cut_utf8(key, kLongest));
    if (!names.empty()) step += "." + std::string(support::cut_utf8(names, kLongest));
    path = path.empty() ? step : step + " > " + path;
  }
  return path;
}

// Where the page shows little of its text, as those do that a program fills, the linked data may
// have it.
void use_linked_body(const std::string& linked, Article& article) {
  constexpr std::size_t kLeast = 250;
  if (linked.size() < kLeast || article.body.size() * 2 > linked.size()) return;
  const std::string text = without_entities(linked);
  std::string_view rest = text;
  std::string body;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    Collapsed line;
    line.add(rest.substr(0, end));
    if (!line.empty()) body += (body.empty() ? "" : "\n\n") + line.take();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (body.find('<') != std::string::npos) return;  // markup within: not worth the trust
  article.body = std::move(body);
}

// Of those that say it, the first that is an address of a page: a canonical address without a path
// is a mistake that would make one article of a whole site.
std::string address_of(const Metadata& metadata, const std::string& fetched) {
  for (const std::string& address : {metadata.canonical, metadata.meta({"og:url", "twitter:url"}),
                                     fetched, metadata.linked.url}) {
    if (address.find("://") == std::string::npos) continue;
    const std::size_t path = address.find('/', address.find("://") + 3);
    if (path != std::string::npos && path + 1 < address.size()) return address;
  }
  return fetched;
}

std::string description_of(const Metadata& metadata) {
  if (!metadata.linked.description.empty()) return without_entities(metadata.linked.description);
  return metadata.meta({"og:description", "description", "twitter:description"});
}

void append_paragraph(std::string& text, std::string_view paragraph) {
  if (!text.empty()) text += "\n\n";
  text += paragraph;
}

}  // namespace

Page read_page(std::string bytes, const ReadPageOptions& options) {
  const std::string text = to_utf8(std::move(bytes));
  const Tree tree = Tree::parse(text);
  const std::vector<Block> blocks = blocks_of(tree);
  const Metadata metadata = metadata_of(tree);

  Page page;
  Article& article = page.article;
  article.url = address_of(metadata, options.url);
  article.title = headline_of(tree, blocks, metadata);
  const std::string description = description_of(metadata);
  const Content content = content_of(tree, blocks,
                                     {.title = article.title,
                                      .description = description,
                                      .body = metadata.linked.body,
                                      .rules = options.rules.of_host(host_of(article.url))});
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    const Verdict& verdict = content.verdicts[at];
    if (at == content.lead) {
      article.lead = blocks[at].text;
    } else if (verdict.kept) {
      append_paragraph(article.body, blocks[at].text);
    }
    if (options.explain) {
      page.blocks.push_back({blocks[at].text, element_of(tree, blocks[at].node),
                             std::string(verdict.reason), verdict.kept});
    }
  }
  use_linked_body(metadata.linked.body, article);
  // Films and galleries have little else.
  const bool says_article = metadata.linked.is_article || metadata.meta({"og:type"}) == "article";
  if (article.body.empty() && article.lead.empty() && says_article) article.lead = description;
  const CreditSources sources{tree, blocks, content, metadata, article.url, text, options.today};
  PageDates dates = dates_of(sources);
  article.published = std::move(dates.published);
  article.modified = std::move(dates.modified);
  article.authors = authors_of(sources);
  article.section = metadata.linked.section;
  if (article.section.empty()) article.section = metadata.meta({"article:section", "og:section"});
  article.tags = metadata.all("article:tag");
  if (article.tags.empty()) article.tags = metadata.linked.tags;
  article.source = metadata.meta({"og:site_name"});
  if (article.source.empty()) article.source = metadata.linked.publisher;
  return page;
}

}  // namespace kiosque::corpus::html
