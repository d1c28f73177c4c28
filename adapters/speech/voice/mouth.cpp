#include "adapters/speech/voice/mouth.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace praxis::speech {
namespace {

using app::MouthShape;
using app::Viseme;

constexpr double kSecondFrom = 0.55;  // of a diphthong's time
constexpr float kUnstressed = 0.7f, kSchwa = 0.55f, kConsonant = 0.8f, kBack = 0.6f;

struct Shape {
    Viseme first;
    float weight = 1;
    std::optional<Viseme> second;
    bool vowel = false;
};

const std::map<std::string, Shape, std::less<>>& shapes() {
    using enum Viseme;
    static const std::map<std::string, Shape, std::less<>> kShapes = {
        {"pau", {sil, 0, {}, false}},
        {"p", {PP, 1, {}, false}},
        {"b", {PP, 1, {}, false}},
        {"m", {PP, 1, {}, false}},
        {"f", {FF, 1, {}, false}},
        {"v", {FF, 1, {}, false}},
        {"th", {TH, kConsonant, {}, false}},
        {"dh", {TH, kConsonant, {}, false}},
        {"t", {DD, kConsonant, {}, false}},
        {"d", {DD, kConsonant, {}, false}},
        {"dx", {DD, kConsonant, {}, false}},
        {"k", {kk, kBack, {}, false}},
        {"g", {kk, kBack, {}, false}},
        {"ng", {kk, kBack, {}, false}},
        {"hh", {kk, kBack, {}, false}},
        {"ch", {CH, kConsonant, {}, false}},
        {"jh", {CH, kConsonant, {}, false}},
        {"sh", {CH, kConsonant, {}, false}},
        {"zh", {CH, kConsonant, {}, false}},
        {"s", {SS, kConsonant, {}, false}},
        {"z", {SS, kConsonant, {}, false}},
        {"n", {nn, kConsonant, {}, false}},
        {"l", {nn, kConsonant, {}, false}},
        {"el", {nn, kConsonant, {}, false}},
        {"r", {RR, kConsonant, {}, false}},
        {"er", {RR, 1, {}, true}},
        {"axr", {RR, kSchwa, {}, true}},
        {"aa", {aa, 1, {}, true}},
        {"ae", {aa, 1, {}, true}},
        {"ah", {aa, 1, {}, true}},
        {"ax", {aa, kSchwa, {}, true}},
        {"ay", {aa, 1, ih, true}},
        {"aw", {aa, 1, ou, true}},
        {"eh", {E, 1, {}, true}},
        {"ey", {E, 1, ih, true}},
        {"ih", {ih, 1, {}, true}},
        {"iy", {ih, 1, {}, true}},
        {"y", {ih, kConsonant, {}, false}},
        {"ix", {ih, kSchwa, {}, true}},
        {"ao", {oh, 1, {}, true}},
        {"ow", {oh, 1, ou, true}},
        {"oy", {oh, 1, ih, true}},
        {"uh", {ou, 1, {}, true}},
        {"uw", {ou, 1, {}, true}},
        {"w", {ou, 1, {}, false}},
    };
    return kShapes;
}

const Shape& shape_of(const std::string& phone) {
    const auto found = shapes().find(phone);
    return found == shapes().end() ? shapes().at("pau") : found->second;
}

// Times rise strictly; what has no time of its own is left out.
void put(std::vector<MouthShape>& track, double at_ms, Viseme shape, float weight) {
    const MouthShape next{std::max(0, static_cast<int>(std::lround(at_ms))), shape, weight};
    if (!track.empty() && track.back().from_ms >= next.from_ms)
        track.back() = {track.back().from_ms, next.shape, next.weight};
    else if (track.empty() || track.back().shape != shape || track.back().weight != weight)
        track.push_back(next);
}

}  // namespace

Viseme viseme_of(const std::string& phone) {
    return shape_of(phone).first;
}

std::vector<MouthShape> mouth_track(const std::vector<Phone>& phones) {
    std::vector<MouthShape> track = {{0, Viseme::sil, 0}};
    for (const Phone& phone : phones) {
        const Shape& shape = shape_of(phone.name);
        const float weight = shape.vowel && !phone.stressed ? std::min(shape.weight, kUnstressed) : shape.weight;
        put(track, phone.from_ms, shape.first, weight);
        const double turn = phone.from_ms + kSecondFrom * (phone.to_ms - phone.from_ms);
        if (shape.second) put(track, turn, *shape.second, weight);
    }
    if (!phones.empty()) put(track, phones.back().to_ms, Viseme::sil, 0);
    return track;
}

}  // namespace praxis::speech
