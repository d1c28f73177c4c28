#include <charconv>
#include <cstdio>
#include <fstream>
#include <memory>
#include <optional>

#include "adapters/speech/voice/flite_voice.hpp"
#include "program/commands.hpp"
#include "program/library.hpp"
#include "program/options.hpp"
#include "program/speech/kept_speech.hpp"
#include "program/table.hpp"
#include "wire/json/json_text.hpp"

namespace praxis::program {
namespace {

constexpr const char* kSayExamples =
    "praxis say --voices\n"
    "praxis say --voice grace \"What would I get for the €9,500?\" --wav reply.wav\n"
    "praxis say --voice walter --mood impatient \"Go on.\" --wav go.wav --mouth go.json\n"
    "praxis say --voice leo --mood 80,70,60 \"Fair enough.\" --wav fair.wav\n"
    "\n"
    "The voices are clearly synthetic. MOOD is even, warm, curious, bored, wary or impatient; or how much the "
    "customer\n"
    "trusts, is interested and has patience, each 0 to 100.";

struct Asked {
    std::string text, voice, mood = "even", wav, mouth;
    bool voices = false;
};

struct NamedFeeling {
    std::string_view name;
    app::Feeling feels;
};
constexpr NamedFeeling kMoods[] = {{"even", {50, 50, 50}},  {"warm", {85, 65, 70}}, {"curious", {60, 90, 65}},
                                   {"bored", {40, 10, 45}}, {"wary", {15, 45, 50}}, {"impatient", {35, 45, 5}}};

std::optional<std::uint8_t> level(std::string_view digits) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value > 100) return std::nullopt;
    return static_cast<std::uint8_t>(value);
}

std::optional<app::Feeling> feeling_named(std::string_view mood) {
    for (const NamedFeeling& known : kMoods)
        if (known.name == mood) return known.feels;
    const std::size_t first = mood.find(','), second = mood.find(',', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
    const auto trust = level(mood.substr(0, first)), patience = level(mood.substr(second + 1));
    const auto interest = level(mood.substr(first + 1, second - first - 1));
    if (!trust || !interest || !patience) return std::nullopt;
    return app::Feeling{*trust, *interest, *patience};
}

std::string whom(const app::VoiceCard& card) {
    const std::string who = card.as_woman && card.as_man ? "woman or man" : card.as_woman ? "woman" : "man";
    return who + ", " + std::to_string(card.age_least) + " to " + std::to_string(card.age_most);
}

ExitCode list_voices(const app::Voice& voice) {
    Table table({{"voice"}, {"sounds"}, {"suits"}});
    for (const app::VoiceCard& card : voice.voices()) table.add({card.id, card.sounds, whom(card)});
    std::printf("%s", table.to_text(Terminal::of_output()).c_str());
    return ExitCode::done;
}

bool write_file(const std::string& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return static_cast<bool>(out.flush());
}

ExitCode keep(const Asked& asked, const KeptSpeech& kept, const app::VoiceId& voice) {
    const auto cannot = [](const std::string& file) {
        return tell(refusal(ExitCode::environment, "cannot write " + file, "name a file in a folder that is there"));
    };
    if (!asked.wav.empty() && !write_file(asked.wav, kept.to_wav())) return cannot(asked.wav);
    if (!asked.mouth.empty() && !write_file(asked.mouth, wire::to_text(kept.to_json(asked.text, voice)) + "\n"))
        return cannot(asked.mouth);
    std::fprintf(stderr, "%zu sentences, %.1f s, spoken by %s\n", kept.sentences(), kept.seconds(), voice.c_str());
    return ExitCode::done;
}

ExitCode run_say(const Asked& asked) {
    const auto library = Library::open();
    if (!library) return tell(library.error());
    auto voice = speech::load_voice(library->data());
    if (!voice) return tell(Refusal{ExitCode::input, voice.error()});
    if (asked.voices) return list_voices(*voice);
    const auto feels = feeling_named(asked.mood);
    if (!feels)
        return tell(refusal(ExitCode::usage, "there is no mood '" + asked.mood + "'",
                            "even, warm, curious, bored, wary, impatient, or three numbers as in 50,80,20"));
    if (asked.wav.empty() && asked.mouth.empty())
        return tell(refusal(ExitCode::usage, "nothing would be kept", "name a file with --wav or --mouth"));
    const app::VoiceId id = asked.voice.empty() ? voice->voices().front().id : asked.voice;
    KeptSpeech kept;
    try {
        voice->speak(asked.text, id, *feels, kept);
    } catch (const app::VoiceTrouble& trouble) {
        return tell(refusal(ExitCode::usage, trouble.what(), "`praxis say --voices` lists them"));
    }
    return keep(asked, kept, id);
}

}  // namespace

void add_say(CLI::App& root, ExitCode& exit) {
    CLI::App& app = *root.add_subcommand("say", "Speak a text with a customer's voice, into files");
    const auto asked = std::make_shared<Asked>();
    app.add_option("text", asked->text, "What is said")->type_name("TEXT");
    app.add_option("--voice", asked->voice, "Whose voice (default: the first)")->type_name("NAME");
    app.add_option("--mood", asked->mood, "How the customer feels (default: even)")->type_name("MOOD");
    app.add_option("--wav", asked->wav, "Write the sound into this file")->type_name("FILE");
    app.add_option("--mouth", asked->mouth, "Write mouth shapes and word times into this file, as JSON")
        ->type_name("FILE");
    app.add_flag("--voices", asked->voices, "List the voices");
    add_examples(app, kSayExamples);
    on_run(app, exit, [asked] { return run_say(*asked); });
}

}  // namespace praxis::program
