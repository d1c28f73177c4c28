// Cues by looking ahead: what is recommended in well-known positions, and that its words fit and give nothing away.
#include "app/rehearsal/cues/next_move.hpp"

#include <gtest/gtest.h>

#include "adapters/files/language/cue_file.hpp"
#include "core/buyer/press_shop.hpp"
#include "core/buyer/talk.hpp"
#include "core/strategy/compile.hpp"
#include "program/library.hpp"

namespace praxis::app {
namespace {

using namespace buyer::press_shop;
using enum RepMove;

const buyer::Scene& plant() {
    static const buyer::Scene kScene = *buyer::make_scene(discovery());
    return kScene;
}

RepMove recommended(const buyer::State& state) {
    const auto move = next_move(state, plant(), {5});
    return move ? move->kind : as_practised;
}

TEST(NextMove, FollowsTheWorkedExample) {
    buyer::Talk talk(discovery());
    talk.begin();
    EXPECT_EQ(recommended(talk.state()), ask_problem);
    talk.disclose_pain();
    const RepMove after_pain = recommended(talk.state());
    EXPECT_TRUE(after_pain == ask_implication || after_pain == as_practised) << name(after_pain);
    buyer::State objected = talk.state();
    objected.open = {kGadget};
    objected.handle({kGadget}, buyer::Handled::raised);
    EXPECT_EQ(recommended(objected), clarify_objection);
}

TEST(NextMove, IsTheSameTwiceAndNoneBeforeTheFirstWordOrAfterTheLast) {
    buyer::Talk talk(discovery());
    EXPECT_FALSE(next_move(buyer::open(plant(), {5}), plant(), {5}));
    talk.begin();
    const auto once = next_move(talk.state(), plant(), {5}), twice = next_move(talk.state(), plant(), {5});
    ASSERT_TRUE(once && twice);
    EXPECT_EQ(once->kind, twice->kind);
    EXPECT_EQ(once->topic, twice->topic);
    buyer::State over = talk.state();
    over.marks.insert(buyer::Mark::ended);
    EXPECT_FALSE(next_move(over, plant(), {5}));
}

class MoveCues : public testing::Test {
protected:
    static CueTexts texts() { return *files::load_cues(std::string(PRAXIS_DATA) + "/language/en/cues.yaml"); }

    static int words_in(std::string_view text) {
        return 1 + static_cast<int>(std::count(text.begin(), text.end(), ' '));
    }

    // The rep spoke, and the buyer has told the fact and nothing else.
    static conversation::Conversation told(std::uint8_t fact) {
        conversation::Conversation talk;
        conversation::Event event;
        event.turn = 1;
        event.who = kFirstBuyer;
        conversation::BuyerSaid said;
        said.intention = Intention{};
        said.disclosed = {FactId{fact}};
        event.body = said;
        talk.events.push_back(event);
        return talk;
    }
};

// Every move about every topic, for every fact that may have been told: eight words, and no other topic's name.
TEST_F(MoveCues, FitForEveryMoveAndTopicOfTheStrategies) {
    const CueTexts cues = texts();
    const auto library = program::Library::open();
    ASSERT_TRUE(library);
    int named = 0;
    for (const char* example : {"hallam-steel", "ledgerline", "sterivia"}) {
        const auto loaded = library->strategy(example);
        ASSERT_TRUE(loaded);
        const auto scenarios = strategy::compile_all(loaded->strategy);
        for (std::size_t i = 0; i < scenarios.size(); i += 17) {
            const strategy::Scenario& scenario = scenarios[i];
            for (std::uint8_t fact = 0; fact < scenario.facts.size(); fact += 3) {
                const auto talk = told(fact);
                for (int kind = 0; kind < kRepMoveCount; ++kind)
                    for (std::uint8_t topic = 0; topic < scenario.topics.size(); ++topic) {
                        const foresight::Move move{static_cast<RepMove>(kind), {topic}, false, {}};
                        const auto cue = choose_cue(talk, scenario, cues, &move);
                        ASSERT_TRUE(cue);
                        EXPECT_LE(words_in(cue->text), kCueWords_max) << cue->text;
                        const bool names = cue->move && cue->text != cues.moves[static_cast<std::size_t>(kind)].bare;
                        EXPECT_TRUE(!names || scenario.facts[fact].topic == TopicId{topic}) << cue->text;
                        named += names;
                    }
            }
        }
    }
    EXPECT_GT(named, 500);
}

}  // namespace
}  // namespace praxis::app
