// Lucene in a Java virtual machine of its own, which measures itself: see Lucene.java for what goes
// over the pipes.

#include "peer.hpp"

#ifdef KIOSQUE_LUCENE_CLASSES
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <stdexcept>
#include <vector>

namespace bench {
namespace {

// One thread for the garbage too; heaps as an administrator would set them, since the machine's own
// default is a quarter of the memory, used for no need.
constexpr const char* kCollector = "-XX:+UseSerialGC";
constexpr const char* kIndexHeap = "-Xmx512m";
constexpr const char* kServeHeap = "-Xmx2g";
// Until the hot code is compiled: five turns of 300 queries.
constexpr std::size_t kWarmingQuestions = 1'500;

std::vector<const char*> java(const char* heap) {
  return {KIOSQUE_JAVA,           heap,    kCollector, "-Dfile.encoding=UTF-8", "-cp",
          KIOSQUE_LUCENE_CLASSES, "Lucene"};
}

[[noreturn]] void run(std::vector<const char*> command) {
  command.push_back(nullptr);
  execv(command[0], const_cast<char* const*>(command.data()));
  _exit(127);
}

class LucenePeer final : public Peer {
 public:
  LucenePeer(std::string folder, bool every_word)
      : folder_(std::move(folder)), words_(every_word ? "every" : "content") {}

  ~LucenePeer() override {
    if (to_ != nullptr) std::fclose(to_);  // it ends when its input does
    if (from_ != nullptr) std::fclose(from_);
    if (child_ > 0) waitpid(child_, nullptr, 0);
  }

  // This process becomes the machine, so that its peak memory is what counts.
  void index(const std::string& articles) override {
    auto command = java(kIndexHeap);
    command.insert(command.end(), {"index", folder_.c_str(), words_, articles.c_str()});
    run(command);
  }

  void open() override {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0)
      throw std::runtime_error("no pipe");
    std::signal(SIGPIPE, SIG_IGN);  // a machine that has died is told by its silence
    child_ = fork();
    if (child_ == 0) {
      dup2(in[0], STDIN_FILENO);
      dup2(out[1], STDOUT_FILENO);
      auto command = java(kServeHeap);
      command.insert(command.end(), {"serve", folder_.c_str(), words_});
      run(command);
    }
    close(in[0]);
    close(out[1]);
    to_ = fdopen(in[1], "w");
    from_ = fdopen(out[0], "r");
    if (child_ < 0 || to_ == nullptr || from_ == nullptr) throw std::runtime_error("no Java");
  }

  Answer ask(const Question& question) override {
    static constexpr std::array<const char*, 4> kModes = {"any", "all", "phrase", "typing"};
    std::string flags = "-";
    if (question.hits) flags += 'h';
    if (question.total) flags += 't';
    if (question.facets) flags += 'f';
    if (question.snippets) flags += 's';
    return exchange(fmt::format("ask\t{}\t{}\t{}\n",
                                kModes.at(static_cast<std::size_t>(question.mode)), flags,
                                question.text));
  }

  double add(const kiosque::Article& article, const std::string& word) override {
    const Answer answer = exchange(fmt::format("add\t{}\t{}\n", word, kiosque::to_json(article)));
    if (answer.hits == 0) throw std::runtime_error("Lucene does not find what was added");
    return answer.milliseconds;
  }

  [[nodiscard]] bool opens_at_once() const override { return false; }
  [[nodiscard]] bool completes() const override { return false; }
  [[nodiscard]] std::size_t warming_questions() const override { return kWarmingQuestions; }

 private:
  Answer exchange(const std::string& line) {
    unsigned long long nanoseconds = 0;
    unsigned long long snippets = 0;
    Answer answer;
    std::fwrite(line.data(), 1, line.size(), to_);
    std::fflush(to_);
    if (std::fscanf(from_, "%llu %zu %zu %llu", &nanoseconds, &answer.total, &answer.hits,
                    &snippets) != 4)
      throw std::runtime_error("Lucene does not answer");
    answer.milliseconds = static_cast<double>(nanoseconds) / 1e6;
    answer.snippet_milliseconds = static_cast<double>(snippets) / 1e6;
    return answer;
  }

  std::string folder_;
  const char* words_;
  pid_t child_ = 0;
  std::FILE* to_ = nullptr;
  std::FILE* from_ = nullptr;
};

}  // namespace

std::unique_ptr<Peer> make_lucene(const std::string& folder, bool every_word) {
  return std::make_unique<LucenePeer>(folder, every_word);
}

}  // namespace bench

#else

std::unique_ptr<bench::Peer> bench::make_lucene(const std::string& /*folder*/,
                                                bool /*every_word*/) {
  return nullptr;
}

#endif
