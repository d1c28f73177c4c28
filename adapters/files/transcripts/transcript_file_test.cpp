#include "adapters/files/transcripts/transcript_file.hpp"

#include <gtest/gtest.h>

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

// Every shape of docs/transcripts.md says the same two turns.
const Row
    kShapes[] =
        {
            {"WebVTT voice tags",
             "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000 align:start\n<v Priya Nair>Hello Dave.</v>\n\n00:03.000 --> "
             "00:04.000\n<v.loud Dave>Go on <i>then</i>.\n"},
            {"WebVTT labels, notes, styles",
             "WEBVTT - call\nKind: captions\n\nNOTE kept\nby hand\n\nSTYLE\n::cue { color: red }\n\n00:00:01.000 --> "
             "00:00:02.000\nPriya Nair: Hello\nDave.\n\n00:00:03.000 --> 00:00:04.000\nDave: Go on then.\n"},
            {"WebVTT, two voices in a cue, CRLF, BOM",
             "\xef\xbb\xbfWEBVTT\r\n\r\n00:00:01.000 --> 00:00:04.000\r\n<v Priya Nair>Hello Dave.</v>\r\n<v Dave>Go "
             "on then.</v>\r\n"},
            {"SubRip",
             "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}Priya Nair: <i>Hello</i> Dave.\n\n2\n00:00:03,000 --> "
             "00:00:04,000\nDave: Go on then.\n"},
            {"plain", "Priya Nair: Hello Dave.\nDave: Go on then.\n"},
            {"plain, time behind the name", "Priya Nair (00:12:03): Hello Dave.\nDave [12:09]: Go on then.\n"},
            {"plain, time in front", "[00:12] Priya Nair: Hello\nDave.\n\n00:00:14 Dave: Go on then.\n"},
            {"plain, name on its own line", "Priya Nair  0:12\nHello Dave.\n\nDave  0:15\nGo on\nthen.\n"},
            {"plain, bold", "**Priya Nair:** Hello Dave.\n**Dave:** Go on then.\n"},
            {"generic", R"([{"speaker":"Priya Nair","text":"Hello Dave."},{"speaker":"Dave","text":"Go on then."}])"},
            {"AssemblyAI-like",
             R"({"utterances":[{"speaker":"Priya Nair","text":"Hello Dave.","start":250,"end":1800},{"speaker":"Dave","text":"Go on then.","start":2100,"end":2900}]})"},
            {"Gong-like",
             R"({"callTranscripts":[{"callId":"7","transcript":[{"speakerId":"11","topic":"Intro","sentences":[{"start":460,"end":1500,"text":"Hello"},{"start":1500,"end":1800,"text":"Dave."}]},{"speakerId":"12","sentences":[{"start":2000,"end":2900,"text":"Go on then."}]}]}],"parties":[{"speakerId":"11","name":"Priya Nair"},{"speakerId":"12","name":"Dave"}]})"},
            {"Zoom timeline",
             R"({"timeline":[{"text":"Hello Dave.","ts":"00:00:01.000","end_ts":"00:00:02.000","users":[{"username":"Priya Nair","user_id":"1"}]},{"text":"Go on then.","ts":"00:00:03.000","end_ts":"00:00:04.000","users":[{"username":"Dave"}]}]})"},
            {"Teams lines",
             "{\"startDateTime\":\"2026-01-02T10:00:01Z\",\"speakerName\":\"Priya Nair\",\"spokenText\":\"Hello "
             "Dave.\"}\n{\"startDateTime\":\"2026-01-02T10:00:03Z\",\"speakerName\":\"Dave\",\"spokenText\":\"Go on "
             "then.\"}\n"},
            {"Otter-like",
             R"({"transcripts":[{"transcript":"Hello Dave.","speaker_name":"Priya Nair","start_offset":16000},{"transcript":"Go on then.","speaker_name":"Dave","start_offset":48000}]})"},
            {"Fireflies-like",
             R"({"data":{"transcript":{"title":"Call","sentences":[{"index":0,"speaker_name":"Priya Nair","text":"Hello Dave.","start_time":0.2,"end_time":1.4},{"index":1,"speaker_name":"Dave","text":"Go on then.","start_time":2,"end_time":3}]}}})"},
            {"Deepgram utterances",
             R"({"results":{"channels":[{"alternatives":[{"transcript":"Hello Dave. Go on then."}]}],"utterances":[{"speaker":"Priya Nair","transcript":"Hello Dave.","start":0.1,"end":1.0},{"speaker":"Dave","transcript":"Go on then.","start":1.4,"end":2.2}]}})"},
            {"Transcribe call analytics",
             R"({"Transcript":[{"ParticipantRole":"Priya Nair","Content":"Hello Dave.","BeginOffsetMillis":10,"EndOffsetMillis":900},{"ParticipantRole":"Dave","Content":"Go on then.","BeginOffsetMillis":1000,"EndOffsetMillis":1900}]})"},
            {"Transcribe items",
             R"({"results":{"items":[{"type":"pronunciation","speaker_label":"Priya Nair","start_time":"0.1","end_time":"0.3","alternatives":[{"content":"Hello"}]},{"type":"pronunciation","speaker_label":"Priya Nair","start_time":"0.3","end_time":"0.6","alternatives":[{"content":"Dave."}]},{"type":"pronunciation","speaker_label":"Dave","start_time":"1.0","end_time":"1.6","alternatives":[{"content":"Go on then."}]}]}})"},
            {"Whisper segments",
             R"({"text":"Hello Dave. Go on then.","segments":[{"id":0,"start":0.0,"end":1.0,"text":" Hello Dave.","speaker":"Priya Nair"},{"id":1,"start":1.2,"end":2.0,"text":" Go on then.","speaker":"Dave"}]})"},
            {"Rev monologues", R"({"speakers":[{"id":0,"name":"Priya Nair"},{"id":1,"name":"Dave"}],"monologues":[{"speaker":0,"elements":[{"type":"text","value":"Hello","ts":0.5,"end_ts":0.7},{"type":"punct","value":" "},{"type":"text","value":"Dave"},{"type":"punct","value":"."}]},{"speaker":1,"elements":[{"type":"text","value":"Go on then"},{"type":"punct","value":"."}]}]})"},
};

TEST(TranscriptFile, ReadsEveryShape) {
    for (const Row& row : kShapes) EXPECT_EQ(parse(row.text), kTwo) << row.what;
}

TEST(TranscriptFile, KeepsTimes) {
    const auto milliseconds = parse_transcript(kShapes[10].text, "call");
    ASSERT_TRUE(milliseconds);
    EXPECT_EQ(milliseconds->turns[1].timing->begin_ms, 2100);
    const auto seconds = parse_transcript(kShapes[15].text, "call");
    ASSERT_TRUE(seconds);
    EXPECT_EQ(seconds->turns[1].timing->begin_ms, 2000);
    const auto clock = parse_transcript(kShapes[5].text, "call");
    ASSERT_TRUE(clock);
    EXPECT_EQ(clock->turns[0].timing->begin_ms, 723000);
    EXPECT_EQ(clock->turns[0].timing->end_ms, 729000);
}

TEST(TranscriptFile, MergesConsecutivePiecesOfOneSpeaker) {
    EXPECT_EQ(parse("A: One.\nA: Two.\nB: Three.\nA: Four.\n"), "A|One. Two.\nB|Three.\nA|Four.\n");
}

TEST(TranscriptFile, TakesAColonInASentenceForWhatItIs) {
    EXPECT_EQ(
        parse(
            "Ana: The point is this: it stops.\nBo: Here is the list: one\nand one thing more: nights\nAna: Right.\n"),
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
    for (std::uint32_t round = 0; round < 4000; ++round) {
        std::string text = kShapes[round % std::size(kShapes)].text;
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
