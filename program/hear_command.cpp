#include <boost/json/object.hpp>
#include <cstdio>
#include <memory>

#include "adapters/speech/hearing/embedded_hearing.hpp"
#include "adapters/speech/hearing/signal/wave_file.hpp"
#include "program/commands.hpp"
#include "program/options.hpp"
#include "wire/json/json_text.hpp"

namespace praxis::program {
namespace {

constexpr const char* kHearExamples =
    "praxis hear call.wav\n"
    "praxis hear call.wav --expect \"Vantix PressGuard\" --patience 400 --json";
constexpr std::size_t kHeardAtOnce = 1'600;  // samples: 100 ms, as a microphone sends them

struct HearChoice {
    std::string file, expect;
    int patience_ms = 0;
    bool json = false;
};

void print_turn(const app::HeardTurn& turn) {
    const app::SpeechMeasures& how = turn.measures;
    std::printf("%7.2f - %7.2f s  %s\n", static_cast<double>(turn.begin_ms) / 1000,
                static_cast<double>(turn.end_ms) / 1000, turn.text.c_str());
    std::printf("    %.1f s of speech, %d pauses (longest %.1f s)", how.speech_ms / 1000.0, how.pauses,
                how.longest_pause_ms / 1000.0);
    if (how.loudness) std::printf(", %.1f LUFS", *how.loudness);
    if (how.pitch_hz)
        std::printf(", pitch %.0f Hz over %.1f semitones", *how.pitch_hz, how.pitch_semitones.value_or(0));
    std::printf("\n");
}

void print_turn_as_json(const app::HeardTurn& turn) {
    const app::SpeechMeasures& how = turn.measures;
    boost::json::object line{{"text", turn.text},
                             {"begin_ms", turn.begin_ms},
                             {"end_ms", turn.end_ms},
                             {"speech_ms", how.speech_ms},
                             {"pauses", how.pauses},
                             {"pause_ms", how.pause_ms},
                             {"longest_pause_ms", how.longest_pause_ms}};
    if (how.loudness) line["loudness_lufs"] = *how.loudness;
    if (how.pitch_hz) line["pitch_hz"] = *how.pitch_hz;
    if (how.pitch_semitones) line["pitch_semitones"] = *how.pitch_semitones;
    if (turn.confidence) line["confidence"] = *turn.confidence;
    std::printf("%s\n", wire::to_text(line).c_str());
}

void print_heard(const std::vector<app::HeardEvent>& events, bool as_json) {
    for (const app::HeardEvent& event : events) {
        if (const auto* turn = std::get_if<app::HeardTurn>(&event))
            as_json ? print_turn_as_json(*turn) : print_turn(*turn);
        if (const auto* noisy = std::get_if<app::Noisy>(&event))
            std::fprintf(stderr, "The signal is only %d dB above the noise: expect many words wrong.\n",
                         noisy->signal_to_noise_db);
    }
}

ExitCode run_hear(const HearChoice& choice) {
    const auto library = Library::open();
    if (!library) return tell(library.error());
    auto hearing = speech::load_hearing(library->data());
    if (!hearing) return tell(Refusal{ExitCode::environment, hearing.error()});
    const auto sound = speech::load_wave(choice.file);
    if (!sound) return tell(Refusal{ExitCode::input, sound.error()});
    const auto ear = hearing->open({{choice.expect}, choice.patience_ms});
    const std::span<const std::int16_t> all(*sound);
    for (std::size_t at = 0; at < all.size(); at += kHeardAtOnce)
        print_heard(ear->hear(all.subspan(at, std::min(kHeardAtOnce, all.size() - at)), false), choice.json);
    print_heard(ear->finish(), choice.json);
    return ExitCode::done;
}

}  // namespace

void add_hear(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("hear", "Say what is spoken in a WAV file, turn by turn");
    const auto choice = std::make_shared<HearChoice>();
    app.add_option("file", choice->file, "WAV: PCM, 16 bit, mono, 16 kHz")->required()->type_name("FILE");
    app.add_option("--expect", choice->expect, "Names and terms to expect, blanks between them")->type_name("WORDS");
    app.add_option("--patience", choice->patience_ms, "How much longer silence is waited for, ms")
        ->type_name("MS")
        ->check(CLI::Range(0, app::kPatienceMost));
    app.add_flag("--json", choice->json, "One JSON object a turn");
    add_examples(app, kHearExamples);
    on_run(app, exit, [choice] { return run_hear(*choice); });
}

}  // namespace praxis::program
