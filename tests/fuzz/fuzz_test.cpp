// Hostile input for every reader, made from good examples; the same on every machine. `./dev fuzz SECONDS` goes on with
// other seeds for as long as it is told. What was fed last lies in a file that outlives a crash.
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "tests/fuzz/mutations.hpp"
#include "tests/fuzz/targets.hpp"

namespace praxis::fuzz {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kHang_s = 20;  // of processor time
#ifdef __SANITIZE_ADDRESS__
constexpr double kSlow_s = 8;
#else
constexpr double kSlow_s = 1;
#endif

// What was a fault once is fed again for ever, and changed like the good examples.
void add_what_was_found(Target& target) {
    const fs::path folder = fs::path(PRAXIS_SOURCE "/tests/fuzz/found") / target.name;
    if (!fs::exists(folder)) return;
    for (std::string& one : files_below(folder.string(), {".in"}, target.long_bytes))
        target.corpus.push_back(std::move(one));
}

const std::vector<Target>& targets() {
    static const std::vector<Target> kTargets = [] {
        std::vector<Target> all = text_targets();
        for (auto make : {message_targets, outside_targets, door_targets})
            for (Target& target : make()) all.push_back(std::move(target));
        for (Target& target : all) add_what_was_found(target);
        return all;
    }();
    return kTargets;
}

// What is fed, in a file: after a crash it is there to be fed again (PRAXIS_FUZZ_INPUT).
class LastFed {
public:
    explicit LastFed(const Target& target)
        : file_(fs::temp_directory_path() / ("praxis-fuzz-" + std::to_string(::getpid()) + "-" + target.name)) {}
    ~LastFed() {
        if (!::testing::Test::HasFailure()) fs::remove(file_);
    }
    void keep(std::string_view bytes) const {
        std::ofstream(file_, std::ios::binary | std::ios::trunc)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    const fs::path& file() const { return file_; }

private:
    fs::path file_;
};

double processor_s() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// A reader that never comes back is ended by a signal of its own processor time.
void set_alarm(int seconds) {
    const itimerval time{{0, 0}, {seconds, 0}};
    ::setitimer(ITIMER_VIRTUAL, &time, nullptr);
}

::testing::AssertionResult feed(const Target& target, const LastFed& last, std::string_view bytes) {
    last.keep(bytes);
    set_alarm(kHang_s);
    const double before = processor_s();
    try {
        target.feed(bytes);
    } catch (const std::exception& error) {
        return ::testing::AssertionFailure() << target.name << " threw: " << error.what() << "; see " << last.file();
    }
    const double taken = processor_s() - before;
    set_alarm(0);
    if (taken < kSlow_s) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure() << target.name << " took " << taken << " s of " << bytes.size()
                                         << " bytes; see " << last.file();
}

class Fuzz : public ::testing::TestWithParam<std::size_t> {
protected:
    const Target& target() const { return targets()[GetParam()]; }
};

TEST_P(Fuzz, ReadsGoodExamples) {
    const LastFed last(target());
    ASSERT_FALSE(target().corpus.empty());
    for (const std::string& example : target().corpus) ASSERT_TRUE(feed(target(), last, example));
    ASSERT_TRUE(feed(target(), last, ""));
}

TEST_P(Fuzz, SurvivesWhatIsMadeOfThem) {
    const LastFed last(target());
    const char* told = std::getenv("PRAXIS_FUZZ_SECONDS");
    const auto end = Clock::now() + std::chrono::seconds(told ? std::atoi(told) : 0);
    const std::uint64_t seed = told ? static_cast<std::uint64_t>(Clock::now().time_since_epoch().count()) : 7;
    Mutations mutations(target().corpus, target().words, target().most_bytes, seed);
    int fed = 0;
    while (told ? Clock::now() < end : fed < target().times) {
        ASSERT_TRUE(feed(target(), last, mutations.next())) << "seed " << seed << ", number " << fed;
        ++fed;
    }
    if (told) std::cout << target().name << ": " << fed << " texts, seed " << seed << "\n";
}

// Time that grows with the square of a text shows in one word, again and again.
TEST_P(Fuzz, TakesNoLongerForLongTexts) {
    const LastFed last(target());
    std::vector<std::string> words = target().words;
    for (const char* more :
         {"a", " ", "\n", "a ", "{", "[", "\"", "\\", "(", "- ", "0", ".", "?", "\xff", "a\n", "\xe2\x82\xac"})
        words.emplace_back(more);
    for (const std::string& word : words) {
        ASSERT_FALSE(word.empty());
        std::string text;
        while (text.size() + word.size() <= target().long_bytes) text += word;
        ASSERT_TRUE(feed(target(), last, text)) << "of '" << word << "'";
    }
}

INSTANTIATE_TEST_SUITE_P(Readers, Fuzz, ::testing::Range(std::size_t{0}, targets().size()),
                         [](const auto& one) { return targets()[one.param].name; });

// PRAXIS_FUZZ_INPUT=FILE PRAXIS_FUZZ_TARGET=NAME: that one again.
TEST(FuzzInput, IsFedAgain) {
    const char* file = std::getenv("PRAXIS_FUZZ_INPUT");
    const char* name = std::getenv("PRAXIS_FUZZ_TARGET");
    if (!file || !name) GTEST_SKIP() << "nothing was asked for";
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    for (const Target& target : targets()) {
        if (target.name != name) continue;
        EXPECT_TRUE(feed(target, LastFed(target), bytes));
    }
}

}  // namespace
}  // namespace praxis::fuzz
