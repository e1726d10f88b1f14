#include "corpus/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "support/text.hpp"

namespace kiosque::corpus {

std::string language_of(std::string_view text) {
  constexpr std::size_t kLeast = 40;
  constexpr std::size_t kEnough = 8192;
  text = support::cut_utf8(text, kEnough);
  if (text.size() < kLeast) return {};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found =
      CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0,
                                     languages, percents, scores, nullptr, &bytes, &reliable);
  constexpr int kMost = 60;  // percent of the text
  if (!reliable || found == CLD2::UNKNOWN_LANGUAGE || percents[0] < kMost) return {};
  return CLD2::LanguageCode(found);
}

std::string language_of(const Article& article) {
  std::string text = article.title + "\n" + article.lead + "\n";
  constexpr std::size_t kOpening = 800;
  text += support::cut_utf8(article.body, kOpening);
  return language_of(text);
}

}  // namespace kiosque::corpus
