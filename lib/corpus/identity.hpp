#pragma once
// What makes two readings of one article the same article.

#include <string>
#include <string_view>

namespace kiosque::corpus {

/// The url as compared: without scheme, `www.`, fragment, tracking parameters and trailing slash,
/// the host in lower case.
std::string normalise_url(std::string_view url);

/// "monde.example" of "https://www.monde.example/une"; empty if there is no host.
std::string host_of(std::string_view url);

}  // namespace kiosque::corpus
