// Which words end a turn and which do not, and how long silence must then be.
#include "adapters/speech/hearing/end_of_turn.hpp"

#include <gtest/gtest.h>

#include <cstdio>

namespace praxis::speech {
namespace {

const TurnWords& turn_words() {
    static const TurnWords kWords = [] {
        auto loaded = load_turn_words(std::string(PRAXIS_DATA) + "/language/en/hearing.yaml");
        if (!loaded)
            for (const Problem& problem : loaded.error()) std::fprintf(stderr, "%s\n", to_text(problem).c_str());
        return std::move(loaded.value());
    }();
    return kWords;
}

TEST(EndOfTurn, TheLastWordsDecide) {
    struct Row {
        const char* text;
        TurnState state;
    };
    const Row rows[] = {
        {"what happens on the line when that press stops", TurnState::complete},
        {"and how many of those do you have", TurnState::complete},
        {"okay so who else is involved in the decision", TurnState::complete},
        {"could we meet again next tuesday", TurnState::complete},
        {"what do you think", TurnState::complete},
        {"that would be the plan thank you very much", TurnState::complete},
        {"our customers see results within six weeks", TurnState::usual},
        {"how much", TurnState::usual},
        {"what are you looking for", TurnState::usual},
        {"yes", TurnState::usual},
        {"okay", TurnState::usual},
        {"yes we have", TurnState::usual},
        {"", TurnState::usual},
        {"we could start in june and", TurnState::goes_on},
        {"it would pay for itself because", TurnState::goes_on},
        {"what happens when the", TurnState::goes_on},
        {"the price includes um", TurnState::goes_on},
        {"we work with", TurnState::goes_on},
        {"it is for example", TurnState::goes_on},
        {"you know", TurnState::goes_on},
    };
    for (const Row& row : rows)
        EXPECT_EQ(static_cast<int>(turn_state(row.text, turn_words())), static_cast<int>(row.state)) << row.text;
}

TEST(EndOfTurn, SilenceWordsAndPatienceDecideTogether) {
    struct Row {
        int silence_ms;
        const char* text;
        int patience_ms;
        bool ended;
    };
    const Row rows[] = {
        {200, "what does an hour of downtime cost you", 0, false},
        {340, "what does an hour of downtime cost you", 0, false},
        {350, "what does an hour of downtime cost you", 0, true},
        {350, "we start in june", 0, false},
        {500, "we start in june", 0, true},
        {500, "we start in june and", 0, false},
        {900, "we start in june and", 0, false},
        {950, "we start in june and", 0, true},
        {600, "what does an hour of downtime cost you", 400, false},
        {750, "what does an hour of downtime cost you", 400, true},
        {900, "we start in june", 400, true},
        {1500, "we start in june because", 400, false},
        {1550, "we start in june because", 400, true},
        {100'000, "and", kSilenceGoesOn, true},
    };
    for (const Row& row : rows)
        EXPECT_EQ(turn_ended(row.silence_ms, row.text, row.patience_ms, turn_words()), row.ended)
            << row.silence_ms << " " << row.text << " " << row.patience_ms;
}

TEST(EndOfTurn, ListenersDoNotInterrupt) {
    for (const char* text : {"", "mm", "mhm", "uh-huh", "yeah", "right okay", "i see", "yeah of course", "oh really"})
        EXPECT_TRUE(is_backchannel(2000, text, turn_words())) << text;
    for (const char* text : {"muslim", "the flood", "manhunt"}) {  // "mm-hm" and "uh-huh", as they were recognised
        EXPECT_TRUE(is_backchannel(600, text, turn_words())) << text;
        EXPECT_FALSE(is_backchannel(800, text, turn_words())) << text;
    }
    for (const char* text : {"wait", "no", "yeah but", "right let me ask", "hold on", "stop there"})
        EXPECT_FALSE(is_backchannel(400, text, turn_words())) << text;
}

TEST(EndOfTurn, WhoGoesOnBreaksIn) {
    struct Row {
        int speech_ms;
        const char* text;
        bool breaks_in;
    };
    const Row rows[] = {
        {200, "wait a", false},          {300, "wait a", true},    {300, "mm", false},
        {300, "my hand", false},         {400, "can i ask", true}, {500, "yeah right", false},
        {650, "yeah okay i see", false}, {701, "yeah", true},      {701, "", true},
    };
    for (const Row& row : rows)
        EXPECT_EQ(breaks_in(row.speech_ms, row.text, turn_words()), row.breaks_in) << row.speech_ms << " " << row.text;
}

TEST(TurnWordsFile, FaultsHaveAPlace) {
    const std::string file = testing::TempDir() + "/hearing.yaml";
    FILE* out = std::fopen(file.c_str(), "w");
    std::fputs("goes_on: [and, But]\nhang: [to]\nfillers: [um]\nasks: x\nbefore_asking: [and]\ncloses: [bye]\n", out);
    std::fclose(out);
    const auto loaded = load_turn_words(file);
    ASSERT_FALSE(loaded);
    std::string all;
    for (const Problem& problem : loaded.error()) all += to_text(problem) + "\n";
    for (const char* wanted :
         {":1:16: error: a word is small letters", "there is no part 'hang' (did you mean 'hangs'?)",
          "there is no 'backchannels'", "this must be a list of words"})
        EXPECT_NE(all.find(wanted), std::string::npos) << wanted << "\n" << all;
    EXPECT_FALSE(load_turn_words("/nowhere/hearing.yaml"));
}

}  // namespace
}  // namespace praxis::speech
