#include <CLI/CLI.hpp>

#include "adapters/files/strategy_file.hpp"
#include "adapters/files/transcripts/transcript_file.hpp"
#include "adapters/speech/hearing/signal/wave_file.hpp"
#include "app/rehearsal/end_rehearsal.hpp"
#include "app/rehearsal/recorded/resume_rehearsal.hpp"
#include "app/rehearsal/start_rehearsal.hpp"
#include "app/rehearsal/take_turn.hpp"
#include "core/language/lexicon.hpp"
#include "core/strategy/check.hpp"
#include "program/library.hpp"
#include "program/serve/settings.hpp"
#include "program/serve/settings_file.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/properties/utterances.hpp"
#include "wire/conversation/conversation_lines.hpp"

namespace praxis::fuzz {
namespace {

const std::string kData = PRAXIS_DATA, kSource = PRAXIS_SOURCE;

template <class T>
T sound(program::Loaded<T> loaded) {
    if (!loaded) throw std::runtime_error(loaded.error().problems.front().what);
    return *std::move(loaded);
}

// What utterances and conversations are read with.
struct Stage {
    program::Library library = sound(program::Library::open());
    strategy::Strategy strategy = sound(library.strategy("hallam-steel")).strategy;
    app::Play play = sound(library.play(sound(program::pick_scenario(strategy, {}))));
    app::Tongue tongue = sound(library.tongue("en"));
    language::Lexicon lexicon = language::Lexicon::of(strategy);
};

const Stage& stage() {
    static const Stage kStage;
    return kStage;
}

Target transcripts() {
    Target target{"transcripts",
                  files_below(kSource + "/adapters/files/transcripts/samples", {".json", ".txt", ".srt", ".vtt"}),
                  {"WEBVTT\n\n", "00:00:01.000 --> 00:00:02.000\n", "1\n00:00:01,000 --> 00:00:02,000\n", "<v Anna>",
                   "</v>", "NOTE ", "STYLE\n", "Anna: ", "**Anna:** ", "[00:01] ",
                   "\"start\":", "\"end\":", "\"text\":", "\"speaker\":", "{\"a\":", "[[", "-->"},
                  [](std::string_view text) { files::parse_transcript(text, "call"); }};
    for (std::string& call : files_below(kData + "/transcripts", {".json", ".txt", ".srt", ".vtt"}, 4 << 10))
        target.corpus.push_back(std::move(call));
    target.times = 250;
    return target;
}

// What the door does with a text that is sent in: read, and looked through for what its author should know.
Target strategies() {
    static const auto kStandard = files::load_standard_behaviours(kData);
    Target target{"strategies",
                  files_below(kData + "/strategies", {".yaml"}, 128 << 10),
                  {"&a ",       "*a",          "<<: *a\n", "!!binary ", "? ",    ": ",       "- ",          "{",
                   "[",         "|\n",         ">\n",      "---\n",     "...\n", "#",        "%YAML 1.2\n", "facts:\n",
                   "topics:\n", "segments:\n", "id: ",     "text: ",    "!",     "\"\\x41\""},
                  [](std::string_view text) {
                      const auto strategy = files::read_strategy(text, "strategy.yaml", *kStandard);
                      if (strategy) strategy::check(*strategy);
                  }};
    target.times = 8;
    target.most_bytes = 256 << 10;
    target.long_bytes = 12 << 10;
    return target;
}

std::string recorded() {
    app::Rehearsal rehearsal = app::start_rehearsal(stage().play, Seed{7}, app::Support::hints);
    for (const char* line :
         {"Morning, Lukas Brandt from Hallam Steel. Have you got twenty minutes?",
          "What machines have you got, and how do they get loaded?", "We cost 20 % less. Sign today!"})
        app::take_turn(rehearsal, line);
    app::end_rehearsal(rehearsal);
    return wire::to_lines(rehearsal.conversation, rehearsal.scenario());
}

// A file that somebody goes on with: read, and stood up again.
Target conversations() {
    const std::string whole = recorded();
    Target target{"conversations",
                  {whole, whole.substr(0, whole.size() / 2), whole.substr(0, whole.find('\n') + 1)},
                  {"{\"event\":\"rep_said\"", "\"turn\":", "\"spans\":[", "\"moves\":[", "\"observation\":{",
                   "\"disclosed\":[", "\n{}\n", "null", "\"ended\"", "\"standing\":", "[[[[", "\"digest\":"},
                  [](std::string_view text) {
                      if (!wire::read_header(text, "file")) return;
                      auto conversation = wire::read_conversation(text, "file", *stage().play.scenario);
                      if (conversation)
                          app::resume_rehearsal(stage().play, *std::move(conversation), app::Support::hints, true);
                  }};
    target.times = 150;
    return target;
}

Target utterances() {
    std::vector<std::string> said = properties::hostile_lines();
    for (std::string& line : properties::labelled_lines(kData + "/language/en/turns"))
        if (said.size() < 400) said.push_back(std::move(line));
    return {"utterances",
            std::move(said),
            {"?",           "!",
             "...",         "€40",
             "twenty-one ", "per cent",
             "’",           "\"",
             " and ",       " what ",
             "don't ",      " a hundred thousand ",
             "3.5.7,8",     "\xe2\x80\x8d",
             "\xcc\x81",    "1/2",
             "$",           "12:30",
             "(",           "http://"},
            [](std::string_view text) {
                language::Context context{};
                const language::HeardTurn heard = stage().tongue.reader->listen(text);
                context.heard = {&heard};
                stage().tongue.reader->read(text, context, stage().lexicon);
                stage().tongue.reader->read_customer(text, stage().lexicon);
            },
            200};
}

Target settings() {
    return {"settings",
            {"host: 127.0.0.1\nport: 8080\npublic-address: https://praxis.example.com\nbehind-proxy: true\nlog-level: "
             "info\n",
             "ears: 2\nstop-seconds: 20\nrate-person: 50\n", "database: postgresql://praxis@host/praxis\n",
             "providers:\n  login:\n    issuer: https://login.example\n    client: praxis\n"},
            {"port: ", "workers: ", "&a ", "*a", "- ", "{", "[", "? ", "|\n", "behind-proxy: ", "demo: ", "\"",
             "99999999999"},
            [](std::string_view text) {
                CLI::App app;
                program::ServeSettings told;
                program::add_serve_options(app, told);
                program::SaidProviders providers;
                program::apply_settings_file(app, put_in_file(text), providers);
            },
            60,
            16 << 10,
            64 << 10};
}

std::string wave(std::uint32_t rate, std::uint16_t channels, std::size_t samples) {
    const auto little = [](std::uint64_t value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
        return out;
    };
    const std::string format =
        little(1, 2) + little(channels, 2) + little(rate, 4) + little(rate * 2, 4) + little(2, 2) + little(16, 2);
    return "RIFF" + little(36 + samples * 2, 4) + "WAVEfmt " + little(16, 4) + format + "data" +
           little(samples * 2, 4) + std::string(samples * 2, '\x11');
}

Target sound_files() {
    return {"sound_files",
            {wave(16000, 1, 400), wave(44100, 2, 40), wave(16000, 1, 0)},
            {"RIFF", "WAVE", "fmt ", "data", "LIST", std::string("\xff\xff\xff\xff", 4), std::string(4, '\0'),
             std::string("\x10\0\0\0", 4)},
            [](std::string_view bytes) { speech::load_wave(put_in_file(bytes)); },
            300};
}

}  // namespace

std::vector<Target> text_targets() {
    return {transcripts(), strategies(), conversations(), utterances(), settings(), sound_files()};
}

}  // namespace praxis::fuzz
