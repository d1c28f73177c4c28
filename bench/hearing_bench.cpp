// What hearing costs, as lines for bench/run: processor time as a share of real time while somebody speaks, and the
// processor time from the moment a turn is known to be over to its text. On twenty sentences of a synthetic voice.
#include <cstdio>
#include <ctime>

#include "adapters/speech/hearing/test_sound.hpp"

namespace praxis::bench {
namespace {

using speech::test::Sound;

double processor_ms() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Cost {
    double all_ms = 0, sound_ms = 0;
    std::vector<double> final_ms;  // of the calls that told a turn, 10 ms of sound each
};

void hear_all(app::Ear& ear, const Sound& sound, Cost& cost) {
    constexpr std::size_t kPiece = 160;
    cost.sound_ms += static_cast<double>(sound.size()) / 16;
    for (std::size_t at = 0; at + kPiece <= sound.size(); at += kPiece) {
        const double before = processor_ms();
        const auto events = ear.hear(std::span(sound).subspan(at, kPiece), false);
        const double took = processor_ms() - before;
        cost.all_ms += took;
        if (!speech::test::only<app::HeardTurn>(events).empty()) cost.final_ms.push_back(took);
    }
}

int measure() {
    auto voice = speech::load_voice(PRAXIS_DATA);
    auto hearing = speech::load_hearing(PRAXIS_DATA);
    if (!voice || !hearing) return 4;
    const double before = processor_ms();
    const auto ear = hearing->open({});
    const double opened = processor_ms() - before;
    Cost cost;
    for (const std::string& sentence : speech::test::sales_sentences()) {
        speech::test::SoundTrack track(*voice, "grace");
        hear_all(*ear, track.rest(300).say(sentence).rest(1000).with_noise(), cost);
    }
    std::sort(cost.final_ms.begin(), cost.final_ms.end());
    if (cost.final_ms.empty()) return 4;
    const auto at = [&](std::size_t percent) { return cost.final_ms[cost.final_ms.size() * percent / 100]; };
    std::printf("%.3f %.0f %.0f %.0f\n", cost.all_ms / cost.sound_ms, at(50), at(95), opened);
    return 0;
}

}  // namespace
}  // namespace praxis::bench

int main() {
    return praxis::bench::measure();
}
