#include "corpus/html/credits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "corpus/date.hpp"
#include "corpus/html/hints.hpp"
#include "corpus/identity.hpp"
#include "corpus/scraped_byline.hpp"
#include "corpus/scraped_kinds.hpp"
#include "corpus/scraped_names.hpp"
#include "corpus/scraped_text.hpp"
#include "support/text.hpp"

namespace kiosque::corpus::html {
namespace {

std::string date_in(std::string_view text) {
  if (auto date = parse_date(text)) return *date;
  if (auto found = find_date(text)) return found->iso;
  return {};
}

// The day that an address names: "/2019/11/19/", "/2019/1/9/", "/20191119-", "-2019-11-19-".
std::string date_in_address(std::string_view url) {
  const auto is_digit = [&](std::size_t at) {
    return at < url.size() && url[at] >= '0' && url[at] <= '9';
  };
  // A number of so many digits, which `at` is moved behind; negative where there is none.
  const auto number = [&](std::size_t& at, std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t size = 0;
    for (; size < most && is_digit(at + size); ++size) value = value * 10 + (url[at + size] - '0');
    at += size;
    return size < least ? -1 : value;
  };
  for (std::size_t begin = url.find('/', 8); begin < url.size(); ++begin) {
    if (begin > 0 && is_digit(begin - 1)) continue;
    std::size_t at = begin;
    const int year = number(at, 4, 4);
    if (year < 1990 || year > 2099) continue;
    const char mark = at < url.size() && (url[at] == '/' || url[at] == '-') ? url[at] : '\0';
    if (mark != '\0') ++at;
    const std::size_t least = mark == '/' ? 1 : 2;
    const int month = number(at, least, 2);
    if (mark != '\0' && (at >= url.size() || url[at++] != mark)) continue;
    const int day = number(at, least, 2);
    if (month < 1 || day < 1 || is_digit(at)) continue;
    if (auto date = parse_date(fmt::format("{:04}-{:02}-{:02}", year, month, day))) return *date;
  }
  return {};
}

// Of two ISO dates.
long days_apart(std::string_view a, std::string_view b) {
  const auto day = [](std::string_view iso) {
    const auto number = [&](std::size_t at, std::size_t size) {
      int value = 0;
      for (const char c : iso.substr(at, size)) value = value * 10 + (c - '0');
      return value;
    };
    const std::chrono::sys_days days = std::chrono::year_month_day{
        std::chrono::year{number(0, 4)}, std::chrono::month{static_cast<unsigned>(number(5, 2))},
        std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    return days.time_since_epoch().count();
  };
  return std::abs(static_cast<long>(day(a) - day(b)));
}

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos ||
         text.find("www.") != std::string_view::npos || text.starts_with('/') ||
         text.starts_with('@');
}

class CreditReader {
 public:
  explicit CreditReader(const CreditSources& sources)
      : tree_(sources.tree),
        blocks_(sources.blocks),
        content_(sources.content),
        metadata_(sources.metadata),
        url_(sources.url),
        source_(sources.text),
        today_(sources.today) {
    for (const auto& name :
         {metadata_.meta({"og:site_name"}), metadata_.linked.publisher, host_of(url_)}) {
      if (!name.empty()) site_.push_back(scraped::fold(name));
    }
  }

  Credits read() {
    Credits credits;
    credits.published = published();
    credits.modified = modified();
    if (credits.modified == credits.published) credits.modified.clear();
    credits.authors = authors();
    if (credits.authors.empty() && !account_.empty()) credits.authors = {account_};
    return credits;
  }

 private:
  // ── dates

  [[nodiscard]] std::string published() const {
    std::string date = said_published();
    // The day in the address is the one that readers see, whatever zone the server counts in.
    constexpr std::size_t kDay = 10;
    const std::string address = date_in_address(url_);
    if (date.size() > kDay && !address.empty() && date.substr(0, kDay) != address &&
        days_apart(date, address) == 1) {
      return address;
    }
    if (date.empty()) date = address;
    if (date.empty()) date = visible();
    if (date.empty()) date = date_in_scripts();
    return date;
  }

  // What the metas, microdata and <time> say.
  [[nodiscard]] std::string said_published() const {
    if (auto date = date_in(metadata_.linked.published); !date.empty()) return date;
    for (const std::string_view name : {"article:published_time",
                                        "article:published",
                                        "og:article:published_time",
                                        "og:published_time",
                                        "datepublished",
                                        "date_published",
                                        "publish-date",
                                        "publishdate",
                                        "publish_date",
                                        "pubdate",
                                        "publication_date",
                                        "dc.date.issued",
                                        "dcterms.issued",
                                        "dc.issued",
                                        "dcterms.created",
                                        "dcterms.date",
                                        "dc.date",
                                        "dc.date.created",
                                        "date",
                                        "sailthru.date",
                                        "parsely-pub-date",
                                        "cxenseparse:recs:publishtime",
                                        "article.published",
                                        "article_date_original",
                                        "originalpublicationdate",
                                        "displaydate",
                                        "citation_publication_date",
                                        "citation_date",
                                        "og:pubdate",
                                        "datecreated",
                                        "shareaholic:article_published_time",
                                        "ptime",
                                        "article:post_date",
                                        "pdate",
                                        "creation_date",
                                        "rnews:datepublished"}) {
      if (auto date = date_in(metadata_.meta({name})); !date.empty()) return date;
    }
    for (const std::string_view name : {"datePublished", "dateCreated"}) {
      if (auto date = property(name); !date.empty()) return date;
    }
    if (auto date = time_near_text(); !date.empty()) return date;
    return marked_date();
  }

  [[nodiscard]] std::string modified() const {
    if (auto date = date_in(metadata_.linked.modified); !date.empty()) return date;
    for (const std::string_view name :
         {"article:modified_time", "og:article:modified_time", "datemodified", "dcterms.modified",
          "dc.date.modified", "last-modified", "lastmod"}) {
      if (auto date = date_in(metadata_.meta({name})); !date.empty()) return date;
    }
    if (auto date = property("dateModified"); !date.empty()) return date;
    return marked_modified();
  }

  // <time class="updated" datetime=…>
  [[nodiscard]] std::string marked_modified() const {
    const NodeId begin = around_text(4);
    for (NodeId at = begin; at < tree_[begin].end; ++at) {
      if (tree_[at].tag != Tag::time) continue;
      const std::string names = scraped::fold(tree_.attribute(at, Attribute::class_));
      const bool updated =
          names.find("updated") != std::string::npos || names.find("modif") != std::string::npos;
      // The first publication is often marked as both.
      if (!updated || names.find("publish") != std::string::npos) continue;
      if (auto date = date_in(tree_.attribute(at, Attribute::datetime)); !date.empty()) return date;
    }
    return {};
  }

  // An element some levels around the container of the text.
  [[nodiscard]] NodeId around_text(int levels) const {
    NodeId node = content_.container;
    for (; levels > 0 && node != 0; --levels) node = tree_[node].parent;
    return node;
  }

  [[nodiscard]] std::string property(std::string_view name) const {
    for (const auto& [key, node] : metadata_.properties) {
      if (key != name && key.find(name) == std::string::npos) continue;
      if (auto date = date_in(value_of(tree_, node)); !date.empty()) return date;
    }
    return {};
  }

  // The first <time> of the article; of the page where it has none.
  [[nodiscard]] std::string time_near_text() const {
    std::string first;
    const NodeId begin = around_text(3);
    for (NodeId at = 0; at < tree_.size(); ++at) {
      if (tree_[at].tag != Tag::time) continue;
      std::string date = date_in(tree_.attribute(at, Attribute::datetime));
      if (date.empty()) date = date_in(tree_.text_below(at));
      if (date.empty()) continue;
      if (tree_.has(at, Attribute::pubdate)) return date;
      if (first.empty() && at >= begin && at < tree_[begin].end) first = date;
    }
    return first;
  }

  // An element whose class or property says that it holds a date: "entry-date", "published".
  [[nodiscard]] std::string marked_date() const {
    const NodeId begin = around_text(4);
    for (NodeId at = begin; at < tree_[begin].end; ++at) {
      const Node& node = tree_[at];
      if (node.tag == Tag::text || node.attributes_begin == node.attributes_end) continue;
      constexpr NodeId kMostNodes = 12;
      if (node.end - at > kMostNodes) continue;
      const std::string names =
          scraped::fold(std::string(tree_.attribute(at, Attribute::class_)) + " " +
                        std::string(tree_.attribute(at, Attribute::id)) + " " +
                        std::string(tree_.attribute(at, Attribute::property)));
      const auto says = [&](std::string_view word) {
        return names.find(word) != std::string::npos;
      };
      if (!says("date") && !says("datum") && !says("publish") && !says("time") && !says("publie")) {
        continue;
      }
      if (says("modif") || says("update") || says("comment")) continue;
      for (const Attribute name : {Attribute::content, Attribute::title, Attribute::datetime}) {
        if (auto date = date_in(tree_.attribute(at, name)); !date.empty()) return date;
      }
      const std::string text = tree_.text_below(at);
      constexpr std::size_t kLongest = 160;
      if (text.size() > kLongest || scraped::says_modified(scraped::fold(text))) continue;
      if (auto date = date_in(text); !date.empty()) return date;
    }
    return {};
  }

  // What a page's own program knows: `"datePublished":"2020-01-15T…"`.
  [[nodiscard]] std::string date_in_scripts() const {
    for (const std::string_view key :
         {"datePublished", "published_at", "publishedAt", "publishedDate", "publishDate",
          "publicationDate", "published_date", "publication_date", "pubDate", "createdAt",
          "created_at"}) {
      const std::string wanted = "\"" + std::string(key) + "\"";
      for (std::size_t at = source_.find(wanted); at != std::string_view::npos;
           at = source_.find(wanted, at + 1)) {
        std::string_view rest = source_.substr(at + wanted.size(), 60);
        const std::size_t begin = rest.find_first_not_of(" :\"");
        if (begin == std::string_view::npos) continue;
        rest.remove_prefix(begin);
        rest = rest.substr(0, rest.find_first_of("\",}"));
        if (auto date = parse_date(rest)) return *date;
      }
    }
    return {};
  }

  // A line that says a date: the nearest above the text, else below it.
  [[nodiscard]] std::string visible() const {
    const auto [begin, end] = text_range();
    constexpr std::size_t kLongestLine = 60;
    constexpr std::size_t kAbove = 25;
    constexpr std::size_t kBelow = 15;
    std::string announced;
    std::string bare;
    const auto look = [&](std::size_t at) {
      const Block& block = blocks_[at];
      if (block.letters > 200 || block.letters < 6) return;
      // A date in the text is not that of the article.
      if (content_.verdicts[at].kept && block.letters > kLongestLine) return;
      const std::string date = published_in(block.text);
      if (date.empty()) return;
      const std::string plain = scraped::fold(block.text);
      scraped::Block line{.text = block.text, .plain = plain, .columns = block.letters};
      const bool dated = scraped::kind_of(line) == scraped::Kind::dated;
      if (announced.empty() && (dated || plain.find("publi") != std::string::npos)) {
        announced = date;
      }
      if (bare.empty()) bare = date;
    };
    for (std::size_t at = begin; at-- > (begin > kAbove ? begin - kAbove : 0);) look(at);
    for (std::size_t at = begin; at < std::min(end, begin + 8); ++at) {
      if (at < begin + 3 || blocks_[at].letters < 60) look(at);
    }
    for (std::size_t at = end; at < std::min(blocks_.size(), end + kBelow); ++at) {
      if (announced.empty()) look(at);
    }
    return announced.empty() ? bare : announced;
  }

  // The first date of a line that is not said to be that of a change.
  [[nodiscard]] std::string published_in(std::string_view line) const {
    auto found = find_date(line);
    if (!found && !today_.empty() && !scraped::says_modified(scraped::fold(line))) {
      return parse_date(line, {.today = today_}).value_or("");
    }
    for (; found; found = find_date(line)) {
      if (!scraped::says_modified(scraped::fold(line.substr(0, found->begin)))) return found->iso;
      line.remove_prefix(found->end);
    }
    return {};
  }

  [[nodiscard]] std::pair<std::size_t, std::size_t> text_range() const {
    std::size_t begin = blocks_.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      if (!content_.verdicts[at].kept) continue;
      begin = std::min(begin, at);
      end = at + 1;
    }
    return {std::min(begin, blocks_.size()), std::max(begin, end)};
  }

  // ── authors

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
    const NodeId begin = around_text(4);
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
    const auto [first, last] = text_range();
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
    if (!date_in(name).empty()) return;
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

  const Tree& tree_;
  const std::vector<Block>& blocks_;
  const Content& content_;
  const Metadata& metadata_;
  const std::string& url_;
  std::string_view source_;
  const std::string& today_;
  std::vector<std::string> site_;  // its names, folded
  mutable std::string account_;    // an author's, where the page gives one
};

}  // namespace

Credits credits_of(const CreditSources& sources) {
  return CreditReader(sources).read();
}

}  // namespace kiosque::corpus::html
