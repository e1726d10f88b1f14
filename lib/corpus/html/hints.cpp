#include "corpus/html/hints.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace kiosque::corpus::html {
namespace {

struct Words {
  Hint hint;
  std::string_view list;  // blanks between them; two words in a row are written with a hyphen
};

// In the order of what they say when several speak: the first wins.
constexpr std::array kWords = {
    Words{Hint::hidden,
          "sr-only visually-hidden visuallyhidden screen-reader screenreader offscreen d-none "
          "displaynone is-hidden hide-text element-invisible noprint-hidden"},
    Words{Hint::comments,
          "comment comments commentaire commentaires disqus discussion discussions replies "
          "respond reactions kommentar kommentare kommentarer comentarios commentlist "
          "commenting comment-list livefyre fb-comments reader-comments forum"},
    Words{Hint::share,
          "share sharing shares sharebar sharetools sharethis sharedaddy partage partager partages "
          "social socials socialmedia social-media reseaux addthis addtoany a2a teilen follow "
          "follow-us followus whatsapp sociallinks share-this jp-relatedposts sharer "
          "share-buttons shariff"},
    Words{Hint::newsletter,
          "newsletter newsletters nl-box infolettre subscribe subscription signup sign-up optin "
          "opt-in mailchimp mc-embed email-signup inscription abonnement subscribebox"},
    Words{Hint::paywall,
          "paywall paywalled paywall-message premium-message subscriber-only piano-offer "
          "regwall offer-paywall abo-wall aboteaser restricted-message"},
    Words{Hint::advertisement,
          "ad ads advert adverts advertisement advertising adsense adslot ad-slot adbox dfp "
          "doubleclick pub pubs publicite publicites annonce sponsor sponsored sponsors "
          "sponsorise outbrain taboola ligatus teads promo promos promoted promotion promobox "
          "commercial werbung anzeige anzeigen partenaire partenaires affiliate gpt-ad "
          "advertorial ob-widget plista"},
    Words{Hint::related,
          "related relatedposts related-posts related-articles related-content relacionados "
          "similar recommended recommendation recommendations recommandations recommandes reco "
          "recos recirc recirculation more-from read-more readmore more-on more-stories "
          "most-read mostread most-popular mostpopular popular trending lire-aussi lireaussi "
          "a-lire alire voir-aussi voiraussi see-also seealso also-read read-also "
          "sur-le-meme en-savoir aller-plus meme-sujet articles-lies article-lie liens-lies "
          "associated linked-articles latest-news latest-posts dernieres-actus plus-lus plus-lues "
          "les-plus suggested suggestions suggestion up-next upnext next-article read-next "
          "readnext next-post you-may youmay may-also more-news "
          "related-links relatedlinks teaser-list teasers zergnet nrelate yarpp crosslink "
          "crosslinks inline-related hyper-aussi mehr-zum weitere-artikel topstories top-stories "
          "more-articles other-articles autres-articles story-links linkbox linklist "
          "verwandte-artikel related-post intext-links in-text-links teaser-list contact-teaser "
          "embedded-article read-also-links explore-further further-reading weiterlesen "
          "mehr-zum-thema articlebox-related"},
    Words{Hint::navigation,
          "nav navbar navigation breadcrumb breadcrumbs ariane fil-ariane filariane menu menus "
          "submenu sitemap skip-link skip toc sommaire table-of pagination pager pagenav paging "
          "nav-links post-navigation topbar masthead"},
    Words{Hint::tags,
          "tags tag-list taglist tag-cloud tagcloud keywords mots-cles motscles topics "
          "topic-list cat-links categories post-tags entry-tags article-tags themes-list "
          "story-tags tag-links taglinks hashtags"},
    Words{Hint::caption,
          "caption captions legend legende legendes credit credits photo-credit copyright-photo "
          "figcaption image-caption wp-caption wp-caption-text imagecaption bildunterschrift "
          "caption-text img-caption media-caption picture-caption image-credit photographer "
          "slideshow carousel gallery galerie galleria diaporama lightbox imgcredit "
          "photo-legend image-annotation image-subtitle imagesubtitle bilduntertitel image-source "
          "head-image-source imagecredit photocredit media-info picture-credit bildquelle"},
    Words{Hint::embed,
          "tweet twitter-tweet twitter instagram instagram-media fb-post embed-post tiktok "
          "tiktok-embed bluesky-embed reddit-embed video-player jwplayer player "
          "brightcove dailymotion embed-responsive social-embed infogram video video-title "
          "videotitle "
          "video-container videocontainer video-inread inread article-audio podcast-player "
          "audio-player "
          "em-audio em-video twitter-embed blocked-content"},
    Words{Hint::quote,
          "pullquote pull-quote pull-quotes pulledquote exergue citation-exergue blockquote-pull "
          "quote-pull highlight-quote"},
    Words{Hint::headline,
          "headline article-title post-title entry-title story-title title-article page-title "
          "titre-article article-headline story-headline post-headline"},
    Words{Hint::lead,
          "chapo chapeau chapo-article standfirst lead-text article-lead intro introduction dek "
          "deck subheadline sub-headline subtitle sub-title sous-titre accroche summary-article "
          "article-summary teaser-text kicker-text article-desc article-description "
          "article-intro articlechapo lede excerpt-lead vorspann vorspanntext leadtext"},
    Words{Hint::body,
          "articlebody article-body article-content article-text article-texte articletext "
          "articlecontent story-body storybody story-content storycontent story-text "
          "entry-content entrycontent post-content postcontent post-body postbody post-text "
          "post-entry texte-article corps-article corps articlecorps contenu-article "
          "article-contenu content-article news-body newsbody "
          "news-content newscontent news-text body-copy bodycopy rich-text richtext "
          "article-main article-core article-paragraph field-name-body artikeltext "
          "article-section entry-body blog-content "
          "zn-body story-page td-post body-text bodytext artikel-text"},
    Words{Hint::byline,
          "byline bylines author authors auteur auteurs author-bio author-info author-box "
          "author-name article-author post-author about-author signature signatures writer "
          "contributor contributors autor bio authorbox authorinfo author-card vcard "
          "abouttheauthor"},
    Words{Hint::notice,
          "cookie cookies privacy privacy-overview accessibility-notice site-notice cookiebar "
          "cookie-banner consent gdpr rgpd cmp "
          "didomi onetrust tarteaucitron "
          "copyright disclaimer legal mentions-legales impressum colophon errata terms "
          "cookie-notice browser-upgrade noscript-message disclosure editorial-disclosure "
          "community-notice licence-info licenceinfo license citate correction-policy rights "
          "publishing-principles tts-notice"},
    Words{Hint::tool,
          "toolbar tools tool print printer rating ratings vote votes login log-in signin "
          "sign-in modal popup pop-up popin popover overlay lightbox-overlay dropdown dialog "
          "search searchbox search-form searchform feedback survey sondage quiz poll "
          "toast alert-box cta call-to back-to sticky-bar actions article-actions "
          "post-actions donate donation don faire-un registration "
          "comments-link report-abuse contact-form wpcf7 commentform appstores rss rsssummary "
          "contact-teaser useful helpful kkstar kk-star"},
    Words{Hint::details,
          "meta metadata post-meta entry-meta article-meta post-info article-info postmetadata "
          "dateline timestamp publish-date published-date pubdate date dates article-date "
          "post-date entry-date time-date reading-time read-time duree-lecture temps-lecture "
          "article-header-meta kicker rubrique surtitre eyebrow category cat post-category "
          "article-category section-name posted-on updated postinfo byline-date entry-utility "
          "entry-footer article-footer post-footer entry-category post-details"},
    Words{
        Hint::sidebar,
        "sidebar side-bar rail right-rail rightrail right-col rightcol left-col leftcol col-right "
        "column-right sidebar-right seitenleiste randspalte colonne-droite site-footer "
        "pagefooter page-footer widget-area"},
    Words{Hint::aside,
          "side aside widget widgets encadre-pub bottom footer foot "
          "secondary complementary skyscraper header-top "
          "site-header page-header top-bar ticker marquee banner bandeau hotnews"},
};

const std::unordered_map<std::string_view, std::size_t>& table() {
  static const auto kTable = [] {
    std::unordered_map<std::string_view, std::size_t> map;
    for (std::size_t rank = 0; rank < kWords.size(); ++rank) {
      std::string_view list = kWords[rank].list;
      while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (end > 0) map.try_emplace(list.substr(0, end), rank);
        list.remove_prefix(std::min(end + 1, list.size()));
      }
    }
    return map;
  }();
  return kTable;
}

constexpr std::size_t kNone = kWords.size();

// A class that says what an article is about or has, not what the element is: "category-reviews",
// "has-sidebar", "tag-publicite".
bool is_modifier(std::string_view name) {
  static constexpr std::array<std::string_view, 17> kOpenings = {
      "category-", "tag-",  "has-",    "no-",   "with-",   "without-", "is-",     "js-", "type-",
      "format-",   "post-", "status-", "page-", "single-", "term-",    "author-", "cat-"};
  static constexpr std::array<std::string_view, 9> kWhole = {
      "post-meta", "post-tags",  "post-author", "post-navigation", "post-footer",
      "post-info", "author-bio", "author-box",  "tag-list"};
  if (std::find(kWhole.begin(), kWhole.end(), name) != kWhole.end()) return false;
  return std::any_of(kOpenings.begin(), kOpenings.end(),
                     [&](std::string_view opening) { return name.starts_with(opening); });
}

struct Ranks {
  std::size_t best = kNone;
  bool body = false;  // one of the names is that of a body
};

void add_rank_of_words(std::string_view text, Ranks& ranks);

// The best rank among the names in an attribute.
void add_ranks(std::string_view text, Ranks& ranks) {
  // The classes of a whole post of WordPress name its categories, too.
  const bool post = text.find("hentry") != std::string_view::npos ||
                    text.find("type-post") != std::string_view::npos;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\n\r"), text.size());
    const std::string_view name = text.substr(0, end);
    if (!name.empty() && !(post && is_modifier(name)) && !name.starts_with("has-") &&
        !name.starts_with("with-") && !name.starts_with("no-")) {
      add_rank_of_words(name, ranks);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// Split at all but letters and digits, and before a capital that follows a small letter.
void add_rank_of_words(std::string_view text, Ranks& ranks) {
  constexpr std::size_t kMostWords = 24;
  std::string joined;  // the words in small letters, a hyphen between them
  std::array<std::size_t, kMostWords + 1> starts{};
  std::size_t count = 0;
  bool in_word = false;
  char before = ' ';
  for (const char raw : text) {
    const bool upper = raw >= 'A' && raw <= 'Z';
    const bool letter = upper || (raw >= 'a' && raw <= 'z') || (raw >= '0' && raw <= '9');
    const bool breaks = upper && before >= 'a' && before <= 'z';
    before = raw;
    if (!letter) {
      in_word = false;
      continue;
    }
    if (!in_word || breaks) {
      if (count == kMostWords) break;
      if (!joined.empty()) joined += '-';
      starts[count++] = joined.size();
    }
    in_word = true;
    joined += upper ? static_cast<char>(raw - 'A' + 'a') : raw;
  }
  starts[count] = joined.size() + 1;
  const std::string_view all = joined;
  const auto look_up = [&](std::size_t from, std::size_t to) {
    const auto found = table().find(all.substr(starts[from], starts[to] - 1 - starts[from]));
    if (found == table().end()) return;
    ranks.best = std::min(ranks.best, found->second);
    ranks.body = ranks.body || kWords[found->second].hint == Hint::body;
  };
  for (std::size_t at = 0; at < count; ++at) {
    for (std::size_t words = 1; words <= 3 && at + words <= count; ++words) {
      look_up(at, at + words);
    }
  }
}

bool holds(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

Hint hint_of_style(std::string_view style) {
  if (style.empty()) return Hint::none;
  std::string plain;
  for (const char c : style) {
    if (c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return holds(plain, "display:none") || holds(plain, "visibility:hidden") ? Hint::hidden
                                                                           : Hint::none;
}

Hint hint_of_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar") return Hint::navigation;
  if (role == "search" || role == "dialog" || role == "alertdialog") return Hint::tool;
  if (role == "banner" || role == "contentinfo" || role == "complementary") return Hint::aside;
  return Hint::none;
}

Hint hint_of_tag(Tag tag) {
  switch (tag) {
    case Tag::nav:
    case Tag::menu:
      return Hint::navigation;
    case Tag::address:
      return Hint::byline;
    case Tag::aside:
    case Tag::footer:
      return Hint::aside;
    case Tag::fieldset:
    case Tag::label:
      return Hint::tool;
    default:
      return Hint::none;
  }
}

}  // namespace

Hint hint_of(const Tree& tree, NodeId id) {
  const Node& node = tree[id];
  if (node.tag == Tag::body || node.tag == Tag::html || node.tag == Tag::text) return Hint::none;
  if (node.tag == Tag::figcaption) return Hint::caption;
  Ranks ranks;
  const Hint hint = hint_of_tag(node.tag);
  for (const Attribute name : {Attribute::itemprop, Attribute::id, Attribute::class_}) {
    const std::string_view value = tree.attribute(id, name);
    if (value.empty()) continue;
    if (name == Attribute::itemprop) {
      if (value == "articleBody" || value == "reviewBody") return Hint::body;
      if (value == "description" || value == "alternativeHeadline") return Hint::lead;
      if (value == "comment") return Hint::comments;
      continue;
    }
    add_ranks(value, ranks);
  }
  if (tree.has(id, Attribute::hidden)) return Hint::hidden;
  if (hint_of_style(tree.attribute(id, Attribute::style)) == Hint::hidden) return Hint::hidden;
  if (const Hint role = hint_of_role(tree.attribute(id, Attribute::role)); role != Hint::none) {
    return role;
  }
  if (ranks.best == kNone) return hint;
  const Hint named = kWords[ranks.best].hint;
  return ranks.body && named != Hint::comments && named != Hint::hidden ? Hint::body : named;
}

std::string_view name_of(Hint hint) {
  switch (hint) {
    case Hint::none:
      return "none";
    case Hint::body:
      return "body";
    case Hint::lead:
      return "lead";
    case Hint::headline:
      return "headline";
    case Hint::byline:
      return "byline";
    case Hint::caption:
      return "caption";
    case Hint::comments:
      return "comments";
    case Hint::related:
      return "related";
    case Hint::share:
      return "share";
    case Hint::navigation:
      return "navigation";
    case Hint::advertisement:
      return "advertisement";
    case Hint::newsletter:
      return "newsletter";
    case Hint::paywall:
      return "paywall";
    case Hint::tags:
      return "tags";
    case Hint::embed:
      return "embed";
    case Hint::quote:
      return "quote";
    case Hint::details:
      return "details";
    case Hint::notice:
      return "notice";
    case Hint::tool:
      return "tool";
    case Hint::aside:
      return "aside";
    case Hint::sidebar:
      return "sidebar";
    case Hint::hidden:
      return "hidden";
  }
  return {};
}

}  // namespace kiosque::corpus::html
