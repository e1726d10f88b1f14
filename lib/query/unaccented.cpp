#include "query/unaccented.hpp"

#include "index/fields.hpp"

namespace kiosque::querying {

void Unaccented::init(const Xapian::Database& database) {
  const std::string surface = indexing::surface_term({}, folded_);
  at_ = database.postlist_begin(surface);
  end_ = database.postlist_end(surface);
  frequency_ = database.get_termfreq(surface);
  accented_.clear();
  const std::string forms = indexing::form_terms(folded_);
  for (auto term = database.allterms_begin(forms); term != database.allterms_end(forms); ++term) {
    accented_.push_back({database.postlist_begin(*term), database.postlist_end(*term)});
  }
  started_ = false;
}

// Goes on to the next article that qualifies, this one included.
void Unaccented::settle() {
  for (; at_ != end_; ++at_) {
    Xapian::termcount accented = 0;
    for (Form& form : accented_) {
      if (form.at == form.end) continue;
      form.at.skip_to(*at_);
      if (form.at != form.end && *form.at == *at_) accented += form.at.get_wdf();
    }
    if (at_.get_wdf() > accented) return;
  }
}

void Unaccented::next(double) {
  if (started_) ++at_;
  started_ = true;
  settle();
}

void Unaccented::skip_to(Xapian::docid document, double) {
  started_ = true;
  at_.skip_to(document);
  settle();
}

bool Unaccented::at_end() const {
  return started_ && at_ == end_;
}

}  // namespace kiosque::querying
