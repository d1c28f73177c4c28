// The customer's voice: how soon its first sound is there once the words are known, and how much processor time a
// second of speech takes. Every voice says forty customers' turns of the language pack, each once. Budget: 50 ms to the
// first sound that is heard (silence before it is taken off). Prints lines NAME FIRST_P50_MS FIRST_P95_MS WALL_P50_MS
// WALL_P95_MS REAL_TIME_FACTOR; first figures in processor time.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <vector>

#include "adapters/files/language/turns_file.hpp"
#include "adapters/speech/voice/flite_voice.hpp"
#include "bench/load.hpp"
#include "bench/stopwatch.hpp"

namespace praxis::bench {
namespace {

using Wall = std::chrono::steady_clock;
constexpr std::size_t kTurns = 40;

struct Timed final : app::VoiceSink {
    bool on_sentence(const app::SpokenSentence&) override { return true; }
    bool on_sound(std::span<const std::int16_t> more) override {
        if (samples == 0) {
            first_ms = watch.elapsed_ms();
            first_wall_ms = std::chrono::duration<double, std::milli>(Wall::now() - begun).count();
        }
        samples += more.size();
        return true;
    }
    const Stopwatch watch;
    const Wall::time_point begun = Wall::now();
    double first_ms = 0, first_wall_ms = 0;
    std::size_t samples = 0;
};

double at_share(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void measure(app::Voice& voice, const app::VoiceId& id, const std::vector<std::string>& turns) {
    std::vector<double> first, wall;
    double spent_ms = 0, spoken_ms = 0;
    for (const std::string& turn : turns) {
        Timed timed;
        voice.speak(turn, id, {}, timed);
        spent_ms += timed.watch.elapsed_ms();
        spoken_ms += static_cast<double>(timed.samples) * 1000 / app::kVoiceRate;
        first.push_back(timed.first_ms);
        wall.push_back(timed.first_wall_ms);
    }
    std::printf("%s %.1f %.1f %.1f %.1f %.4f\n", id.c_str(), at_share(first, 0.5), at_share(first, 0.95),
                at_share(wall, 0.5), at_share(wall, 0.95), spent_ms / spoken_ms);
}

void run() {
    speech::FliteVoice voice = sound(speech::load_voice(data()));
    auto turns = sound(files::load_turns(data() / "language/en/turns")).customer;
    std::shuffle(turns.begin(), turns.end(), std::mt19937(1));
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < std::min(kTurns, turns.size()); ++i) texts.push_back(turns[i].text);
    voice.speak("Warm up.", voice.voices().front().id, {}, *std::make_unique<Timed>());
    for (const app::VoiceCard& card : voice.voices()) measure(voice, card.id, texts);
}

}  // namespace
}  // namespace praxis::bench

int main() {
    praxis::bench::run();
}
