#include "adapters/speech/voice/loudness.hpp"

#include <ebur128.h>

#include <limits>
#include <memory>

#include "app/ports/voice.hpp"

namespace praxis::speech {
namespace {

struct Destroy {
    void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
};

}  // namespace

double loudness(std::span<const std::int16_t> sound) {
    const std::unique_ptr<ebur128_state, Destroy> state(ebur128_init(1, app::kVoiceRate, EBUR128_MODE_I));
    double value = -std::numeric_limits<double>::infinity();
    if (!state || ebur128_add_frames_short(state.get(), sound.data(), sound.size()) != EBUR128_SUCCESS) return value;
    ebur128_loudness_global(state.get(), &value);
    return value;
}

}  // namespace praxis::speech
