#include "adapters/files/people_texts.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace praxis::files {
namespace {

namespace fs = std::filesystem;

TEST(CommonWords, OfTheProgramRefuseWhatEverybodyTries) {
    const auto words = load_common_words(fs::path(PRAXIS_DATA) / "people/common_words.txt");
    ASSERT_TRUE(words) << to_text(words.error().front());
    const people::PasswordOwner owner{"kim@mail.example", "Kim Lee", "Acme"};
    // Of twelve characters and more in lists of stolen passwords, in one spelling or another.
    for (const char* bad : {"password1234", "Password123!", "qwertyuiop123", "1q2w3e4r5t6y", "iloveyou1234",
                            "welcome12345", "passw0rd!2024", "changeme1234", "letmein12345", "administrator",
                            "Summer2024!!", "football1234", "123456789abc", "kimlee123456"})
        EXPECT_FALSE(people::faults_of_password(bad, owner, *words).empty()) << bad;
    for (const char* good :
         {"tray in the scanner room", "correct horse battery", "nineteen grand before lunch", "Vx7-pd0q-Zm2k"})
        EXPECT_TRUE(people::faults_of_password(good, owner, *words).empty()) << good;
}

TEST(CommonWords, SayWhereTheyAreWrong) {
    const fs::path file = fs::path(::testing::TempDir()) / "words.txt";
    std::ofstream(file) << "# comment\nfine\nNo\nfine\n";
    const auto words = load_common_words(file);
    ASSERT_FALSE(words);
    ASSERT_EQ(words.error().size(), 2u);
    EXPECT_EQ(words.error()[0].place.line, 3);
    EXPECT_EQ(words.error()[1].place.line, 4);
    EXPECT_FALSE(load_common_words("/no/such/file"));
}

TEST(ConsentTexts, AreThereForEveryPurpose) {
    const auto texts = load_consent_texts(fs::path(PRAXIS_DATA) / "people/consent");
    ASSERT_TRUE(texts) << to_text(texts.error().front());
    for (const auto& one : *texts) EXPECT_GT(one.text.size(), 100u);
    const auto none = load_consent_texts("/no/such/folder");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().size(), static_cast<std::size_t>(app::kPurposeCount));
}

}  // namespace
}  // namespace praxis::files
