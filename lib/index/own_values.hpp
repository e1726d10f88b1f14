#pragma once
// An article's values of its archive's own fields: what is indexed of them.

#include <kiosque/article.hpp>
#include <string_view>

#include "index/document.hpp"
#include "index/own_fields.hpp"

namespace kiosque::indexing {

/// Adds terms and values. A keyword's value is a term for itself and for each level above it, and
/// stands in its slot as it is printed; a number is its sortable form; a date its day and its
/// instant (see own_day and own_instant). What is no number or date is left out.
void index_own_values(const Article& article, const FieldTable& fields, IndexedArticle& indexed);

/// A date in its slot: "20220424" and the instant's sortable form.
std::string_view own_day(std::string_view value);
std::string_view own_instant(std::string_view value);

}  // namespace kiosque::indexing
