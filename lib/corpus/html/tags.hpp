#pragma once
// The elements of HTML that matter here, and what each means for the text.

#include <cstdint>
#include <string_view>

namespace kiosque::corpus::html {

enum class Tag : std::uint8_t {
  other,  // of no meaning here: an inline element
  a,
  address,
  article,
  aside,
  audio,
  blockquote,
  body,
  br,
  button,
  caption,
  dd,
  details,
  div,
  dl,
  dt,
  embed,
  fieldset,
  figcaption,
  figure,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  iframe,
  img,
  input,
  label,
  li,
  link,
  main,
  menu,
  meta,
  nav,
  noscript,
  object,
  ol,
  option,
  p,
  pre,
  script,
  section,
  select,
  span,
  strong,
  style,
  summary,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  th,
  time,
  title,
  tr,
  ul,
  video,
  text,  // not an element: a run of characters
};

/// `name` in small letters.
[[nodiscard]] Tag tag_of(std::string_view name);

/// "div"; "*" for Tag::other.
[[nodiscard]] std::string_view name_of(Tag tag);

/// Whether the element starts a line of its own: text never runs across its edges.
[[nodiscard]] bool is_block(Tag tag);

/// Whether nothing below the element is ever text of the page.
[[nodiscard]] bool is_silent(Tag tag);

[[nodiscard]] bool is_heading(Tag tag);

}  // namespace kiosque::corpus::html
