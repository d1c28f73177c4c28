#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "adapters/files/conversation_file.hpp"
#include "adapters/files/language/cue_file.hpp"

namespace praxis::files {
namespace {

namespace fs = std::filesystem;

fs::path written(const std::string& name, const std::string& text) {
    const fs::path path = fs::path(testing::TempDir()) / name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

TEST(CueFile, OfTheLanguagePackIsComplete) {
    const auto cues = load_cues(fs::path(PRAXIS_DATA) / "language" / "en" / "cues.yaml");
    ASSERT_TRUE(cues) << to_text(cues.error().front());
    for (const std::string& text : cues->texts) EXPECT_FALSE(text.empty());
}

TEST(CueFile, NamesWhatIsWrongWithItsLine) {
    const auto cues = load_cues(written("cues.yaml",
                                        "hury: Time is short.\n"
                                        "shorter: one two three four five six seven eight nine\n"));
    ASSERT_FALSE(cues);
    std::string all;
    for (const Problem& problem : cues.error()) all += to_text(problem) + "\n";
    EXPECT_NE(all.find("cues.yaml:1:7: error: there is no cue 'hury' (did you mean 'hurry'?)"), std::string::npos)
        << all;
    EXPECT_NE(all.find("cues.yaml:2:10: error: the cue 'shorter' has more than eight words"), std::string::npos) << all;
    EXPECT_NE(all.find("no cue for 'apologise'"), std::string::npos) << all;
}

TEST(CueFile, RefusesWhatIsNoYaml) {
    EXPECT_FALSE(load_cues(written("broken.yaml", "a: [b\n")));
    EXPECT_FALSE(load_cues(written("list.yaml", "- a\n")));
    EXPECT_FALSE(load_cues("/nowhere/cues.yaml"));
}

TEST(ConversationFile, SavesAsAWholeAndLoadsTheSame) {
    strategy::Scenario scenario;
    conversation::Conversation conversation;
    conversation.header.scenario_id = "a/b/discovery/normal";
    conversation::Event event;
    event.turn = 1;
    event.who = kRep;
    event.text = "Guten Tag.";
    event.body = conversation::RepSaid{};
    conversation.events.push_back(event);
    const fs::path path = fs::path(testing::TempDir()) / "deep" / "er" / "talk.jsonl";
    ASSERT_TRUE(save_conversation(path, conversation, scenario).empty());
    const auto loaded = load_conversation(path, scenario);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->events.at(0).text, "Guten Tag.");
    EXPECT_EQ(load_conversation_header(path)->scenario_id, "a/b/discovery/normal");
    for (const auto& entry : fs::directory_iterator(path.parent_path()))
        EXPECT_EQ(entry.path().filename(), "talk.jsonl") << "something was left beside it";
}

TEST(ConversationFile, RefusesWhatCannotBeReadOrWritten) {
    EXPECT_FALSE(load_text(testing::TempDir(), 10));
    EXPECT_FALSE(load_text("/nowhere", 10));
    EXPECT_FALSE(load_text(written("big.txt", std::string(5000, 'x')), 4999));
    EXPECT_TRUE(load_text(written("fits.txt", std::string(5000, 'x')), 5000));
    EXPECT_FALSE(save_text("/proc/nowhere/file", "x").empty());
}

}  // namespace
}  // namespace praxis::files
