#pragma once
// A question as a value. Parsing is total: whatever is typed gives a Query, and perhaps warnings.
//
//   kiosque::Query query = kiosque::parse("réforme \"assurance chômage\" -grève tag:social
//   depuis:2021"); fmt::print("{}\n", kiosque::to_string(query));
//
// Words may match, each or any; `+word` and `ET` require, `-word` and `SAUF` exclude, `OU` and
// parentheses group, "…" and « … » are phrases, `champ:valeur` names a field. docs/query-syntax.md
// has it all.

#include <cstddef>
#include <kiosque/error.hpp>
#include <kiosque/export.hpp>
#include <kiosque/schema.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kiosque {

/// Inclusive ISO days; an empty end is open.
struct DateRange {
  std::string from = {};
  std::string to = {};

  bool operator==(const DateRange&) const = default;
};

/// What was ignored or guessed while reading a query.
struct Warning {
  std::string code;       ///< stable, such as "unclosed_quote"
  std::string text;       ///< a sentence
  std::size_t begin = 0;  ///< bytes of the query that it is about: [begin, end)
  std::size_t end = 0;

  bool operator==(const Warning&) const = default;
};

/// What a clause asks of an article.
enum class Occur {
  should,    ///< may match and adds to the score; where nothing is required one of these must match
  must,      ///< has to match and adds to the score
  must_not,  ///< may not match
  filter,    ///< has to match, without a score
};

/// A node of the query.
struct Clause {
  enum class Kind {
    word,    ///< `text`, in `field` (empty: title, lead and body)
    phrase,  ///< the words of `text` side by side, in `field`
    exact,   ///< `field` holds the value `text` (case and accents folded), or one that lies in it;
             ///< of an own number: `text` is 512, 300..800, 300.. or ..800
    dates,   ///< published within `dates`, or with an own date `field` within them
    group,   ///< `clauses`, together

    prefix,     ///< a word, or a value of an exact `field`, that begins with `text`
    similar,    ///< a word of the archive that is spelt nearly like `text`
    verbatim,   ///< `text` exactly so: accents, capitals and ending
    near,       ///< each of `clauses` at most `count` words from those before it
    ordered,    ///< likewise, and behind them
    sentence,   ///< `clauses` in one sentence
    paragraph,  ///< `clauses` in one paragraph
    frequent,   ///< the only one of `clauses` at least `count` times in the article
    quorum,     ///< at least `count` of `clauses`
  };
  Kind kind = Kind::word;
  Occur occur = Occur::should;
  std::string field = {};
  std::string text = {};
  DateRange dates = {};
  std::vector<Clause> clauses = {};
  std::size_t count = 0;
  double weight = 1;      ///< what it adds to a score is multiplied by this: .01 to 100
  std::size_t begin = 0;  ///< bytes of the query it came from: [begin, end)
  std::size_t end = 0;

  /// The spans are not compared.
  KIOSQUE_EXPORT bool operator==(const Clause& other) const;
};

/// Another spelling of a name in the query, looked for too at a lower weight. Take it out of
/// `Query::variants` and it is not.
struct Variant {
  std::string word;     ///< as read, folded
  std::string variant;  ///< folded

  bool operator==(const Variant&) const = default;
};

/// A date in the plain words of a query ("manifestations la semaine dernière"): offered, never
/// applied. To apply it, search with it as `SearchOptions::dates`, or parse the query with
/// `date:"…"` around it.
struct Interpretation {
  std::string text = {};  ///< as typed
  DateRange dates = {};
  std::size_t begin = 0;  ///< bytes of the query: [begin, end)
  std::size_t end = 0;

  bool operator==(const Interpretation&) const = default;
};

/// A query as read. An empty one (no clauses) matches every article.
struct Query {
  std::string text = {};  ///< as typed
  std::vector<Clause> clauses = {};
  std::vector<Warning> warnings = {};
  std::vector<Variant> variants = {};
  std::vector<Interpretation> interpretations = {};  ///< in the order of the text
};

struct ParseOptions {
  std::string today =
      {};  ///< ISO day that relative dates count from; empty: the system's day in `zone`
  std::string zone = "Europe/Paris";
  bool variants = true;  ///< other spellings of the names in it: Zelensky, Zelenskyy
  Schema schema = {};    ///< the archive's own fields, which the query may name
};

/// Never throws on any text; takes time linear in its length (nesting deeper than 32 is flattened).
/// Throws Error(invalid_argument) for a `today` or `zone` that does not exist, and for a schema
/// that is none.
KIOSQUE_EXPORT Query parse(std::string_view text, const ParseOptions& options = {});

/// The query in its own syntax; parsed again it gives the same clauses.
KIOSQUE_EXPORT std::string to_string(const Query& query);

}  // namespace kiosque
