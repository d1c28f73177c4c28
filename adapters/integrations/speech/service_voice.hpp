// The customer's voice by a service outside (POST …/audio/speech), a sentence at a time; our own speaks each sentence
// that does not come in time or is not sound. What the service answers has no times: our own voice reads the sentence
// too, unheard, and its mouth shapes and words are put where the other says them (alignment.hpp). A sentence is taken
// whole, since its times are told before its sound. Any thread; several at once. Errors: as our own voice's.
#pragma once

#include <vector>

#include "adapters/integrations/speech/service.hpp"
#include "adapters/integrations/speech/wave.hpp"
#include "app/ports/voice.hpp"

namespace praxis::integrations {

class ServiceVoice final : public app::Voice {
public:
    ServiceVoice(app::Voice& own, SpeechService service, OnOwn on_own);

    std::vector<app::VoiceCard> voices() const override { return own_.voices(); }
    std::vector<Span> sentences(std::string_view text) const override { return own_.sentences(text); }
    bool speak(std::string_view text, const app::VoiceId&, app::Feeling, app::VoiceSink&) override;

private:
    Sound fetched(const std::string& sentence, const std::string& voice) const;
    std::string voice_for(const app::VoiceId&) const;

    app::Voice& own_;
    const SpeechService service_;
    const OnOwn on_own_;
    Patience patience_;
};

// What is said when by another's sound of the same sentence. `sound` is trimmed and made as loud as our own.
app::SpokenSentence fitted(const app::SpokenSentence& own, const Sound& own_sound, Sound& sound);

}  // namespace praxis::integrations
