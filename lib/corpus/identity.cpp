#include "corpus/identity.hpp"

#include <algorithm>
#include <array>
#include <kiosque/article.hpp>

#include "support/text.hpp"

namespace kiosque {
namespace corpus {
namespace {

// Parameters that say how the reader came, not what is read.
bool tracks(std::string_view parameter) {
  constexpr std::array<std::string_view, 12> kNames = {
      "fbclid", "gclid",  "dclid",  "msclkid", "xtor",      "xtref",
      "xtcr",   "mc_cid", "mc_eid", "igshid",  "at_medium", "at_campaign"};
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return name.starts_with("utm_") || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

struct Parts {
  std::string host;
  std::string_view rest;  // path and query
};

Parts split(std::string_view url) {
  url = support::trim(url);
  url = url.substr(0, url.find('#'));
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos && scheme < 10) {
    url.remove_prefix(scheme + 3);
  } else if (url.starts_with("//")) {
    url.remove_prefix(2);
  }
  const std::size_t end = std::min(url.find_first_of("/?"), url.size());
  std::string host = support::lower_ascii(url.substr(0, end));
  if (host.starts_with("www.")) host.erase(0, 4);
  if (host.ends_with(":443")) host.erase(host.size() - 4);
  if (host.ends_with(":80")) host.erase(host.size() - 3);
  return {std::move(host), url.substr(end)};
}

}  // namespace

std::string normalise_url(std::string_view url) {
  const auto [host, rest] = split(url);
  const std::size_t question = rest.find('?');
  std::string_view path = rest.substr(0, question);
  while (path.ends_with('/')) path.remove_suffix(1);
  std::string normal = host + std::string(path);
  if (question == std::string_view::npos) return normal;
  std::string_view query = rest.substr(question + 1);
  char separator = '?';
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (parameter.empty() || tracks(parameter)) continue;
    normal += separator;
    normal += parameter;
    separator = '&';
  }
  return normal;
}

std::string host_of(std::string_view url) {
  const auto [host, rest] = split(url);
  return host.find('.') == std::string::npos ? std::string() : host;
}

}  // namespace corpus

std::string derived_id(const Article& article) {
  if (const std::string url = corpus::normalise_url(article.url); !url.empty()) {
    return "u" + support::hash_hex(url);
  }
  std::string content = article.title;
  content += '\0';
  content += article.lead;
  content += '\0';
  content += article.body;
  return "c" + support::hash_hex(content);
}

}  // namespace kiosque
