#include "core/language/text/literals.hpp"

#include <gtest/gtest.h>

#include <random>

namespace praxis::language::text {
namespace {

TEST(Literals, findStringsInsideEachOther) {
    const Literals literals({"he", "she", "hers", "his", "she"});
    std::vector<int> found;
    literals.find("ushers", found);
    EXPECT_EQ(found, (std::vector{0, 1, 2, 4}));
    literals.find("", found);
    EXPECT_TRUE(found.empty());
}

TEST(Literals, agreeWithPlainSearch) {
    std::mt19937 random(5);
    const auto word = [&](std::size_t most) {
        std::string text;
        for (std::size_t n = 1 + random() % most; n-- > 0;) text += static_cast<char>('a' + random() % 3);
        return text;
    };
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> strings;
        for (int i = 0; i < 20; ++i) strings.push_back(word(5));
        const std::string text = word(40) + "\xff z" + word(10);
        std::vector<int> expected, found;
        for (int i = 0; i < 20; ++i)
            if (text.find(strings[static_cast<std::size_t>(i)]) != std::string::npos) expected.push_back(i);
        Literals(strings).find(text, found);
        ASSERT_EQ(found, expected) << text;
    }
}

}  // namespace
}  // namespace praxis::language::text
