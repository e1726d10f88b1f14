#pragma once
// What is seen only once an article's blocks are known: labels at its ends, headings without text,
// quotations said twice, and which block is the chapô.

#include "corpus/html/content.hpp"
#include "corpus/html/survey.hpp"

namespace kiosque::corpus::html {

/// Drops blocks of `content` and sets its lead.
void refine(const Survey& survey, Content& content);

}  // namespace kiosque::corpus::html
