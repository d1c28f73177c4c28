// A drill: the objection is what the rep came for, so it comes at once, whoever it is and whatever they open with.
#include <gtest/gtest.h>

#include "app/choose_scenario.hpp"
#include "app/rehearsal/recorded/verify_conversation.hpp"
#include "app/rehearsal/start_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "core/strategy/compile.hpp"
#include "program/library.hpp"

namespace praxis::app {
namespace {

using strategy::ConversationKind;

constexpr const char* kStrategies[] = {"hallam-steel", "ledgerline", "sterivia"};
struct Opening {
    const char* words;
    bool at_once;  // nothing else has to be said first
};
constexpr Opening kOpenings[] = {
    {"Good morning.", true},
    {"Morning, Robin Hale here. Have you got two minutes?", true},
    {"I hear you. What is behind that, if I may ask?", true},
    {"What goes wrong today, and what does it cost you?", true},
    {"We are twenty percent cheaper than whoever you have, and you should sign today.", false},
    {"Blue seven banana the.", false},
    {"", false},
};

const program::Library& library() {
    static const auto kLibrary = program::Library::open().value();
    return kLibrary;
}

// The rep's turn in whose answer somebody objects; 0: in none of them.
std::uint32_t objected_at(const Rehearsal& talk) {
    for (const conversation::Event& event : talk.conversation.events)
        if (const auto* said = std::get_if<conversation::BuyerSaid>(&event.body))
            if (said->intention && said->intention->has(BuyerMove::object)) return event.turn;
    return 0;
}

Rehearsal opened(const Play& play, std::uint64_t seed, const char* first) {
    Rehearsal talk = start_rehearsal(play, Seed{seed}, Support::hints);
    for (const char* words : {first, "Go on, I am listening."})
        if (!talk.over) take_turn(talk, words);
    return talk;
}

// All of them take most of a minute. No divisor of what a list repeats by, so that every kind of talk has its turn.
#ifdef __SANITIZE_ADDRESS__
constexpr int kOne_in = 29;
#else
constexpr int kOne_in = 5;
#endif

TEST(ADrill, BringsItsObjectionInTheFirstOrTheSecondAnswer) {
    int talks = 0, drills = 0;
    for (const char* id : kStrategies) {
        const auto loaded = library().strategy(id);
        for (const strategy::ScenarioKey& key : strategy::scenario_keys(loaded->strategy)) {
            if (key.kind != ConversationKind::objection_handling || talks++ % kOne_in != 0) continue;
            auto scenario = choose_scenario(loaded->strategy, {strategy::id_of(key), {}, {}, {}, {}, false, true});
            if (!scenario) continue;  // nobody objects there
            const Play play = make_play(*std::move(scenario), *library().tongue("en")).value();
            for (const Opening& opening : kOpenings) {
                const std::uint32_t turn = objected_at(opened(play, 1 + drills % 5, opening.words));
                EXPECT_TRUE(turn == 1 || (turn == 2 && !opening.at_once))
                    << play.scenario->id << " in turn " << turn << " after: " << opening.words;
                ++drills;
            }
        }
    }
    EXPECT_GT(drills, 300 / kOne_in);
}

TEST(ADrill, IsAScenarioOfItsOwnThatIsInNoList) {
    const auto loaded = library().strategy("hallam-steel");
    const strategy::Strategy& steel = loaded->strategy;
    const std::string talk = "laser-job-shops/owner/objection-handling/normal", drill = talk + "/drill";
    const auto made = strategy::compile(steel, std::string_view(drill));
    const auto whole = strategy::compile(steel, std::string_view(talk));
    ASSERT_TRUE(made && whole);
    EXPECT_EQ(made->id, drill);
    EXPECT_TRUE(strategy::is_drill(made->id));
    EXPECT_FALSE(strategy::is_drill(whole->id));
    EXPECT_NE(made->digest, whole->digest);
    EXPECT_TRUE(made->rules.drill);
    EXPECT_FALSE(whole->rules.drill);
    for (const strategy::ScenarioKey& key : strategy::scenario_keys(steel)) EXPECT_FALSE(key.drill);
    for (const strategy::Scenario& one : strategy::compile_all(steel)) EXPECT_FALSE(strategy::is_drill(one.id));
    // Chosen by the talk, by itself, or from all there are.
    for (const ScenarioChoice& choice : {ScenarioChoice{talk, {}, {}, {}, {}, false, true}, ScenarioChoice{drill},
                                         ScenarioChoice{{}, "laser-job-shops", "owner", {}, "normal", false, true}})
        EXPECT_EQ(choose_scenario(steel, choice).value().id, drill);
}

TEST(ADrill, IsOfAnObjectionTalkOnly) {
    const auto loaded = library().strategy("hallam-steel");
    const std::vector<ScenarioChoice> wrong = {
        {"laser-job-shops/owner/discovery/normal", {}, {}, {}, {}, false, true},
        {"laser-job-shops/owner/discovery/normal/drill"},
        {"laser-job-shops/owner/objection-handling/normal/drill/drill"},
        {"/drill"},
        {{}, {}, {}, "discovery", {}, false, true},
    };
    for (const ScenarioChoice& choice : wrong) {
        const auto chosen = choose_scenario(loaded->strategy, choice);
        ASSERT_FALSE(chosen) << choice.id;
        EXPECT_FALSE(chosen.error().wrong.empty()) << choice.id;
        EXPECT_FALSE(chosen.error().problems.empty()) << choice.id;
    }
}

TEST(ADrill, ReplaysExactly) {
    const auto loaded = library().strategy("sterivia");
    auto scenario = choose_scenario(loaded->strategy, {{}, {}, {}, {}, {}, false, true}).value();
    const Play play = make_play(std::move(scenario), *library().tongue("en")).value();
    const Rehearsal talk = opened(play, 9, kOpenings[1].words);
    const Verification verified = verify_conversation(play, talk.conversation);
    EXPECT_GT(verified.events, 3);
    EXPECT_TRUE(verified.mismatches.empty());
}

}  // namespace
}  // namespace praxis::app
