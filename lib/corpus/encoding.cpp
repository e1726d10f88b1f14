#include "corpus/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include "support/text.hpp"
#include "support/utf8.hpp"

namespace kiosque::corpus {
namespace {

constexpr std::size_t kDeclarationWithin = 4096;

// What follows `charset=` or `encoding=` near the top.
std::string declared(std::string_view bytes) {
  const std::string head = support::lower_ascii(bytes.substr(0, kDeclarationWithin));
  for (const std::string_view key : {"charset", "encoding"}) {
    for (std::size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      std::size_t begin = at + key.size();
      while (begin < head.size() && (head[begin] == ' ' || head[begin] == '=' ||
                                     head[begin] == '"' || head[begin] == '\'')) {
        ++begin;
      }
      const std::size_t end = std::min(head.find_first_of(" \"'/;>?\r\n\t", begin), head.size());
      if (begin > at + key.size() && end > begin && end - begin < 32) {
        return head.substr(begin, end - begin);
      }
    }
  }
  return {};
}

// The encoding that browsers read under a name.
std::string read_as(const std::string& name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kReadAs = {{
      {"iso-8859-1", "windows-1252"},
      {"iso8859-1", "windows-1252"},
      {"iso_8859-1", "windows-1252"},
      {"latin1", "windows-1252"},
      {"latin-1", "windows-1252"},
      {"ascii", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"iso-8859-11", "windows-874"},
      {"tis-620", "windows-874"},
      {"gb2312", "gb18030"},
      {"gbk", "gb18030"},
      {"shift_jis", "windows-31j"},
      {"shift-jis", "windows-31j"},
      {"euc-kr", "windows-949"},
      {"ks_c_5601-1987", "windows-949"},
  }};
  for (const auto& [from, to] : kReadAs) {
    if (name == from) return std::string(to);
  }
  return name;
}

std::string guessed(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            ucsdet_close);
  constexpr std::size_t kEnough = 64U << 10U;
  ucsdet_setText(detector.get(), bytes.data(),
                 static_cast<std::int32_t>(std::min(bytes.size(), kEnough)), &status);
  ucsdet_enableInputFilter(detector.get(), true);
  const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  constexpr std::int32_t kLeastSure = 40;  // percent
  if (ucsdet_getConfidence(match, &status) < kLeastSure) return "windows-1252";
  const char* const name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) && name != nullptr ? read_as(support::lower_ascii(name))
                                              : "windows-1252";
}

// In bounded pieces, as ICU counts in int32_t.
std::string converted(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const auto open = [&](const char* name) {
    return std::unique_ptr<UConverter, decltype(&ucnv_close)>(ucnv_open(name, &status), ucnv_close);
  };
  auto from = open(charset.c_str());
  if (U_FAILURE(status)) {
    status = U_ZERO_ERROR;
    from = open("windows-1252");
  }
  const auto to = open("UTF-8");
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 4);
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  std::array<char, 16384> out{};
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  for (bool reset = true;; reset = false) {
    char* target = out.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), reset,
                   true, &status);
    text.append(out.data(), target);
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  return text;
}

// A page of UTF-8 with a few broken sequences, rather than one of single bytes: whole sequences of
// two bytes and more are very rare in those.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    ++(support::next_code_point(bytes, at) < 0 ? bad : good);
  }
  return good > 3 * bad;
}

std::string repaired(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t from = at;
    if (support::next_code_point(bytes, at) < 0) {
      text += "\xEF\xBF\xBD";
    } else {
      text += bytes.substr(from, at - from);
    }
  }
  return text;
}

std::string without_nul(std::string text) {
  std::erase(text, '\0');
  return text;
}

// Two bytes a character, and no mark that says so: every other byte of the markup is NUL.
std::string_view unmarked_utf16(std::string_view bytes) {
  if (bytes.size() < 4) return {};
  if (bytes[0] == '<' && bytes[1] == '\0' && bytes[3] == '\0') return "UTF-16LE";
  if (bytes[0] == '\0' && bytes[1] == '<' && bytes[2] == '\0') return "UTF-16BE";
  return {};
}

}  // namespace

std::string to_utf8(std::string bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  if (bytes.starts_with("\xFF\xFE")) return without_nul(converted(bytes, "UTF-16"));
  if (bytes.starts_with("\xFE\xFF")) return without_nul(converted(bytes, "UTF-16"));
  if (const auto utf16 = unmarked_utf16(bytes); !utf16.empty()) {
    return without_nul(converted(bytes, std::string(utf16)));
  }
  const bool nul = bytes.find('\0') != std::string::npos;
  if (nul) std::erase(bytes, '\0');
  const std::string said = declared(bytes);
  const bool escapes = said.starts_with("iso-2022");  // ASCII bytes that are not ASCII
  if (!escapes && support::invalid_utf8(bytes) == std::string::npos) return bytes;
  if (!escapes && mostly_utf8(bytes)) return repaired(bytes);
  const bool usable = !said.empty() && !said.starts_with("utf");
  return without_nul(converted(bytes, usable ? read_as(said) : guessed(bytes)));
}

std::string short_to_utf8(std::string bytes) {
  std::erase(bytes, '\0');
  if (support::invalid_utf8(bytes) == std::string::npos) return bytes;
  return converted(bytes, "windows-1252");
}

}  // namespace kiosque::corpus
