#pragma once
// What is stored of an article as Xapian would have it, to look at.

#include <xapian.h>

#include "index/document.hpp"

namespace kiosque::testing {

inline Xapian::Document as_document(const indexing::IndexedArticle& indexed) {
  Xapian::Document document;
  for (const auto& term : indexed.terms)
    document.add_term(std::string(indexed.text(term)), term.wdf);
  for (const auto& [slot, value] : indexed.values) document.add_value(slot, value);
  document.set_data(indexed.data);
  return document;
}

}  // namespace kiosque::testing
