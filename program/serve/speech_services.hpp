// Speech engines outside that `praxis serve` may be told of, both off unless they are: one that speaks for the
// customer, one that turns what the rep says into words. One thread.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "adapters/integrations/speech/service.hpp"
#include "app/ports/voice.hpp"
#include "app/rights/rights.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace CLI {
class App;
}

namespace praxis::program {

struct SpeechServiceSettings {
    std::string address;  // empty: none
    std::string model;
    std::string voices;    // "grace=nova woman=shimmer man=onyx"
    std::string key_file;  // empty: what the environment holds, or none
    unsigned limit_ms = 1'500;
};

struct SpeechServices {
    SpeechServiceSettings voice{.model = "tts-1"}, hearing{.model = "whisper-1"};
    bool inside = false;  // plain http to the own network is allowed
};

void add_speech_options(CLI::App&, SpeechServices&);

// What is asked; nothing: it is off. The key is read from the file or from PRAXIS_VOICE_SERVICE_KEY and
// PRAXIS_HEARING_SERVICE_KEY. Refused: an address that is none or would carry sound and key in the clear, a key that
// cannot be read, a voice that we do not have.
Result<std::optional<integrations::SpeechService>, Problems> voice_service(const SpeechServices&,
                                                                           const app::Voice& own);
Result<std::optional<integrations::SpeechService>, Problems> hearing_service(const SpeechServices&);

// The text that a rep agrees to before the microphone is opened says where sound goes.
void tell_in_consent(const SpeechServices&, app::ConsentTexts&);

}  // namespace praxis::program
