// The program as a newcomer's shell sees it: output, exit codes, files.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;

const std::string kStrategy = std::string(PRAXIS_SOURCE) + "/tests/strategies/vantix.yaml";

std::string data() {
    const char* given = std::getenv("PRAXIS_DATA");
    return given ? given : PRAXIS_DATA;
}

struct Outcome {
    int exit = -1;
    std::string out;
};

Outcome run(const std::string& arguments, const std::string& input = {}) {
    const fs::path file = fs::path(testing::TempDir()) / ("input-" + std::to_string(getpid()));
    std::ofstream(file, std::ios::binary) << input;
    const std::string command = "NO_COLOR=1 PRAXIS_DATA=" + data() + " XDG_STATE_HOME=" + testing::TempDir() +
                                " " PRAXIS_PROGRAM " " + arguments + " < " + file.string() + " 2>&1";
    Outcome outcome;
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> block{};
    for (std::size_t got = 0; (got = fread(block.data(), 1, block.size(), pipe)) > 0;)
        outcome.out.append(block.data(), got);
    outcome.exit = WEXITSTATUS(pclose(pipe));
    fs::remove(file);
    return outcome;
}

bool has(const Outcome& outcome, const std::string& text) {
    return outcome.out.find(text) != std::string::npos;
}

int lines_with(const Outcome& outcome, const std::string& text) {
    int count = 0;
    for (std::size_t at = outcome.out.find(text); at != std::string::npos; at = outcome.out.find(text, at + 1)) ++count;
    return count;
}

const std::string kScript =
    "# a short one\n"
    "Good morning Dave, Priya Nair from Vantix. Is this a good time to talk?\n"
    "\n"
    "How do you plan maintenance on the presses at the moment?\n"
    "And what problems do you still get with breakdowns?\n";

const std::string kRehearse = "rehearse --strategy " + kStrategy + " --segment enterprise-plant --role plant-manager ";

TEST(Terminal, RehearsesAScript) {
    const Outcome outcome = run(kRehearse + "--script -", kScript);
    EXPECT_EQ(outcome.exit, 0) << outcome.out;
    EXPECT_EQ(lines_with(outcome, "\nYou:"), 3) << outcome.out;
    EXPECT_TRUE(has(outcome, "Seed 1")) << outcome.out;
    EXPECT_FALSE(has(outcome, "# a short one"));
    EXPECT_FALSE(has(outcome, "\033["));
}

TEST(Terminal, SaysTheSameTwice) {
    EXPECT_EQ(run(kRehearse + "--script - --json", kScript).out, run(kRehearse + "--script - --json", kScript).out);
    EXPECT_NE(run(kRehearse + "--script - --json --seed 2", kScript).out,
              run(kRehearse + "--script - --json", kScript).out);
}

TEST(Terminal, PrintsOneEventPerLine) {
    const Outcome outcome = run(kRehearse + "--script - --json", kScript);
    for (const char* event : {"conversation", "brief", "ended", "report"})
        EXPECT_EQ(lines_with(outcome, std::string("{\"event\":\"") + event + "\""), 1) << event;
    EXPECT_EQ(lines_with(outcome, "{\"event\":\"rep_said\""), 3);
    EXPECT_GE(lines_with(outcome, "{\"event\":\"buyer_said\""), 3);
    EXPECT_TRUE(has(outcome, "\"acts\":[{\"act\":"));
    EXPECT_TRUE(has(outcome, "\"disclosed\":["));
    EXPECT_TRUE(has(outcome, "\"levels\":[{\"level\":"));
}

TEST(Terminal, ShowsTheValueAndDrawsIt) {
    const std::string picture = testing::TempDir() + "curve.svg";
    const Outcome outcome = run(kRehearse + "--script - --svg " + picture, kScript);
    EXPECT_EQ(outcome.exit, 0) << outcome.out;
    EXPECT_TRUE(has(outcome, "The value, turn by turn")) << outcome.out;
    EXPECT_TRUE(has(outcome, "not of the world")) << outcome.out;
    std::ifstream in(picture);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(text.rfind("<svg ", 0), 0U) << text.substr(0, 80);
    const Outcome lines = run(kRehearse + "--script - --json", kScript);
    EXPECT_TRUE(has(lines, "\"curve\":{\"points\":[{\"turn\":0,\"value\":")) << lines.out;
    EXPECT_EQ(run(kRehearse + "--script - --svg /dev/null/curve.svg", kScript).exit, 4);
    EXPECT_EQ(run(kRehearse + "--script - --svg " + picture, "# nothing\n").exit, 4) << "there is nothing to draw";
}

TEST(Terminal, SavesVerifiesAndResumes) {
    const std::string file = testing::TempDir() + "session.jsonl";
    ASSERT_EQ(run(kRehearse + "--script - --save " + file, kScript).exit, 0);
    const Outcome verified = run("verify " + file + " --strategy " + kStrategy);
    EXPECT_EQ(verified.exit, 0) << verified.out;
    EXPECT_TRUE(has(verified, "all the same"));

    std::ifstream in(file);
    std::string text, unfinished;
    for (std::string line; std::getline(in, line);)
        if (line.find("\"ended\"") == std::string::npos) unfinished += line + "\n";
    const std::string open = testing::TempDir() + "open.jsonl";
    std::ofstream(open) << unfinished;
    const Outcome resumed =
        run("rehearse --strategy " + kStrategy + " --resume " + open + " --script -", "And what does that cost you?\n");
    EXPECT_EQ(resumed.exit, 0) << resumed.out;
    EXPECT_EQ(lines_with(resumed, "\nYou:"), 4) << resumed.out;
    EXPECT_EQ(run("rehearse --strategy " + kStrategy + " --resume " + file + " --script -", "x\n").exit, 3);
}

std::string text_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(Terminal, BranchesFromATurnAndLeavesTheOriginalAsItIs) {
    const std::string file = testing::TempDir() + "origin.jsonl", branch = testing::TempDir() + "branch.jsonl";
    ASSERT_EQ(run(kRehearse + "--script - --save " + file, kScript).exit, 0);
    const std::string original = text_of(file);
    const std::string again = "rehearse --strategy " + kStrategy + " --resume " + file + " --from 3 --script - --save ";
    const Outcome branched = run(again + branch, "What would it be worth to you if it stopped?\n");
    EXPECT_EQ(branched.exit, 0) << branched.out;
    EXPECT_EQ(lines_with(branched, "\nYou:"), 3) << branched.out;
    EXPECT_EQ(text_of(file), original);
    EXPECT_NE(text_of(branch).find("\"parent\":\"" + file + ", turn 3\""), std::string::npos) << text_of(branch);
    EXPECT_EQ(run("verify " + branch + " --strategy " + kStrategy).exit, 0);

    const Outcome of_a_branch =
        run("rehearse --strategy " + kStrategy + " --resume " + branch + " --from 1 --script - --save " + branch + ".2",
            "Hello Dave.\n");
    EXPECT_EQ(of_a_branch.exit, 0) << of_a_branch.out;
    EXPECT_NE(text_of(branch + ".2").find(branch + ", turn 1"), std::string::npos);
    EXPECT_EQ(run(again + file, "x\n").exit, 2);
    EXPECT_EQ(run(again + testing::TempDir() + "./origin.jsonl", "x\n").exit, 2);
    EXPECT_EQ(text_of(file), original);
}

TEST(Terminal, SaysWhatTheCustomerWouldHaveAnswered) {
    const std::string file = testing::TempDir() + "what-if.jsonl";
    ASSERT_EQ(run(kRehearse + "--script - --save " + file, kScript).exit, 0);
    const std::string original = text_of(file);
    const std::string ask = "what-if " + file + " --strategy " + kStrategy + " --turn 3 ";
    const Outcome other = run(ask + "\"You people never learn, do you?\"");
    EXPECT_EQ(other.exit, 0) << other.out;
    EXPECT_TRUE(has(other, "And what problems do you still get") && has(other, "disrespect") &&
                has(other, "points of the goal") && has(other, "not of the world"))
        << other.out;
    EXPECT_EQ(run(ask + "\"You people never learn, do you?\"").out, other.out);
    const Outcome same = run(ask + "--json \"And what problems do you still get with breakdowns?\"");
    EXPECT_TRUE(has(same, "\"difference\":{\"share\":0,")) << same.out;
    EXPECT_EQ(text_of(file), original);

    std::string open;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (line.find("\"ended\"") == std::string::npos) open += line + "\n";
    std::ofstream(file + ".open") << open;
    const Outcome unfinished = run("what-if " + file + ".open --strategy " + kStrategy + " --turn 3 \"Who signs?\"");
    EXPECT_EQ(unfinished.exit, 0) << unfinished.out;
    EXPECT_TRUE(has(unfinished, "has not ended") && !has(unfinished, " %") && !has(unfinished, "trust"))
        << unfinished.out;
    EXPECT_EQ(run("what-if " + file + " --strategy " + kStrategy + " --turn 9 x").exit, 3);
    EXPECT_EQ(run("what-if " + file + " --strategy " + kStrategy + " --turn 0 x").exit, 3);
    EXPECT_EQ(run("what-if " + file + " --strategy " + kStrategy + " --turn two x").exit, 2);
    EXPECT_EQ(run("what-if " + file + " --strategy " + kStrategy + " x").exit, 2);
}

// Two terminals on one conversation would overwrite each other's turns.
TEST(Terminal, LetsOnlyOneProgramWriteAConversation) {
    const fs::path saved = fs::path(testing::TempDir()) / ("held-" + std::to_string(getpid()) + ".jsonl");
    const std::string arguments = "rehearse --strategy " + kStrategy + " --script - --save " + saved.string();
    const int lock = open((saved.string() + ".lock").c_str(), O_RDWR | O_CREAT, 0600);
    ASSERT_EQ(flock(lock, LOCK_EX | LOCK_NB), 0);
    const Outcome refused = run(arguments, kScript);
    EXPECT_EQ(refused.exit, 4) << refused.out;
    EXPECT_TRUE(has(refused, "another praxis is holding the conversation"));
    EXPECT_FALSE(fs::exists(saved));
    close(lock);
    EXPECT_EQ(run(arguments, kScript).exit, 0);
    EXPECT_FALSE(fs::exists(saved.string() + ".lock"));
    fs::remove(saved);
}

TEST(Terminal, NoticesATamperedConversation) {
    const std::string file = testing::TempDir() + "tampered.jsonl";
    ASSERT_EQ(run(kRehearse + "--script - --save " + file, kScript).exit, 0);
    std::ifstream in(file);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::size_t at = text.find("at the moment");
    ASSERT_NE(at, std::string::npos);
    text.replace(at, 13, "in the winter");
    std::ofstream(file) << text;
    EXPECT_EQ(run("verify " + file + " --strategy " + kStrategy).exit, 1);
}

TEST(Terminal, RefusesToGoOnUnderOtherHashes) {
    const std::string file = testing::TempDir() + "other.jsonl";
    ASSERT_EQ(run(kRehearse + "--script - --save " + file, kScript).exit, 0);
    std::ifstream in(file);
    std::string text, line;
    while (std::getline(in, line))
        if (line.find("\"ended\"") == std::string::npos) text += line + "\n";
    const std::size_t at = text.find("\"scenario_digest\":\"") + 19;
    text.replace(at, 4, "0000");
    std::ofstream(file) << text;
    const std::string resume = "rehearse --strategy " + kStrategy + " --script - --resume " + file;
    const Outcome refused = run(resume, "Go on?\n");
    EXPECT_EQ(refused.exit, 3);
    EXPECT_TRUE(has(refused, "--migrate")) << refused.out;
    EXPECT_EQ(run(resume + " --migrate", "Go on?\n").exit, 0);
}

TEST(Terminal, UnderstandsLinesAndGoesOnAfterBadOnes) {
    const Outcome outcome =
        run("understand --strategy " + kStrategy,
            "{\"text\":\"What does a breakdown cost you?\",\"previous\":\"pain\"}\n"
            "not json\n"
            "{\"text\":5}\n"
            "{\"text\":\"Hello\",\"previous\":\"dancing\"}\n"
            "{\"text\":\"Good morning, 11 grand\",\"previous\":null,\"heard\":[\"Hi.\"],\"refused\":false}\n");
    EXPECT_EQ(outcome.exit, 3);
    EXPECT_EQ(lines_with(outcome, "{\"acts\":["), 2) << outcome.out;
    for (const char* line : {"\"line\":2", "\"line\":3", "\"line\":4"}) EXPECT_TRUE(has(outcome, line)) << outcome.out;
    EXPECT_TRUE(has(outcome, "\"topics\":[\"downtime\"]")) << outcome.out;
    EXPECT_TRUE(has(outcome, "\"kind\":\"money\"")) << outcome.out;
}

TEST(Say, WritesSoundAndMouth) {
    const std::string wav = testing::TempDir() + "/said.wav", mouth = testing::TempDir() + "/said.json";
    const Outcome outcome =
        run("say --voice walter --mood impatient 'Honestly? It is €9,500.' --wav " + wav + " --mouth " + mouth);
    EXPECT_EQ(outcome.exit, 0) << outcome.out;
    EXPECT_TRUE(has(outcome, "2 sentences")) << outcome.out;
    EXPECT_GT(fs::file_size(wav), 44u + 32'000u);
    std::ifstream in(mouth);
    const std::string json((std::istreambuf_iterator<char>(in)), {});
    for (const char* part : {"\"voice\":\"walter\"", "\"shape\":\"FF\"", "\"text\":\"€9,500\"", "\"beats_ms\":["})
        EXPECT_NE(json.find(part), std::string::npos) << part << json;
}

TEST(Say, NamesVoicesAndRefusals) {
    EXPECT_TRUE(has(run("say --voices"), "walter"));
    const Outcome other = run("say --voice waltr Hello --wav /dev/null");
    EXPECT_EQ(other.exit, 2);
    EXPECT_TRUE(has(other, "did you mean 'walter'?")) << other.out;
    EXPECT_EQ(run("say Hello").exit, 2);
    EXPECT_EQ(run("say --mood cross Hello --wav /dev/null").exit, 2);
    EXPECT_EQ(run("say Hello --wav /nowhere/at/all.wav").exit, 4);
}

TEST(Simulate, NamesTheStrategysBehavioursByWhatTheyMove) {
    const std::string by_behaviour = "simulate --strategy " + kStrategy + " --by behaviour --n 40 ";
    const Outcome chart = run(by_behaviour);
    EXPECT_EQ(chart.exit, 0) << chart.out;
    EXPECT_TRUE(has(chart, "train first")) << chart.out;
    EXPECT_TRUE(has(chart, "it does not show what moves")) << "whose opinion it is";
    const Outcome csv = run(by_behaviour + "--csv");
    EXPECT_TRUE(has(csv, "asks-consequences,Asks what a problem leads to and costs,asks-about-nights "))
        << "the company's own behaviour first" << csv.out;
    EXPECT_EQ(lines_with(csv, "enterprise-plant,"), 31) << "a row for every habit";
}

TEST(Simulate, SaysTheSameForAnyNumberOfThreads) {
    for (const std::string what : {"--by behaviour --n 5 --json", "--n 20 --json"}) {
        const std::string command = "simulate --strategy " + kStrategy + " " + what;
        const Outcome alone = run(command + " --threads 1");
        EXPECT_EQ(alone.exit, 0);
        EXPECT_EQ(alone.out, run(command + " --threads 3").out);
        EXPECT_EQ(alone.out, run(command).out);
    }
}

struct Exit {
    const char* arguments;
    int exit;
    const char* says;
};
class ExitCodes : public testing::TestWithParam<Exit> {};

TEST_P(ExitCodes, AreAsDocumented) {
    const Outcome outcome = run(GetParam().arguments);
    EXPECT_EQ(outcome.exit, GetParam().exit) << outcome.out;
    EXPECT_TRUE(has(outcome, GetParam().says)) << outcome.out;
}

INSTANTIATE_TEST_SUITE_P(
    Table, ExitCodes,
    testing::Values(Exit{"--help", 0, "rehearse"}, Exit{"rehearse --help", 0, "Examples"},
                    Exit{"--version", 0, "praxis"}, Exit{"", 2, "subcommand"}, Exit{"rehears", 2, "did you mean"},
                    Exit{"rehearse --sead 4", 2, "did you mean"}, Exit{"rehearse --support loud", 2, "guided"},
                    Exit{"rehearse --strategy nowhere.yaml --script /dev/null", 3, "nowhere.yaml"},
                    Exit{"rehearse --strategy " PRAXIS_SOURCE "/tests/strategies/vantix.yaml --role plant-manger "
                         "--script /dev/null",
                         2, "did you mean 'plant-manager'"},
                    Exit{"rehearse --script /nowhere", 3, "cannot be opened"}, Exit{"verify /dev/null", 3, "empty"},
                    Exit{"scenarios --strategy " PRAXIS_SOURCE "/tests/strategies/vantix.yaml", 0, "plant-manager"},
                    Exit{"strategy show " PRAXIS_SOURCE "/tests/strategies/vantix.yaml", 0, "Vantix"},
                    Exit{"simulate --reps pitchr", 2, "did you mean 'pitcher'"},
                    Exit{"simulate --by behaviour --reps novise", 2, "did you mean 'novice'"},
                    Exit{"simulate --by behaviour --reps all", 2, "one kind of rep at a time"},
                    Exit{"simulate --by segment", 2, "behaviour"}, Exit{"hear /nowhere.wav", 3, "cannot be opened"},
                    Exit{"hear " PRAXIS_SOURCE "/README.md", 3, "no WAV file"},
                    Exit{"completion bash", 0, "complete -o filenames -F _praxis praxis"},
                    Exit{"completion fish", 2, "fish"}, Exit{"rehearse --from 3 --script /dev/null", 2, "--resume"},
                    Exit{"what-if /dev/null --turn 1 hello", 3, "empty"}));

}  // namespace
