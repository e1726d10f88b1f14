#include "corpus/html/tags.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kiosque::corpus::html {
namespace {

using Named = std::pair<std::string_view, Tag>;

// In the order of the names.
constexpr std::array kNames = {
    Named{"a", Tag::a},
    Named{"address", Tag::address},
    Named{"article", Tag::article},
    Named{"aside", Tag::aside},
    Named{"audio", Tag::audio},
    Named{"blockquote", Tag::blockquote},
    Named{"body", Tag::body},
    Named{"br", Tag::br},
    Named{"button", Tag::button},
    Named{"caption", Tag::caption},
    Named{"dd", Tag::dd},
    Named{"details", Tag::details},
    Named{"div", Tag::div},
    Named{"dl", Tag::dl},
    Named{"dt", Tag::dt},
    Named{"embed", Tag::embed},
    Named{"fieldset", Tag::fieldset},
    Named{"figcaption", Tag::figcaption},
    Named{"figure", Tag::figure},
    Named{"footer", Tag::footer},
    Named{"form", Tag::form},
    Named{"h1", Tag::h1},
    Named{"h2", Tag::h2},
    Named{"h3", Tag::h3},
    Named{"h4", Tag::h4},
    Named{"h5", Tag::h5},
    Named{"h6", Tag::h6},
    Named{"head", Tag::head},
    Named{"header", Tag::header},
    Named{"hr", Tag::hr},
    Named{"html", Tag::html},
    Named{"iframe", Tag::iframe},
    Named{"img", Tag::img},
    Named{"input", Tag::input},
    Named{"label", Tag::label},
    Named{"li", Tag::li},
    Named{"link", Tag::link},
    Named{"main", Tag::main},
    Named{"menu", Tag::menu},
    Named{"meta", Tag::meta},
    Named{"nav", Tag::nav},
    Named{"noscript", Tag::noscript},
    Named{"object", Tag::object},
    Named{"ol", Tag::ol},
    Named{"option", Tag::option},
    Named{"p", Tag::p},
    Named{"pre", Tag::pre},
    Named{"script", Tag::script},
    Named{"section", Tag::section},
    Named{"select", Tag::select},
    Named{"span", Tag::span},
    Named{"strong", Tag::strong},
    Named{"style", Tag::style},
    Named{"summary", Tag::summary},
    Named{"svg", Tag::svg},
    Named{"table", Tag::table},
    Named{"tbody", Tag::tbody},
    Named{"td", Tag::td},
    Named{"template", Tag::template_},
    Named{"textarea", Tag::textarea},
    Named{"th", Tag::th},
    Named{"time", Tag::time},
    Named{"title", Tag::title},
    Named{"tr", Tag::tr},
    Named{"ul", Tag::ul},
    Named{"video", Tag::video},
};
static_assert(std::is_sorted(kNames.begin(), kNames.end(),
                             [](const Named& a, const Named& b) { return a.first < b.first; }));

}  // namespace

Tag tag_of(std::string_view name) {
  const auto* const found =
      std::lower_bound(kNames.begin(), kNames.end(), name,
                       [](const Named& named, std::string_view key) { return named.first < key; });
  if (found != kNames.end() && found->first == name) return found->second;
  // What AMP pages have for films, posts, menus and bars; "amp-accordion" and the like hold text.
  for (const std::string_view kind :
       {"ad", "audio", "brightcove", "carousel", "consent", "dailymotion", "embed", "facebook",
        "iframe", "instagram", "list", "sidebar", "social-share", "sticky-ad", "tiktok", "twitter",
        "user-notification", "video", "youtube"}) {
    if (name.starts_with("amp-") && name.substr(4) == kind) return Tag::embed;
  }
  return Tag::other;
}

std::string_view name_of(Tag tag) {
  const auto* const found = std::find_if(kNames.begin(), kNames.end(),
                                         [&](const Named& named) { return named.second == tag; });
  return found != kNames.end() ? found->first : "*";
}

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::other:
    case Tag::a:
    case Tag::br:
    case Tag::img:
    case Tag::input:
    case Tag::label:
    case Tag::link:
    case Tag::meta:
    case Tag::span:
    case Tag::strong:
    case Tag::time:
    case Tag::text:
      return false;
    default:
      return true;
  }
}

bool is_silent(Tag tag) {
  switch (tag) {
    case Tag::audio:
    case Tag::button:
    case Tag::embed:
    case Tag::head:
    case Tag::iframe:
    case Tag::input:
    case Tag::noscript:
    case Tag::object:
    case Tag::option:
    case Tag::script:
    case Tag::select:
    case Tag::style:
    case Tag::svg:
    case Tag::template_:
    case Tag::textarea:
    case Tag::title:
    case Tag::video:
      return true;
    default:
      return false;
  }
}

bool is_heading(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6;
}

}  // namespace kiosque::corpus::html
