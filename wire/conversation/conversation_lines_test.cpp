#include "wire/conversation/conversation_lines.hpp"

#include <gtest/gtest.h>

#include "wire/json/json_text.hpp"

namespace praxis::wire {
namespace {

using conversation::BuyerSaid;
using conversation::Conversation;
using conversation::CueShown;
using conversation::Ended;
using conversation::Event;
using conversation::RepSaid;

strategy::Scenario scenario() {
    strategy::Scenario scenario;
    scenario.id = "plant/manager/discovery/normal";
    scenario.topics = {{"downtime", "unplanned stops", {}, true, {}}, {"sap", "the system", {}, false, {}}};
    scenario.facts.resize(2);
    scenario.facts[0].fact.id = "stops.problem";
    scenario.facts[1].fact.id = "budget";
    scenario.goals.levels = {{strategy::GoalLevel::won}, {strategy::GoalLevel::advanced}};
    return scenario;
}

Observation full_observation() {
    Observation seen;
    seen.acts = {Act::greeting, Act::open_question};
    seen.sure = {Act::greeting};
    seen.possible = {Act::rapport};
    seen.groups[2] = 97;
    seen.topics[0] = TopicId{1};
    seen.topic_count = 1;
    seen.amounts[0] = {AmountKind::money, -11'500'000, TopicId{0}, true};
    seen.amount_count = 1;
    seen.open_questions = 1;
    seen.overlap = 40;
    seen.words = 300;
    seen.trade = true;
    seen.quotes_price = true;
    seen.proofs = 0x8001;
    seen.capabilities = ~std::uint64_t{0};
    return seen;
}

Event rep_event() {
    Event event;
    event.turn = 1;
    event.who = kRep;
    event.text = "Grüß Gott, \"Dave\".\nWhat stops? Eleven grand?";
    event.timing = conversation::Timing{1200, 4300};
    Reading reading;
    reading.acts = {{Act::greeting, {0, 12}, 0.75F, true},
                    {Act::rapport, {0, 12}, 0.5F, false},
                    {Act::open_question, {21, 32}, 0.875F, true}};
    reading.topics = {{TopicId{0}, {26, 31}, 1}};
    reading.amounts = {{AmountKind::money, 11000.5, "EUR", {33, 45}, 2}};
    reading.sentences = {{0, 20}, {21, 32}, {33, 46}};
    reading.observation = full_observation();
    event.body = RepSaid{reading, conversation::Delivery{2, 900, -21.5, 4.25, conversation::Timing{100, 2'300}}};
    return event;
}

Event buyer_event() {
    Event event;
    event.turn = 1;
    event.who = kFirstBuyer;
    event.text = "Stops. Two a month.";
    event.source = conversation::TextSource::grammar;
    BuyerSaid said;
    said.intention.emplace();
    said.intention->add(BuyerMove::disclose, 0);
    said.intention->add(BuyerMove::ask);
    said.intention->mood = {3, 2, 1};
    said.intention->ends = true;
    said.kind = PreviousKind::pain;
    said.spans = {{0, 6}, {7, 19}};
    said.heard_moves = 2;
    said.disclosed = {FactId{0}};
    said.standing = {41, 30, 77, 5, 20, 21, strategy::Stage::discovery};
    event.body = said;
    event.state_digest = 0x00ab'cdef'0123'4567;
    return event;
}

Conversation whole() {
    Conversation conversation;
    conversation.header = {1,    "praxis 0.1.0", "plant/manager/discovery/normal", "d1",           "vantix", "v1",
                           "l1", "m1",           Seed{~std::uint64_t{0}},          "other.jsonl 3"};
    conversation.events = {rep_event(), buyer_event()};
    Event cue;
    cue.turn = 1;
    cue.body = CueShown{"Ask what it costs."};
    Event ended;
    ended.turn = 1;
    ended.who = kFirstBuyer;
    ended.body = Ended{conversation::EndReason::accepted, strategy::GoalLevel::advanced};
    conversation.events.push_back(cue);
    conversation.events.push_back(ended);
    return conversation;
}

TEST(ConversationLines, GoOutAndComeBackTheSame) {
    const Conversation before = whole();
    const std::string lines = to_lines(before, scenario());
    const auto after = read_conversation(lines, "x.jsonl", scenario());
    ASSERT_TRUE(after) << to_text(after.error().front());
    EXPECT_EQ(to_lines(*after, scenario()), lines);
    ASSERT_EQ(after->events.size(), before.events.size());
    EXPECT_EQ(after->header.seed, before.header.seed);
    EXPECT_EQ(after->header.parent, before.header.parent);
    const auto& said = std::get<BuyerSaid>(after->events[1].body);
    const auto& original = std::get<BuyerSaid>(before.events[1].body);
    EXPECT_EQ(said.intention, original.intention);
    EXPECT_EQ(said.disclosed, original.disclosed);
    EXPECT_EQ(said.spans, original.spans);
    EXPECT_EQ(said.standing, original.standing);
    EXPECT_EQ(after->events[1].state_digest, before.events[1].state_digest);
    EXPECT_EQ(std::get<Ended>(after->events[3].body).level, strategy::GoalLevel::advanced);
}

TEST(ConversationLines, KeepEveryFieldOfAnObservation) {
    const auto after = read_conversation(to_lines(whole(), scenario()), "x", scenario());
    ASSERT_TRUE(after);
    const Observation got = std::get<RepSaid>(after->events[0].body).reading.observation;
    const Observation put = full_observation();
    EXPECT_EQ(got.acts, put.acts);
    EXPECT_EQ(got.sure, put.sure);
    EXPECT_EQ(got.possible, put.possible);
    EXPECT_EQ(got.groups, put.groups);
    EXPECT_EQ(got.topics, put.topics);
    EXPECT_EQ(got.amounts[0].milli, put.amounts[0].milli);
    EXPECT_EQ(got.amounts[0].topic, put.amounts[0].topic);
    EXPECT_TRUE(got.amounts[0].matches_fact);
    EXPECT_EQ(got.words, put.words);
    EXPECT_EQ(got.overlap, put.overlap);
    EXPECT_TRUE(got.trade);
    EXPECT_TRUE(got.quotes_price);
    EXPECT_FALSE(got.disparages);
    EXPECT_EQ(got.proofs, put.proofs);
    EXPECT_EQ(got.capabilities, put.capabilities);
}

TEST(ConversationLines, NeverNameAFactThatWasOnlyMeant) {
    Conversation conversation = whole();
    auto& said = std::get<BuyerSaid>(conversation.events[1].body);
    said.intention->moves[0] = {BuyerMove::guard, 1};
    said.disclosed.clear();
    EXPECT_EQ(to_lines(conversation, scenario()).find("budget"), std::string::npos);
}

TEST(ConversationLines, PassOverWhatIsOnlyTold) {
    const std::string lines = to_line(whole().header) + "\n\n{\"event\":\"brief\"}\n{\"event\":\"report\"}\r\n";
    const auto read = read_conversation(lines, "x", scenario());
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->events.empty());
}

struct Broken {
    const char* after_header;
    int line;
    const char* what;
};
class BrokenLines : public testing::TestWithParam<Broken> {};

TEST_P(BrokenLines, AreRefusedWithTheirNumber) {
    const std::string lines = to_line(whole().header) + "\n" + GetParam().after_header;
    const auto read = read_conversation(lines, "x.jsonl", scenario());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().front().place.line, GetParam().line);
    EXPECT_NE(read.error().front().what.find(GetParam().what), std::string::npos) << read.error().front().what;
}

INSTANTIATE_TEST_SUITE_P(
    Table, BrokenLines,
    testing::Values(
        Broken{"{\"event\":\"rep_said\"", 2, "not JSON"}, Broken{"[1]\n", 2, "no JSON object"},
        Broken{"{}\n", 2, "'event' is missing"}, Broken{"{\"event\":\"rep_sang\"}\n", 2, "rep_sang"},
        Broken{"\n\n{\"event\":\"rep_said\",\"turn\":-1}\n", 4, "'turn'"},
        Broken{"{\"event\":\"rep_said\",\"text\":5}\n", 2, "'text' must be a text"},
        Broken{"{\"event\":\"rep_said\",\"text\":\"a\",\"acts\":[{\"act\":\"dance\",\"at\":[0,1]}]}\n", 2, "dance"},
        Broken{"{\"event\":\"rep_said\",\"text\":\"a\",\"acts\":[{\"act\":\"greeting\",\"at\":[0,9]}]}\n", 2, "beyond"},
        Broken{"{\"event\":\"buyer_said\",\"kind\":\"info\",\"disclosed\":[\"nonsense\"]}\n", 2, "disclosed"},
        Broken{"{\"event\":\"buyer_said\",\"kind\":\"info\",\"moves\":[\"fly\"]}\n", 2, "no move"},
        Broken{"{\"event\":\"buyer_said\",\"kind\":\"info\",\"moves\":[\"yes\",\"yes\",\"yes\",\"yes\"]}\n", 2,
               "three"},
        Broken{"{\"event\":\"ended\",\"outcome\":\"glory\",\"reason\":\"accepted\"}\n", 2, "glory"}));

TEST(ConversationLines, RefuseAMissingOrForeignHeader) {
    EXPECT_FALSE(read_header("", "x"));
    EXPECT_FALSE(read_header("{\"event\":\"rep_said\"}\n", "x"));
    EXPECT_FALSE(read_header("{\"event\":\"conversation\",\"format\":2,\"scenario\":\"a\"}", "x"));
    EXPECT_FALSE(read_header("\xff\xfe\x00garbage", "x"));
    EXPECT_TRUE(read_header(to_line(whole().header), "x"));
}

}  // namespace
}  // namespace praxis::wire
