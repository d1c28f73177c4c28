#include "wire/practice.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <set>

namespace praxis::wire {
namespace {

namespace json = boost::json;
using Keys = std::set<std::string>;

json::object parsed(const std::string& text) {
    return json::parse(text).as_object();
}

Keys keys_of(const json::object& object) {
    Keys keys;
    for (const auto& one : object) keys.emplace(one.key());
    return keys;
}

strategy::Strategy strategy() {
    strategy::Strategy strategy;
    strategy.segments.resize(1);
    strategy.segments[0].id = "job-shops";
    strategy.segments[0].name = "Laser job shops";
    strategy.roles.resize(1);
    strategy.roles[0].id = "owner";
    strategy.roles[0].name = "The owner";
    return strategy;
}

app::Attempt blind() {
    app::Attempt attempt;
    attempt.id = "a1";
    attempt.scenario = "job-shops/owner/discovery/normal";
    attempt.segment = "job-shops";
    attempt.role = "owner";
    attempt.kind = "discovery";
    attempt.blind = true;
    return attempt;
}

json::object written(const app::Attempt& attempt) {
    const strategy::Strategy of = strategy();
    return parsed(object_text([&](ObjectWriter& out) { write(out, attempt, &of); }));
}

const Keys kTellsWho = {"scenario", "segment", "role", "segment_name", "role_name"};

TEST(Attempt, IsNotToldWhoItIsWithWhileItIsBlindAndOpen) {
    const Keys keys = keys_of(written(blind()));
    for (const std::string& key : kTellsWho) EXPECT_FALSE(keys.contains(key)) << key;
    EXPECT_TRUE(keys.contains("kind"));
}

TEST(Attempt, TellsItOnceItHasEnded) {
    app::Attempt attempt = blind();
    attempt.state = app::AttemptState::ended;
    const json::object told = written(attempt);
    for (const std::string& key : kTellsWho) EXPECT_TRUE(told.contains(key)) << key;
    EXPECT_EQ(told.at("segment_name"), "Laser job shops");
    EXPECT_EQ(told.at("role_name"), "The owner");
}

conversation::Event event(decltype(conversation::Event::body) body, std::string text = {}) {
    conversation::Event event;
    event.turn = 2;
    event.text = std::move(text);
    event.state_digest = 99;
    event.timing = conversation::Timing{10, 20};
    event.body = std::move(body);
    return event;
}

conversation::RepSaid rep_said() {
    Reading reading;
    reading.acts = {{Act::greeting, {0, 5}, 0.9F, true}, {Act::rapport, {0, 5}, 0.4F, false}};
    reading.observation.points_at[0] = FactId{3};
    return {reading, conversation::Delivery{2, 900, -20, 4, {}}};
}

conversation::BuyerSaid buyer_said() {
    conversation::BuyerSaid said;
    said.intention.emplace();
    said.intention->add(BuyerMove::guard, 3);
    said.disclosed = {FactId{1}};
    said.standing = {41, 30, 77, 5, 20, 21, strategy::Stage::discovery};
    return said;
}

// What a browser is told of a log's entry, key by key: what is not here stays with the server.
TEST(Told, HoldsWhatIsSeenAndHeardAndNothingElse) {
    const app::Told told{
        7,
        1234,
        {event(rep_said(), "Hello Dave"), event(buyer_said(), "Morning."), event(conversation::CueShown{"Ask."}),
         event(conversation::Ended{conversation::EndReason::accepted, strategy::GoalLevel::advanced})}};
    const json::object seen = parsed(object_text([&](ObjectWriter& out) { write_seen(out, told); }));
    EXPECT_EQ(json::value(seen), json::parse(R"({"seq": 7, "at_ms": 1234, "events": [
        {"event": "rep_said", "text": "Hello Dave", "acts": [{"act": "greeting", "quote": "Hello"}], "turn": 2},
        {"event": "buyer_said", "text": "Morning.",
         "feeling": {"trust": 41, "interest": 30, "patience": 77}, "turn": 2},
        {"event": "cue", "text": "Ask.", "turn": 2},
        {"event": "ended", "reason": "accepted", "outcome": "advanced", "turn": 2}]})"));
}

}  // namespace
}  // namespace praxis::wire
