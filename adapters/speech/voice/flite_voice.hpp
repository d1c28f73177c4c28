// The customer's voice inside the program: flite's three recordings, bent into several people. Clearly synthetic; needs
// no network. It only speaks: nothing about anybody's own voice is known or kept. Loaded once, then any thread, several
// at once; a sentence's first sound comes after some ten milliseconds of processor time.
#pragma once

#include <filesystem>
#include <vector>

#include "adapters/speech/voice/delivery.hpp"
#include "adapters/speech/voice/reading/pronunciation.hpp"
#include "app/ports/voice.hpp"
#include "core/base/problem.hpp"
#include "core/base/result.hpp"

namespace praxis::speech {

class FliteVoice final : public app::Voice {
public:
    // Measures how loud those are whose loudness is not known: a tenth of a second each.
    FliteVoice(std::vector<VoiceManner>, Pronunciation);

    std::vector<app::VoiceCard> voices() const override;
    std::vector<Span> sentences(std::string_view text) const override;
    bool speak(std::string_view text, const app::VoiceId&, app::Feeling, app::VoiceSink&) override;

private:
    const VoiceManner& manner(const app::VoiceId&) const;  // throws app::VoiceTrouble

    std::vector<VoiceManner> manners_;
    const Pronunciation how_;
};

// LUFS of a manner at gain 1, over a few sentences of sales talk.
double measured_loudness(const VoiceManner&, const Pronunciation&);

// From voices/voices.yaml and language/en/pronunciation.yaml of the data folder.
Result<FliteVoice, Problems> load_voice(const std::filesystem::path& data);

}  // namespace praxis::speech
