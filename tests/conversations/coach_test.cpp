#include "tests/conversations/coach.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace praxis::conversations {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> worked_conversations() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(PRAXIS_DATA) / "strategies"))
        if (entry.path().extension() == ".conversation") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

const std::vector<Worked>& all_worked() {
    static const std::vector<Worked> kAll = [] {
        const auto library = program::Library::open();
        if (!library) return std::vector<Worked>{};
        auto all = compare_files(worked_conversations(), *library, PRAXIS_TESTS);
        return all ? std::move(*all) : std::vector<Worked>{};
    }();
    return kAll;
}

TEST(WorkedConversations, AreManyAndOfEveryQuality) {
    ASSERT_GE(all_worked().size(), 60U);
    for (const Quality quality : {Quality::good, Quality::middling, Quality::bad})
        EXPECT_GE(std::count_if(all_worked().begin(), all_worked().end(),
                                [&](const Worked& one) { return one.quality == quality; }),
                  15);
    for (const Worked& one : all_worked()) {
        EXPECT_NE(one.quality, Quality::unsaid) << one.name;
        EXPECT_TRUE(one.quality != Quality::good || one.planted.empty()) << one.name;
    }
}

TEST(WorkedConversations, AreRankedAsTheirAuthorsDo) {
    const Pairs pairs = rank(all_worked(), true);
    for (const std::string& pair : pairs.wrong_ones) std::printf("%s\n", pair.c_str());
    EXPECT_GE(pairs.all(), 300);
    EXPECT_GE(pairs.share(), 0.95) << pairs.right << " right, " << pairs.equal << " equal, " << pairs.wrong << " wrong";
}

TEST(WorkedConversations, HaveTheirCostlyTurnsMarked) {
    const Counted planted = planted_marked(all_worked());
    EXPECT_GE(planted.all, 30);
    EXPECT_GE(planted.share(), 0.90) << planted.found << " of " << planted.all;
}

TEST(WorkedConversations, HaveHardlyAGoodTurnMarkedDown) {
    const Counted good = held_against_good(all_worked());
    EXPECT_GE(good.all, 100);
    EXPECT_LE(good.share(), 0.05) << good.found << " of " << good.all;
}

}  // namespace
}  // namespace praxis::conversations
