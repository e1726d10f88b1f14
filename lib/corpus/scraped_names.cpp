#include "corpus/scraped_names.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "corpus/scraped_text.hpp"
#include "corpus/scraped_words.hpp"

namespace kiosque::corpus::scraped {
namespace {

constexpr std::size_t kLongestName = 60;  // columns

constexpr Phrases kAgencies{
    "afp,reuters,ap,belga,ats,efe,dpa,ansa,agences,agence,map,aps,apa,anp,tass,xinhua,keystone-ats,"
    "la presse canadienne,associated press,agence france-presse,6medias"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool has_address(std::string_view text) {
  return text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos ||
         text.find("www.") != std::string_view::npos;
}

bool is_particle(std::string_view plain) {
  static constexpr Phrases kParticles{
      "de,du,des,la,le,van,von,den,der,ben,bin,el,al,di,da,dos,y,ter"};
  return kParticles.match(plain);
}

// A paper, an agency or a company: short, and not a phrase.
bool is_organisation(std::string_view name) {
  constexpr std::size_t kMostWords = 6;
  const auto words = words_of(name);
  const bool site = words.size() == 1 && name.find('.') != std::string_view::npos;
  return !words.empty() && words.size() <= kMostWords && columns(name) <= kLongestName &&
         (site || starts_upper(words.front()) || is_digit(words.front().front()) ||
          is_agency(fold(name)));
}

// "ATS", "AGM": how agencies sign beside a date.
bool is_acronym(std::string_view name) {
  return name.size() >= 2 && name.size() <= 3 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What follows a name within its part: a place, a function, the agency that was drawn on.
std::size_t name_end(std::string_view plain) {
  std::size_t end = plain.size();
  for (const std::string_view tail :
       {" a ", " en ", " au ", " aux ", " pour ", " dans ", " depuis ", " via ", " avec ",
        " journaliste", " redact", " correspondant", " envoye", " grand reporter", " chroniqueu"}) {
    end = std::min(end, plain.find(tail));
  }
  return end;
}

// The part before a point, unless the point is that of an initial.
bool is_sentence_end(std::string_view plain, std::size_t at) {
  if (!plain.substr(at).starts_with(". ")) return false;
  return at >= 2 && plain[at - 2] != ' ' && plain[at - 2] != '.' && plain[at - 2] != '-';
}

// The parts of "A, B et C, à Londres (avec AFP)" that are names.
class NameList {
 public:
  explicit NameList(Trust trust) : trust_(trust) {}

  void read(std::string_view text) {
    const Folded folded = fold_with_offsets(text);
    std::size_t begin = 0;
    const auto flush = [&](std::size_t end) {
      add(text.substr(folded.offsets[begin], folded.offsets[end] - folded.offsets[begin]));
    };
    static constexpr std::string_view kJoints[] = {", ",  " et ", " & ", " and ", " / ", "(", ")",
                                                   " - ", " | ",  "|",   " * ",   "/",   ";"};
    for (std::size_t at = 0; at < folded.text.size();) {
      const auto rest = std::string_view{folded.text}.substr(at);
      const auto* joint = std::find_if(std::begin(kJoints), std::end(kJoints),
                                       [&](std::string_view j) { return rest.starts_with(j); });
      std::size_t size = joint != std::end(kJoints) ? joint->size() : 0;
      if (size == 0 && is_sentence_end(folded.text, at)) size = 2;
      if (size == 0) {
        ++at;
        continue;
      }
      flush(at);
      at += size;
      begin = at;
    }
    flush(folded.text.size());
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(names_); }

 private:
  void add(std::string_view part) {
    part = without_edges(part);
    Folded folded = fold_with_offsets(part);
    for (const std::string_view opening :
         {"et ", "par ", "textes ", "texte ", "sources ", "source ", "recit ", "recueilli par "}) {
      if (!folded.text.starts_with(opening)) continue;
      part = without_edges(part.substr(folded.offsets[opening.size()]));
      folded = fold_with_offsets(part);
    }
    if (part.empty() || has_address(part) || is_function(folded.text)) return;
    const auto name = without_edges(part.substr(0, folded.offsets[name_end(folded.text)]));
    // "Le Monde avec AFP" is how a paper signs what it made of an agency's text: one name.
    if (is_person(name)) {
      part = name;
    } else if (follows_person() || !is_trusted(part, folded.text)) {
      return;  // the paper of the person named before it
    }
    if (std::find(names_.begin(), names_.end(), part) == names_.end()) names_.emplace_back(part);
  }

  [[nodiscard]] bool follows_person() const { return !names_.empty() && is_person(names_.front()); }

  [[nodiscard]] bool is_trusted(std::string_view part, std::string_view plain) const {
    return is_agency(plain) || (trust_ != Trust::person && is_acronym(part)) ||
           (trust_ == Trust::organisation && is_organisation(part));
  }

  static bool is_function(std::string_view plain) {
    static constexpr Phrases kOpenings{
        "envoye,notre ,correspondan,journaliste,redacteur,redactrice,special,chef ,photo,video,a "
        ",avec ,"
        "illustration,en direct,nos "
        ",editorialiste,infographie,dessin,auteur,directeur,directrice,publie,"
        "mis ,modifie,temps de lecture,lecture,abonne,reserve,premium,partage"};
    return plain == "le" || kOpenings.open(plain);
  }

  Trust trust_;
  std::vector<std::string> names_;
};

}  // namespace

bool is_agency(std::string_view plain) {
  return kAgencies.match(plain);
}

bool starts_upper(std::string_view word) {
  std::int32_t used = 0;
  UChar32 c = 0;
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(word.size(), 8));
  if (size == 0) return false;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(word.data()), used, size, c);
  return c >= 0 && u_isupper(c);
}

// "Jean Saint-Marc", "Marie de La Tour", "J.-P. Martin"
bool is_person(std::string_view name) {
  constexpr std::size_t kMostWords = 5;
  const auto words = words_of(name);
  if (words.size() < 2 || words.size() > kMostWords || columns(name) > kLongestName) return false;
  static constexpr Phrases kNoFirstNames{
      "le,la,les,un,une,des,du,en,au,aux,mon,nos,notre,tous,toute,toutes,saint,sainte,fete,bonne,"
      "photo,"
      "video,par,sur,dans,et,mise,france"};
  if (kNoFirstNames.match(fold(words.front()))) return false;
  std::size_t capitals = 0;
  for (const auto word : words) {
    const std::string plain = fold(word);
    const bool letters = std::all_of(plain.begin(), plain.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || c == '-' || c == '\'' || c == '.' || c == kForeign;
    });
    if (!letters) return false;
    if (starts_upper(word)) {
      ++capitals;
    } else if (!is_particle(plain) && !plain.starts_with("d'")) {
      return false;
    }
  }
  return capitals >= 2 && starts_upper(words.front()) && starts_upper(words.back());
}

std::string_view without_edges(std::string_view text) {
  const auto edge = [](char c) {
    return c == ',' || c == ';' || c == ':' || c == '-' || c == '|' || c == '(' || c == ')' ||
           c == '[' || c == ']' || c == '.' || c == '/' || c == '>' || c == '*';
  };
  std::string_view before;
  while (before != text) {
    before = text;
    text = trimmed(text);
    // The point of initials belongs to the name.
    const bool initial = text.size() >= 2 && text.back() == '.' &&
                         (text.size() == 2 || text[text.size() - 3] == ' ' ||
                          text[text.size() - 3] == '.' || text[text.size() - 3] == '-');
    if (!text.empty() && edge(text.front())) text.remove_prefix(1);
    if (!text.empty() && edge(text.back()) && !initial) text.remove_suffix(1);
    for (const std::string_view wide : {"—", "–", "•", "·", "»", "«"}) {
      if (text.starts_with(wide)) text.remove_prefix(wide.size());
      if (text.ends_with(wide)) text.remove_suffix(wide.size());
    }
  }
  return text;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::vector<std::string> names_in(std::string_view text, Trust trust) {
  NameList names(trust);
  names.read(text);
  return names.take();
}

}  // namespace kiosque::corpus::scraped
