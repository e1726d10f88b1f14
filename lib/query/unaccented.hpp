#pragma once
// A word typed without accents and meant so: "marche" and not "marché".

#include <xapian.h>

#include <string>
#include <vector>

namespace kiosque::querying {

/// The articles in which a folded word stands at least once without accents: there the surface has
/// more occurrences than all its accented forms together. Without scores.
class Unaccented : public Xapian::PostingSource {
 public:
  explicit Unaccented(std::string folded) : folded_(std::move(folded)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return frequency_; }
  Xapian::doccount get_termfreq_max() const override { return frequency_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool at_end() const override;
  Xapian::docid get_docid() const override { return *at_; }
  Unaccented* clone() const override { return new Unaccented(folded_); }
  void init(const Xapian::Database& database) override;

 private:
  struct Form {
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;
  };
  void settle();

  std::string folded_;
  Xapian::PostingIterator at_ = {};
  Xapian::PostingIterator end_ = {};
  std::vector<Form> accented_ = {};
  Xapian::doccount frequency_ = 0;
  bool started_ = false;
};

}  // namespace kiosque::querying
