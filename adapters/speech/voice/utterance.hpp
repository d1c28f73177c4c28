// One sentence in the synthesiser. Everything of a call hangs on the utterance, nothing on the recordings, which are
// registered once: several may speak at a time, each on its own thread.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "adapters/speech/voice/delivery.hpp"
#include "adapters/speech/voice/mouth.hpp"
#include "adapters/speech/voice/reading/reader.hpp"

namespace praxis::speech {

// What is known of a sentence before it sounds; times from the synthesiser's first sample.
struct Prepared {
    std::vector<Phone> phones;  // with the pauses before, between and after
    double duration_ms = 0;
};

// Called with the samples as they are made, in order. False: stop.
using TakeSamples = std::function<bool(const Prepared&, std::span<const std::int16_t>)>;

// False: it was stopped. `words` are not empty. What `take` throws comes out here.
bool synthesise(const std::vector<SpokenWord>& words, const Delivery&, const TakeSamples& take);

}  // namespace praxis::speech
