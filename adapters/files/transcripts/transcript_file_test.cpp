#include "adapters/files/transcripts/transcript_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/base/chance.hpp"

namespace praxis::files {
namespace {

std::string spoken(const app::Transcript& transcript) {
    std::string text;
    for (const app::TranscriptTurn& turn : transcript.turns) text += turn.speaker + "|" + turn.text + "\n";
    return text;
}

std::string parse(std::string_view text) {
    const auto transcript = parse_transcript(text, "call");
    if (!transcript) return to_text(transcript.error().front());
    return spoken(*transcript);
}

const char* const kTwo = "Priya Nair|Hello Dave.\nDave|Go on then.\n";

struct Row {
    const char* what;
    const char* text;
};

// Every sample says the same two turns in its own notation.
const std::filesystem::path kSamples = std::filesystem::path(PRAXIS_SOURCE) / "adapters/files/transcripts/samples";

std::vector<std::filesystem::path> samples() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(kSamples)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(TranscriptFile, ReadsEveryShape) {
    ASSERT_GE(samples().size(), 20u);
    for (const auto& file : samples()) {
        const auto transcript = load_transcript(file);
        ASSERT_TRUE(transcript) << to_text(transcript.error().front());
        EXPECT_EQ(spoken(*transcript), kTwo) << file;
    }
}

std::int64_t second_begins(const char* sample) {
    const auto transcript = load_transcript(kSamples / sample);
    return transcript && transcript->turns[1].timing ? transcript->turns[1].timing->begin_ms : -1;
}

TEST(TranscriptFile, KeepsTimes) {
    EXPECT_EQ(second_begins("assemblyai_like.json"), 2100);
    EXPECT_EQ(second_begins("fireflies_like.json"), 2000);
    EXPECT_EQ(second_begins("plain_time_behind_the_name.txt"), 729000);
    EXPECT_EQ(second_begins("teams_lines.json"), 36003000);
}

TEST(TranscriptFile, MergesConsecutivePiecesOfOneSpeaker) {
    EXPECT_EQ(parse("A: One.\nA: Two.\nB: Three.\nA: Four.\n"), "A|One. Two.\nB|Three.\nA|Four.\n");
}

TEST(TranscriptFile, TakesAColonInASentenceForWhatItIs) {
    EXPECT_EQ(parse("Ana: The point is this: it stops.\nBo: Here is the list: one\nand one thing more: nights\n"
                    "Ana: Right.\n"),
              "Ana|The point is this: it stops.\nBo|Here is the list: one and one thing more: nights\nAna|Right.\n");
}

const Row kBad[] = {
    {"call:1:1: error: the file is empty (export the transcript again)", " \n\n"},
    {"call:4:1: error: the cue's start time cannot be read: '00:00:61.000' (write it as hh:mm:ss.mmm)",
     "WEBVTT\n\n1\n00:00:61.000 --> 00:01:04.000\nA: x\n"},
    {"call:3:17: error: the cue's end time cannot be read: 'soon' (write it as hh:mm:ss.mmm)",
     "WEBVTT\n\n00:00:01.000 --> soon\nA: x\n"},
    {"call:1:1: error: there is no cue in it (a cue is a line like 00:00:01.000 --> 00:00:04.000 with words below)",
     "WEBVTT\n\nNOTE nothing\n"},
    {"call:1:1: error: no line says who speaks (begin each turn with a name and a colon, as in \"Dave: Go on then.\")",
     "We met at nine.\nIt went well.\n"},
    {"call:1:1: error: only one speaker, 'Dave', is in it (a review needs both sides of the call)",
     "Dave: Hello?\nDave: Anybody there?\n"},
    {"call:2:3: error: these bytes are not UTF-8 (save the file as UTF-8)", "A: x\nB:\xff y\n"},
    {"call:1:1: error: the file is UTF-16 (save it as UTF-8)",
     "\xff\xfe"
     "A"},
    {"call:1:1: error: this JSON holds no utterances that can be recognised (each needs words (\"text\") and somebody "
     "who says them (\"speaker\"); see docs/transcripts.md)",
     "{\"a\":[1,2]}"},
    {"call:4:1: error: it does not say who speaks (export it with speaker names, or write \"Name:\" before each turn)",
     "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nhello there\n"},
};

TEST(TranscriptFile, SaysWhereAndHowToMendIt) {
    for (const Row& row : kBad) EXPECT_EQ(parse(row.text), row.what);
    const auto broken =
        parse_transcript("{\"utterances\":[\n  {\"speaker\":\"A\",\"text\":\"x\"},\n  {\"speaker\" \"B\"}\n]}", "call");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().front().place.line, 3);
    const std::string binary("A: x\0y", 6);
    EXPECT_EQ(parse(binary),
              "call:1:5: error: the file is not text (it has a zero byte) (give the transcript, not the recording)");
}

TEST(TranscriptFile, NotesTimesThatRunBackwards) {
    const auto transcript =
        parse_transcript("WEBVTT\n\n00:05.000 --> 00:04.000\nA: x\n\n00:01.000 --> 00:02.000\nB: y\n", "call");
    ASSERT_TRUE(transcript);
    EXPECT_EQ(transcript->notes.size(), 2u);
    EXPECT_GE(transcript->turns[0].timing->end_ms, transcript->turns[0].timing->begin_ms);
}

// Random edits of valid files and random bytes: an answer or a refusal, never a crash, and every turn is real text.
TEST(TranscriptFile, SurvivesAnything) {
    std::vector<std::string> valid;
    for (const auto& file : samples()) valid.push_back(bytes_of(file));
    for (std::uint32_t round = 0; round < 4000; ++round) {
        std::string text = valid[round % valid.size()];
        for (std::uint32_t edit = 0; edit < 1 + round % 7; ++edit) {
            const std::uint64_t number = chance(Seed{99}, 0, round, edit);
            const std::uint32_t at = pick(number, static_cast<std::uint32_t>(text.size()));
            if (number % 3 == 0)
                text.erase(at, 1 + number % 9);
            else if (number % 3 == 1)
                text.insert(at, 1, static_cast<char>(mix(number)));
            else
                text.insert(at, text.substr(pick(mix(number), static_cast<std::uint32_t>(text.size())), number % 40));
            if (text.empty()) text = "x";
        }
        const auto transcript = parse_transcript(text, "call");
        if (transcript)
            EXPECT_GE(transcript->turns.size(), 2u);
        else
            EXPECT_FALSE(transcript.error().empty());
    }
    EXPECT_FALSE(parse_transcript(std::string(3'000'000, '['), "deep"));
    EXPECT_FALSE(parse_transcript(std::string(3'000'000, 'x'), "long"));
}

}  // namespace
}  // namespace praxis::files
