// Kiosque, by its public API alone.

#include <kiosque/kiosque.hpp>
#include <stdexcept>

#include "peer.hpp"

namespace bench {
namespace {

class KiosquePeer final : public Peer {
 public:
  KiosquePeer(std::string folder, std::size_t jobs) : folder_(std::move(folder)), jobs_(jobs) {}

  void index(const std::string& articles) override {
    kiosque::WriterOptions options;
    options.jobs = jobs_;
    kiosque::Writer writer(folder_, options);
    kiosque::index(writer, {articles}, {.format = kiosque::Format::jsonl});
  }

  void open() override { searcher_.emplace(folder_); }

  Answer ask(const Question& question) override {
    const Stopwatch watch;
    if (question.mode == Mode::completing) {
      const std::size_t hits = searcher_->suggest(question.text, {.limit = 10}).size();
      return {watch.milliseconds(), 0, hits, {}};
    }
    kiosque::SearchOptions options;
    options.limit = question.hits ? 10 : 0;
    options.suggest = false;  // nobody else looks for misspelt words
    if (!question.snippets) options.snippet_length = 0;
    if (question.facets) {
      options.facets = {{"section"}, {"source"}, {"year"}};
      options.histogram = kiosque::DateUnit::month;
    }
    if (question.mode == Mode::all) options.match = kiosque::Match::all;
    options.typing = question.mode == Mode::typing;
    const kiosque::Results results = question.mode == Mode::phrase
                                         ? searcher_->search('"' + question.text + '"', options)
                                         : searcher_->search(question.text, options);
    return {watch.milliseconds(), results.total, results.hits.size(), {}};
  }

  double add(const kiosque::Article& article, const std::string& word) override {
    if (!writer_) writer_.emplace(folder_);
    const Stopwatch watch;
    writer_->put(article);
    writer_->commit();
    searcher_->refresh();
    kiosque::SearchOptions options;
    options.snippet_length = 0;
    options.suggest = false;
    const kiosque::Results results = searcher_->search(word, options);
    if (results.hits.empty()) throw std::runtime_error("Kiosque does not find what was added");
    return watch.milliseconds();
  }

 private:
  std::string folder_;
  std::size_t jobs_;
  std::optional<kiosque::Searcher> searcher_;
  std::optional<kiosque::Writer> writer_;
};

}  // namespace

std::unique_ptr<Peer> make_kiosque(const std::string& folder, std::size_t jobs) {
  return std::make_unique<KiosquePeer>(folder, jobs);
}

}  // namespace bench
