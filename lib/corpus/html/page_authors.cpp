// Who wrote a page's article.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/date.hpp"
#include "corpus/html/credits.hpp"
#include "corpus/html/hints.hpp"
#include "corpus/identity.hpp"
#include "corpus/scraped_byline.hpp"
#include "corpus/scraped_names.hpp"
#include "corpus/scraped_text.hpp"

namespace kiosque::corpus::html {
namespace {

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos ||
         text.find("www.") != std::string_view::npos || text.starts_with('/') ||
         text.starts_with('@');
}

class AuthorReader {
 public:
  explicit AuthorReader(const CreditSources& sources)
      : sources_(sources),
        tree_(sources.tree),
        blocks_(sources.blocks),
        content_(sources.content),
        metadata_(sources.metadata) {
    for (const auto& name :
         {metadata_.meta({"og:site_name"}), metadata_.linked.publisher, host_of(sources.url)}) {
      if (!name.empty()) site_.push_back(scraped::fold(name));
    }
  }

  std::vector<std::string> read() {
    std::vector<std::string> names = authors();
    if (names.empty() && !account_.empty()) names.push_back(account_);
    return names;
  }

 private:
  [[nodiscard]] std::vector<std::string> authors() const {
    std::vector<std::string> names;
    for (const auto& author : metadata_.linked.authors) add(author, names);
    if (names.empty()) names = property_authors();
    if (!names.empty()) return names;
    for (const std::string_view key :
         {"article:author", "author", "og:article:author", "dc.creator", "dcterms.creator",
          "parsely-author", "sailthru.author", "byl", "article:author_name", "dc.contributor",
          "cxenseparse:author", "citation_author", "twitter:data1"}) {
      if (key == "twitter:data1") {
        const std::string label = scraped::fold(metadata_.meta({"twitter:label1"}));
        if (label.find("ecrit") == std::string::npos &&
            label.find("written") == std::string::npos) {
          continue;
        }
      }
      for (const auto& value : metadata_.all(key)) add(value, names);
      if (!names.empty()) return names;
    }
    return marked_authors();
  }

  [[nodiscard]] std::vector<std::string> property_authors() const {
    std::vector<std::string> names;
    for (const auto& [key, node] : metadata_.properties) {
      if (key != "author" && key != "creator") continue;
      std::string value;
      for (const auto& [inner, id] : metadata_.properties) {
        if (inner == "name" && id > node && id < tree_[node].end) {
          value = value_of(tree_, id);
          break;
        }
      }
      if (value.empty()) value = value_of(tree_, node);
      add(value, names);
    }
    return names;
  }

  // By rel=author or the class of a byline, near the text.
  [[nodiscard]] std::vector<std::string> marked_authors() const {
    std::vector<std::string> names;
    const NodeId begin = sources_.around_text(4);
    for (NodeId at = begin; at < tree_[begin].end; ++at) {
      if (tree_[at].tag != Tag::a) continue;
      if (tree_.attribute(at, Attribute::rel).find("author") == std::string_view::npos) continue;
      add(tree_.text_below(at), names);
    }
    if (!names.empty()) return names;
    for (NodeId at = begin; at < tree_[begin].end && names.empty();) {
      const Node& node = tree_[at];
      if (node.tag == Tag::text || node.attributes_begin == node.attributes_end) {
        ++at;
        continue;
      }
      if (hint_of(tree_, at) == Hint::byline && node.end - at < 60) {
        const std::string text = tree_.text_below(at);
        if (text.size() < 200) {
          const auto found = scraped::authors_in(text, scraped::BylinePlace::beside_date);
          if (found.empty()) add(text, names);
          for (const auto& name : found) add(name, names);
          at = node.end;
          continue;
        }
      }
      ++at;
    }
    if (!names.empty()) return names;
    const auto [first, last] = sources_.text_range();
    for (std::size_t at = first > 12 ? first - 12 : 0; at < std::min(last, first + 2); ++at) {
      if (blocks_[at].letters > 120) continue;
      const bool dated = find_date(blocks_[at].text).has_value();
      names = scraped::authors_in(blocks_[at].text, dated ? scraped::BylinePlace::beside_date
                                                          : scraped::BylinePlace::anywhere);
      if (names.empty() && names_author(blocks_[at].text)) add(blocks_[at].text, names);
      if (!names.empty()) return names;
    }
    for (std::size_t at = last > first + 2 ? last - 1 : last;
         at < std::min(last + 4, blocks_.size()); ++at) {
      if (blocks_[at].letters > 120) continue;
      names = scraped::authors_in(blocks_[at].text, scraped::BylinePlace::anywhere);
      if (names.empty() && names_author(blocks_[at].text)) add(blocks_[at].text, names);
      // A name alone right behind the text signs it.
      if (names.empty() && at <= last + 1 &&
          scraped::is_person(scraped::trimmed(blocks_[at].text))) {
        add(blocks_[at].text, names);
      }
      if (!names.empty()) return names;
    }
    return names;
  }

  // "Von Anna Muster", "Text: Anna Muster": the neighbours' bylines.
  static bool names_author(std::string_view text) {
    const std::string plain = scraped::fold(text);
    constexpr std::size_t kLongest = 60;
    if (plain.size() > kLongest) return false;
    for (const std::string_view opening :
         {"von ", "von: ", "text: ", "text von ", "interview: ", "autor: ", "ein artikel von ",
          "artikel von ", "author: ", "written by ", "by: ", "by "}) {
      if (plain.starts_with(opening)) {
        return scraped::starts_upper(scraped::trimmed(text.substr(opening.size())));
      }
    }
    return false;
  }

  // A name as printed, or several: without "Par", addresses, handles and the site's own name.
  void add(std::string_view printed, std::vector<std::string>& names) const {
    const std::string text = without_entities(printed);
    std::string_view rest = scraped::trimmed(text);
    if (const auto date = find_date(rest)) {
      rest = scraped::trimmed(rest.substr(0, date->begin));
      for (const std::string_view before : {" am", " le", " on", " -", " |", ",", " am Samstag,"}) {
        if (rest.ends_with(before)) rest.remove_suffix(before.size());
      }
    }
    constexpr std::size_t kLongest = 200;
    if (rest.size() > kLongest) return;
    const std::string plain = scraped::fold(rest);
    for (const std::string_view opening : {"propos recueillis par ",
                                           "recueilli par ",
                                           "recueillis par ",
                                           "ecrit par ",
                                           "publie par ",
                                           "texte : ",
                                           "texte: ",
                                           "par : ",
                                           "par: ",
                                           "par ",
                                           "auteur : ",
                                           "auteur: ",
                                           "written by ",
                                           "posted by ",
                                           "by: ",
                                           "by ",
                                           "author: ",
                                           "erstellt von ",
                                           "eingestellt von ",
                                           "geschrieben von ",
                                           "text von ",
                                           "ein artikel von ",
                                           "veroffentlicht von ",
                                           "artikel von: ",
                                           "artikel von ",
                                           "interview: ",
                                           "text: ",
                                           "autor: ",
                                           "von: ",
                                           "von ",
                                           "vom ",
                                           "di ",
                                           "por ",
                                           "author "}) {
      if (plain.starts_with(opening)) {
        const auto folded = scraped::fold_with_offsets(rest);
        rest.remove_prefix(folded.offsets[opening.size()]);
        break;
      }
    }
    while (!rest.empty()) {
      std::size_t cut = rest.size();
      std::size_t skip = 0;
      for (const std::string_view mark :
           {", ", " et ", " and ", " & ", ";", " / ", "|", " und ", " • "}) {
        const std::size_t at = rest.find(mark);
        if (at < cut) {
          cut = at;
          skip = mark.size();
        }
      }
      add_one(rest.substr(0, cut), names);
      rest.remove_prefix(std::min(cut + skip, rest.size()));
    }
  }

  void add_one(std::string_view name, std::vector<std::string>& names) const {
    name = scraped::trimmed(name);
    while (name.ends_with(',') || name.ends_with(':') || name.ends_with('.')) name.remove_suffix(1);
    if (name.empty() || name.size() > 80 || is_address(name)) return;
    const std::string plain = scraped::fold(name);
    for (const std::string_view link :
         {"zeige alle", "tous les articles", "voir tous", "view all", "all posts", "alle beitrage",
          "voir ses", "see all", "edite par", "edited by", "avec la collaboration"}) {
      if (plain.starts_with(link)) return;
    }
    if (plain.find('@') != std::string::npos) return;
    constexpr std::size_t kMostWords = 7;
    if (scraped::words_of(name).size() > kMostWords) return;
    if (std::none_of(plain.begin(), plain.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || c == scraped::kForeign; })) {
      return;
    }
    for (const auto& site : site_) {
      if (plain == site) return;
    }
    for (const std::string_view none :
         {"admin",          "redaction", "webmaster", "administrator", "null",          "none",
          "unknown",        "editor",    "staff",     "super user",    "no author",     "anonymous",
          "redaktion",      "facebook",  "twitter",   "posted",        "publiziert am", "author",
          "auteur",         "von",       "by",        "par",           "datum",         "date",
          "wordpressadmin", "agencies"}) {
      if (plain == none) return;
    }
    if (find_date(name)) return;
    // "jean.dupont", "jdupont": what the author signs in with.
    const bool upper = std::any_of(name.begin(), name.end(), [](char c) {
      return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
    if (!upper && plain.find(' ') == std::string::npos) {
      if (account_.empty()) account_ = name;
      return;
    }
    const auto same = [&](const std::string& known) { return scraped::fold(known) == plain; };
    if (std::none_of(names.begin(), names.end(), same)) names.emplace_back(name);
  }

  const CreditSources& sources_;
  const Tree& tree_;
  const std::vector<Block>& blocks_;
  const Content& content_;
  const Metadata& metadata_;
  std::vector<std::string> site_;  // its names, folded
  mutable std::string account_;    // an author's, where the page gives one
};

}  // namespace

std::vector<std::string> authors_of(const CreditSources& sources) {
  return AuthorReader(sources).read();
}

}  // namespace kiosque::corpus::html
