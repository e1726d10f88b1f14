// When a page's article was published and changed.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>

#include "corpus/date.hpp"
#include "corpus/html/credits.hpp"
#include "corpus/scraped_kinds.hpp"
#include "corpus/scraped_text.hpp"
#include "corpus/scraped_words.hpp"

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

class DateReader {
 public:
  explicit DateReader(const CreditSources& sources)
      : sources_(sources),
        tree_(sources.tree),
        blocks_(sources.blocks),
        content_(sources.content),
        metadata_(sources.metadata),
        url_(sources.url),
        source_(sources.text),
        today_(sources.today) {}

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

 private:
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

  // <time class="updated" datetime=…>
  [[nodiscard]] std::string marked_modified() const {
    const NodeId begin = sources_.around_text(4);
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
    const NodeId begin = sources_.around_text(3);
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
    const NodeId begin = sources_.around_text(4);
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
          "publicationDate", "published_date", "publication_date", "pubDate"}) {
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
    const auto [begin, end] = sources_.text_range();
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
    // "Hier" is a word of any text: only where it is announced is it the article's day.
    const bool announced = scraped::kAnnouncements.occur_in(scraped::fold(line));
    const DateContext context{.today = announced ? today_ : std::string()};
    auto found = find_date(line, context);
    for (; found; found = find_date(line, context)) {
      if (!scraped::says_modified(scraped::fold(line.substr(0, found->begin)))) return found->iso;
      line.remove_prefix(found->end);
    }
    return {};
  }

  const CreditSources& sources_;
  const Tree& tree_;
  const std::vector<Block>& blocks_;
  const Content& content_;
  const Metadata& metadata_;
  const std::string& url_;
  std::string_view source_;
  const std::string& today_;
};

}  // namespace

PageDates dates_of(const CreditSources& sources) {
  const DateReader reader(sources);
  PageDates dates{.published = reader.published(), .modified = reader.modified()};
  if (dates.modified == dates.published) dates.modified.clear();
  return dates;
}

}  // namespace kiosque::corpus::html
