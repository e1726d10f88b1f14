// Who wrote a page's article.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/date.hpp"
#include "corpus/html/credits.hpp"
#include "corpus/html/entities.hpp"
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

  // By a link to the author's page, the class of a byline, or a line that names someone.
  [[nodiscard]] std::vector<std::string> marked_authors() const {
    std::vector<std::string> names;
    linked_authors(names);
    if (names.empty() && !account_.empty()) return {account_};
    if (names.empty()) byline_authors(names);
    if (names.empty()) printed_above(names);
    if (names.empty()) printed_behind(names);
    return names;
  }

  static bool is_author_link(const Tree& tree, NodeId id) {
    if (tree.attribute(id, Attribute::rel).find("author") != std::string_view::npos) return true;
    const std::string path = scraped::fold(tree.attribute(id, Attribute::href));
    for (const std::string_view part :
         {"/author/", "/authors/", "/auteur/", "/auteurs/", "/autor/", "/autoren/", "/journaliste/",
          "/journalistes/", "/signataires/", "/redacteur/", "/redacteurs/", "/autores/"}) {
      if (path.find(part) != std::string::npos) return true;
    }
    return false;
  }

  // The first such link that names someone, and those beside it: further on are other articles'.
  void linked_authors(std::vector<std::string>& names) const {
    const NodeId begin = sources_.around_text(4);
    NodeId end = tree_[begin].end;
    for (NodeId at = begin; at < end; ++at) {
      if (tree_[at].tag != Tag::a || !is_author_link(tree_, at)) continue;
      const std::size_t before = names.size();
      add(tree_.text_below(at), names);
      if (before > 0 || names.empty()) continue;
      const NodeId parent = tree_[at].parent;
      end = tree_[is_block(tree_[parent].tag) ? parent : tree_[parent].parent].end;
    }
  }

  void byline_authors(std::vector<std::string>& names) const {
    constexpr std::size_t kLongest = 200;
    constexpr NodeId kMostNodes = 60;
    const NodeId begin = sources_.around_text(4);
    for (NodeId at = begin; at < tree_[begin].end && names.empty();) {
      const Node& node = tree_[at];
      const bool marked = node.tag != Tag::text && node.attributes_begin < node.attributes_end &&
                          node.end - at < kMostNodes && hint_of(tree_, at) == Hint::byline;
      if (!marked) {
        ++at;
        continue;
      }
      // "Anna Muster" of "Par Anna Muster Tous ses articles": the link is the name.
      for (NodeId link = at; link < node.end && names.empty(); ++link) {
        if (tree_[link].tag == Tag::a && scraped::is_person(tree_.text_below(link))) {
          add(tree_.text_below(link), names);
        }
      }
      const std::string text = tree_.text_below(at);
      if (names.empty() && text.size() < kLongest) {
        const auto found = scraped::authors_in(text, scraped::BylinePlace::beside_date);
        if (found.empty()) add(text, names);
        for (const auto& name : found) add(name, names);
      }
      at = node.end;
    }
  }

  // "Par :" and its kin, alone on a line: the name is on the next.
  static bool announces(std::string_view text) {
    std::string plain = scraped::fold(scraped::trimmed(text));
    while (!plain.empty() && (plain.back() == ':' || plain.back() == ' ')) plain.pop_back();
    for (const std::string_view word : {"par", "auteur", "auteurs", "texte", "by", "author", "von",
                                        "autor", "autorin", "text", "text & fotos"}) {
      if (plain == word) return true;
    }
    return false;
  }

  static constexpr std::size_t kLongestLine = 120;

  void printed_above(std::vector<std::string>& names) const {
    constexpr std::size_t kAbove = 12;
    const auto [first, last] = sources_.text_range();
    for (std::size_t at = first > kAbove ? first - kAbove : 0;
         at < std::min(last, first + 2) && names.empty(); ++at) {
      if (blocks_[at].letters > kLongestLine) continue;
      const std::string& line = blocks_[at].text;
      const auto place =
          find_date(line) ? scraped::BylinePlace::beside_date : scraped::BylinePlace::anywhere;
      for (const auto& name : scraped::authors_in(line, place)) add(name, names);
      if (names.empty() && names_author(line)) add(line, names);
      if (names.empty() && announces(line) && at + 1 < blocks_.size()) {
        add(blocks_[at + 1].text, names);
      }
    }
  }

  void printed_behind(std::vector<std::string>& names) const {
    constexpr std::size_t kBehind = 4;
    const auto [first, last] = sources_.text_range();
    for (std::size_t at = last > first + 2 ? last - 1 : last;
         at < std::min(last + kBehind, blocks_.size()) && names.empty(); ++at) {
      const Block& block = blocks_[at];
      if (block.letters > kLongestLine) continue;
      for (const auto& name : scraped::authors_in(block.text, scraped::BylinePlace::anywhere)) {
        add(name, names);
      }
      if (names.empty() && names_author(block.text)) add(block.text, names);
      // A name alone right behind the text signs it.
      const bool within =
          block.node >= content_.container && block.node < tree_[content_.container].end;
      if (names.empty() && at <= last + 1 && within && !is_heading(tree_[block.node].tag) &&
          scraped::is_person(scraped::trimmed(block.text))) {
        add(block.text, names);
      }
    }
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
      for (const std::string_view before :
           {",", "Samstag", "Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag",
            "Stand", "Stand:", " am", " le", " on", " -", " |", ","}) {
        rest = scraped::trimmed(rest);
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

  // "9 articles", "1,199 signatures"; "20 Minutes" is a paper.
  static bool is_count(std::string_view plain) {
    const std::size_t end = plain.find_first_not_of("0123456789., ");
    if (end == 0 || end == std::string_view::npos) return false;
    for (const std::string_view word : {"article", "comment", "signature", "reponse", "kommentar",
                                        "avis", "vue", "view", "post"}) {
      if (plain.substr(end).starts_with(word)) return true;
    }
    return false;
  }

  void add_one(std::string_view name, std::vector<std::string>& names) const {
    name = scraped::trimmed(name);
    while (name.ends_with(',') || name.ends_with(':') || name.ends_with('.')) name.remove_suffix(1);
    if (name.empty() || name.size() > 80 || is_address(name)) return;
    const std::string plain = scraped::fold(name);
    for (const std::string_view link :
         {"zeige alle",        "tous les articles", "voir tous",
          "view all",          "all posts",         "alle beitrage",
          "voir ses",          "see all",           "show all",
          "more posts",        "view comments",     "zur ",
          "alles von",         "autorenseite",      "posted on",
          "veroffentlicht am", "related",           "see more",
          "edite par",         "edited by",         "avec la collaboration"}) {
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
         {"admin",   "webmaster", "administrator", "null",      "none",           "unknown",
          "editor",  "staff",     "super user",    "no author", "anonymous",      "facebook",
          "twitter", "posted",    "publiziert am", "author",    "auteur",         "von",
          "by",      "par",       "datum",         "date",      "wordpressadmin", "agencies"}) {
      if (plain == none) return;
    }
    if (find_date(name) || is_count(plain)) return;
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
