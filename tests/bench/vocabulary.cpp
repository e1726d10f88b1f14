#include "vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace bench {
namespace {

constexpr std::size_t kHead = 8'000;       // ranks under the first law
constexpr double kHeadOffset = 100;        // after Mandelbrot: the first ranks are the grammar's
constexpr double kTailExponent = 1.9;      // of the ranks beyond; 1 / 1.9 is Heaps' exponent
constexpr std::size_t kSubjectFrom = 60;   // ranks that subjects are drawn from
constexpr double kSubjectTo = 400'000;     // likewise
constexpr std::size_t kShort = 1U << 17U;  // ranks below have two syllables, beyond three
constexpr std::size_t kForms = 3;          // of one invented word: neighbours in rank

constexpr std::array<std::string_view, 32> kOnsets = {
    "b",  "c",  "d",  "f",  "g",  "j",  "l",  "m",  "n",  "p",  "r",  "s",  "t", "v", "br", "cl",
    "cr", "dr", "fl", "gr", "pl", "pr", "tr", "ch", "bl", "gl", "vr", "fr", "",  "m", "r",  "t"};
constexpr std::array<std::string_view, 16> kNuclei = {
    "a", "e", "i", "o", "u", "é", "ai", "au", "eu", "ou", "on", "an", "in", "oi", "è", "ar"};
constexpr std::array<std::string_view, 16> kEndings = {
    "tion", "ment", "eur",  "age", "ité", "ique", "eux",  "er",
    "é",    "ance", "elle", "ard", "ois", "isme", "ette", "al"};

// The ranks of three in a row are one word's forms: bare, with an s, with an e.
void append_invented(std::size_t rank, std::string& out) {
  std::uint64_t chance = mixed(rank / kForms + 0x6b69'6f73'7175'65ULL);
  const auto pick = [&](const auto& pieces) {
    out += pieces[chance % pieces.size()];
    chance /= pieces.size();
  };
  for (int syllables = rank < kShort ? 2 : 3; syllables > 0; --syllables) {
    pick(kOnsets);
    pick(kNuclei);
  }
  pick(kEndings);
  if (rank % kForms == 1 && out.back() != 's' && out.back() != 'x') out += 's';
  if (rank % kForms == 2 && out.back() != 'e') out += 'e';
}

std::vector<std::string> head_words(std::vector<std::string> real) {
  while (real.size() < kHead) {
    std::string word;
    append_invented(real.size(), word);
    real.push_back(std::move(word));
  }
  real.resize(kHead);
  return real;
}

// Both laws meet at the last rank of the head; the tail's sum is that of its integral.
double tail_share_of(const std::vector<double>& head) {
  double sum = 0;
  for (const double weight : head) sum += weight;
  const double tail = head.back() * static_cast<double>(head.size()) / (kTailExponent - 1);
  return tail / (sum + tail);
}

}  // namespace

Vocabulary::Vocabulary(std::vector<std::string> real)
    : head_(head_words(std::move(real))),
      head_weights_(zipf(kHead, 1, kHeadOffset)),
      tail_share_(tail_share_of(zipf(kHead, 1, kHeadOffset))) {}

std::size_t Vocabulary::draw(Random& random) const {
  if (!random.chance(tail_share_)) return head_weights_.draw(random);
  // The inverse of the tail's distribution; its last thousandths of a million are cut off.
  const double beyond = std::pow(std::max(random.unit(), 1e-9), -1 / (kTailExponent - 1));
  return static_cast<std::size_t>(static_cast<double>(kHead) * beyond);
}

std::size_t Vocabulary::draw_subject(Random& random) const {
  // Even in the logarithm of the rank: rare words make the news as often as frequent ones.
  return static_cast<std::size_t>(kSubjectFrom *
                                  std::pow(kSubjectTo / kSubjectFrom, random.unit()));
}

void Vocabulary::append(std::size_t rank, std::string& out) const {
  if (rank < kHead) {
    out += head_[rank];
  } else {
    append_invented(rank, out);
  }
}

std::string Vocabulary::word(std::size_t rank) const {
  std::string text;
  append(rank, text);
  return text;
}

bool Vocabulary::is_name(std::size_t rank) {
  return rank >= kHead && (rank / kForms) % 6 == 0;
}

const std::vector<FunctionWord>& function_words() {
  static const std::vector<FunctionWord> kWords = {
      {"de", 70, "d'"}, {"la", 38, "l'"}, {"le", 32, "l'"}, {"les", 24},       {"et", 24},
      {"à", 21},        {"des", 21},      {"en", 16},       {"du", 15},        {"un", 13},
      {"une", 13},      {"a", 11},        {"dans", 9},      {"que", 9, "qu'"}, {"pour", 9},
      {"qui", 8},       {"est", 8},       {"au", 8},        {"sur", 7},        {"par", 7},
      {"il", 6},        {"pas", 6},       {"plus", 5},      {"ce", 5, "c'"},   {"se", 5, "s'"},
      {"ne", 5, "n'"},  {"avec", 5},      {"son", 4},       {"sont", 4},       {"aux", 4},
      {"ont", 4},       {"sa", 3},        {"ses", 3},       {"mais", 3},       {"on", 3},
      {"ou", 3},        {"elle", 2},      {"nous", 3},      {"cette", 3},      {"été", 3},
      {"comme", 2},     {"leur", 2},      {"être", 2},      {"ils", 2},        {"fait", 2},
      {"tout", 2},      {"y", 1},         {"je", 2, "j'"},  {"deux", 2},       {"après", 2},
      {"aussi", 2},     {"ces", 2},       {"entre", 2},     {"sans", 1},       {"même", 1},
      {"depuis", 1},    {"avait", 1},     {"était", 1},     {"vous", 1},       {"dont", 1},
      {"si", 1},        {"ans", 2},       {"encore", 1},    {"selon", 1},      {"où", 1}};
  return kWords;
}

}  // namespace bench
