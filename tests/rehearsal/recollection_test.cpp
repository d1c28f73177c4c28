// What a rehearsal remembers of the customer's turns saves work and changes nothing.
#include "app/rehearsal/recollection.hpp"

#include <gtest/gtest.h>

#include "app/rehearsal/start_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "core/strategy/compile.hpp"
#include "program/library.hpp"
#include "wire/conversation/log_text.hpp"

namespace praxis::app {
namespace {

Play hallam_discovery() {
    const auto library = program::Library::open();
    const auto loaded = library->strategy("hallam-steel");
    auto scenario = strategy::compile(loaded->strategy, "laser-job-shops/owner/discovery/normal");
    return *make_play(*std::move(scenario), *library->tongue("en"));
}

TEST(Recollection, ChangesNothingOfWhatIsUnderstood) {
    Rehearsal remembering = start_rehearsal(hallam_discovery(), Seed{11}, Support::silent);
    Rehearsal forgetting = remembering;
    for (const char* turn :
         {"Good morning, Lukas Brandt from Hallam Steel. Have you got twenty minutes?",
          "What goes wrong today when the sheet comes in?", "What does a tip-up cost you, in a week?",
          "So if I heard you right, it is the tip-ups, some eleven a week. How do you buy today?"}) {
        take_turn(remembering, turn);
        forgetting.recollection = {};
        take_turn(forgetting, turn);
    }
    const wire::LogText text;
    EXPECT_EQ(text.events(remembering.conversation, remembering.scenario(), 0),
              text.events(forgetting.conversation, forgetting.scenario(), 0));
}

TEST(Recollection, GoesByTheWordsAndKeepsNoOthers) {
    const Play stage = hallam_discovery();
    const language::Reader& reader = *stage.tongue.reader;
    Recollection recollection;
    EXPECT_EQ(recollection.find("Eleven a week."), nullptr);
    recollection.keep({"Eleven a week.", "It costs us 900 euros."}, reader);
    ASSERT_NE(recollection.find("It costs us 900 euros."), nullptr);
    EXPECT_EQ(recollection.find("It costs us 900 euros.")->amounts.size(), 1u);
    EXPECT_EQ(recollection.find("It costs us"), nullptr);  // broken off
    recollection.keep({"It costs us 900 euros.", "It costs us 900 euros.", ""}, reader);
    ASSERT_NE(recollection.find("It costs us 900 euros."), nullptr);
    EXPECT_EQ(recollection.find("It costs us 900 euros.")->amounts.size(), 1u);
    EXPECT_EQ(recollection.find("Eleven a week."), nullptr);
}

}  // namespace
}  // namespace praxis::app
