#include <gtest/gtest.h>

#include "core/people/figures.hpp"
#include "core/people/lifetimes.hpp"
#include "core/people/password.hpp"
#include "core/people/retention.hpp"

namespace praxis::people {
namespace {

const CommonWords kCommon = {"password", "qwerty", "letmein", "welcome", "iloveyou",
                             "dragon",   "praxis", "asdf",    "zxcv"};
const PasswordOwner kOwner = {"mathilde.ferrand@hallam.example", "Mathilde Ferrand", "Hallam Steel"};

bool refused(const std::string& password) {
    return !faults_of_password(password, kOwner, kCommon).empty();
}

TEST(Password, WhatEverybodyTriesIsRefused) {
    for (const char* bad :
         {"", "short", "elevenchars", "passwordpassword", "Password12345", "P@ssw0rd1234!", "qwertyqwerty123",
          "aaaaaaaaaaaaaaaa", "123456789012", "987654321098", "abcabcabcabcabc", "abcdefghijklmnop", "welcome2praxis",
          "letmein-letmein", "mathilde.ferrand", "hallamsteel123", "MathildeHallam1", "asdfasdfasdf", "iloveyoudragon"})
        EXPECT_TRUE(refused(bad)) << bad;
    EXPECT_TRUE(refused(std::string(kPasswordMost_bytes + 1, 'x') + "yzq"));
    EXPECT_TRUE(refused(std::string("correct\0horse battery", 21)));
}

TEST(Password, AnUncommonOneIsTakenWhateverItsCharacters) {
    for (const char* good : {"correct horse battery", "nineteen thousand a month", "xK4vq9PbT2mz",
                             "слон в посудной лавке", "tray in the scanner room", "password of the mill at dusk"})
        EXPECT_FALSE(refused(good)) << good;
}

TEST(Password, LengthIsCountedInCharacters) {
    EXPECT_TRUE(refused("слонслонсло"));     // 11, of 22 bytes
    EXPECT_FALSE(refused("хлеб и молоко"));  // 13
}

TEST(Throttle, GrowsAndStopsGrowing) {
    const ThrottleRule rule{3, 1000, 60'000, kDay_ms};
    EXPECT_EQ(pause_ms(rule, 0), 0);
    EXPECT_EQ(pause_ms(rule, 3), 0);
    EXPECT_EQ(pause_ms(rule, 4), 1000);
    EXPECT_EQ(pause_ms(rule, 5), 2000);
    EXPECT_EQ(pause_ms(rule, 9), 32'000);
    EXPECT_EQ(pause_ms(rule, 10), 60'000);
    for (const std::int64_t many : {100LL, 1'000'000LL, 1LL << 62}) EXPECT_EQ(pause_ms(rule, many), 60'000);
}

TEST(Throttle, StrangersCannotKeepAnOwnerOutForLong) {
    EXPECT_LE(pause_ms(kAccount, 1'000'000), kMinute_ms);
}

TEST(Session, EndsWhenIdleAndInTheEndAnyway) {
    const SessionRule rule;
    EXPECT_FALSE(is_over(rule, {0, 0}, rule.idle_ms - 1));
    EXPECT_TRUE(is_over(rule, {0, 0}, rule.idle_ms));
    EXPECT_FALSE(is_over(rule, {0, rule.longest_ms - 1000}, rule.longest_ms - 1));
    EXPECT_TRUE(is_over(rule, {0, rule.longest_ms - 1000}, rule.longest_ms));
}

TEST(Retention, DefaultsLieWithinTheirBounds) {
    const RetentionDays days = default_retention();
    for (int i = 0; i < kDataKindCount; ++i) {
        const auto kind = static_cast<DataKind>(i);
        EXPECT_GE(days_of(days, kind), keeping(kind).least_days);
        EXPECT_LE(days_of(days, kind), keeping(kind).most_days);
        EXPECT_EQ(data_kind_named(keeping(kind).name), kind);
    }
    EXPECT_FALSE(data_kind_named("audit"));  // is never deleted
}

TEST(Figures, TellNothingOfFewerThanTheSmallestGroup) {
    const std::vector<Tally> tallies = {{"asks_impact", 5, 20, 9, 20}, {"quantifies", 4, 8, 8, 8}};
    const Figures few = fit_to_show(4, tallies, 5);
    EXPECT_FALSE(few.told);
    EXPECT_EQ(few.people, 0);
    EXPECT_TRUE(few.tallies.empty());
    const Figures enough = fit_to_show(5, tallies, 5);
    ASSERT_TRUE(enough.told);
    ASSERT_EQ(enough.tallies.size(), 1u);
    EXPECT_EQ(enough.tallies[0].of, "asks_impact");
    EXPECT_EQ(enough.withheld, 1);
}

}  // namespace
}  // namespace praxis::people
