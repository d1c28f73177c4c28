#include "adapters/speech/hearing/signal/onset.hpp"

#include <bit>

#include "adapters/speech/hearing/signal/voice_activity.hpp"

namespace praxis::speech {
namespace {

constexpr std::uint32_t kWindow = (1u << 12) - 1, kWindowOverCustomer = (1u << 24) - 1;
constexpr int kFramesWanted = 8, kFramesOverCustomer = 18;
constexpr double kEchoBelow = 12;  // dB under the rep's usual level

}  // namespace

bool Onset::take(bool voice, double level, std::optional<double> usual_level, bool customer_speaks) {
    const bool echo = customer_speaks && usual_level && level < *usual_level - kEchoBelow;
    frames_ = (frames_ << 1) | (voice && !echo ? 1u : 0u);
    const int met = std::popcount(frames_ & (customer_speaks ? kWindowOverCustomer : kWindow));
    return met >= (customer_speaks ? kFramesOverCustomer : kFramesWanted);
}

int Onset::ago_ms() const {
    return std::bit_width(frames_ & kWindowOverCustomer) * kFrameMs;
}

}  // namespace praxis::speech
