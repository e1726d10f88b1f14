#pragma once
// An article on its way in: tidied, and reconciled with the one already stored under its id.

#include <kiosque/article.hpp>
#include <kiosque/writer.hpp>

namespace kiosque::indexing {

/// Trims every member, makes one line of the single-line ones (own values are), drops empty and
/// repeated list items (compared folded), and derives the id if there is none. Throws
/// Error(invalid_argument) for an article with neither title nor body, for a date that is none, and
/// for invalid UTF-8.
Article normalise(Article article);

/// What is stored when `newcomer` (normalised) comes under the id of `stored`.
Article merge(const Article& stored, const Article& newcomer, OnDuplicate policy);

}  // namespace kiosque::indexing
