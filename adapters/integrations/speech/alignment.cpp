#include "adapters/integrations/speech/alignment.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace praxis::integrations {
namespace {

constexpr std::size_t kFrame = 160, kWindow = 320;  // samples: 10 and 20 ms
constexpr double kFrame_ms = 10;
constexpr double kFloor = -45;     // dB below the loudest: all the same silence
constexpr double kAskew = 0.25;    // of the length: how far the two may run apart
constexpr double kLongest = 2.2;   // times as long: a step is two to one at most
constexpr float kSlanted = 1.15F;  // what a step costs that is not one to one

struct Feature {
    float loud = 0, change = 0, hiss = 0;
};

std::vector<Feature> features_of(std::span<const std::int16_t> sound) {
    std::vector<Feature> features(std::max<std::size_t>(1, sound.size() / kFrame));
    float loudest = -200;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const auto part = sound.subspan(i * kFrame, std::min(kWindow, sound.size() - i * kFrame));
        double power = 1, turns = 0, steep = 1;
        for (std::size_t j = 1; j < part.size(); ++j) {
            power += double(part[j]) * part[j];
            const double slope = double(part[j]) - part[j - 1];
            steep += slope * slope;
            turns += (part[j] < 0) != (part[j - 1] < 0);
        }
        features[i].loud = static_cast<float>(10 * std::log10(power / static_cast<double>(part.size() + 1)));
        features[i].hiss =
            static_cast<float>(std::min(1.0, steep / power) + turns / static_cast<double>(part.size() + 1));
        loudest = std::max(loudest, features[i].loud);
    }
    for (Feature& each : features)
        each.loud = static_cast<float>(std::max<double>(each.loud - loudest, kFloor) / -kFloor);
    for (std::size_t i = 0; i < features.size(); ++i)
        features[i].change = features[std::min(i + 2, features.size() - 1)].loud - features[i > 2 ? i - 2 : 0].loud;
    return features;
}

float distance(const Feature& a, const Feature& b) {
    return std::abs(a.loud - b.loud) + std::abs(a.change - b.change) + std::abs(a.hiss - b.hiss);
}

struct Step {
    std::size_t own, other;
    float cost;
};
constexpr std::array<Step, 3> kSteps = {{{1, 1, 1}, {1, 2, kSlanted}, {2, 1, kSlanted}}};

// The cheapest way from one corner to the other; empty: there is none.
class Warp {
public:
    Warp(std::vector<Feature> own, std::vector<Feature> other)
        : own_(std::move(own)),
          other_(std::move(other)),
          cost_(own_.size() * other_.size(), kFar),
          from_(cost_.size()) {
        cost_[0] = 0;
        for (std::size_t i = 0; i < own_.size(); ++i)
            for (std::size_t j = 0; j < other_.size(); ++j)
                if (cost_[place(i, j)] < kFar) go_on(i, j);
    }

    std::vector<float> way() const {
        if (cost_.back() >= kFar) return {};
        std::vector<float> way(own_.size(), -1);
        std::size_t i = own_.size() - 1, j = other_.size() - 1;
        way[i] = static_cast<float>(j);
        while (i > 0 || j > 0) {
            const Step& step = kSteps[from_[place(i, j)]];
            i -= step.own, j -= step.other;
            way[i] = static_cast<float>(j);
        }
        for (std::size_t k = 1; k + 1 < way.size(); ++k)
            if (way[k] < 0) way[k] = (way[k - 1] + way[k + 1]) / 2;
        return way;
    }

private:
    static constexpr float kFar = std::numeric_limits<float>::max();
    std::size_t place(std::size_t i, std::size_t j) const { return i * other_.size() + j; }

    bool askew(std::size_t i, std::size_t j) const {
        const double a = double(i) / double(own_.size()), b = double(j) / double(other_.size());
        return std::abs(a - b) > kAskew;
    }
    void go_on(std::size_t i, std::size_t j) {
        for (std::uint8_t number = 0; number < kSteps.size(); ++number) {
            const Step& step = kSteps[number];
            const std::size_t a = i + step.own, b = j + step.other;
            if (a >= own_.size() || b >= other_.size() || askew(a, b)) continue;
            const float length = static_cast<float>(step.own + step.other) / 2;
            const float cost = cost_[place(i, j)] + step.cost * length * distance(own_[a], other_[b]);
            if (cost >= cost_[place(a, b)]) continue;
            cost_[place(a, b)] = cost;
            from_[place(a, b)] = number;
        }
    }

    const std::vector<Feature> own_, other_;
    std::vector<float> cost_;
    std::vector<std::uint8_t> from_;
};

}  // namespace

TimeMap::TimeMap(std::span<const std::int16_t> own, std::span<const std::int16_t> other) {
    const double ratio = double(std::max<std::size_t>(1, other.size())) / double(std::max<std::size_t>(1, own.size()));
    if (ratio < kLongest && ratio > 1 / kLongest) other_ = Warp(features_of(own), features_of(other)).way();
    if (!other_.empty()) return;
    for (std::size_t i = 0; i <= own.size() / kFrame; ++i) other_.push_back(static_cast<float>(double(i) * ratio));
}

int TimeMap::at(int own_ms) const {
    const double frame = std::max(0, own_ms) / kFrame_ms;
    const std::size_t i = std::min(static_cast<std::size_t>(frame), other_.size() - 1);
    const double past = frame - double(i);
    const float next = i + 1 < other_.size() ? other_[i + 1] : other_[i] + 1;
    return static_cast<int>(std::lround((other_[i] + past * (next - other_[i])) * kFrame_ms));
}

}  // namespace praxis::integrations
