// Hearing inside the program: pocketsphinx for words, webrtc-audio-processing for voice activity and noise. Needs no
// network. A bounded pool of decoders, made when first needed and used again; each forgets its speaker before the next.
// Any thread.
#pragma once

#include <filesystem>
#include <memory>

#include "adapters/speech/hearing/turn_words.hpp"
#include "adapters/speech/voice/reading/pronunciation.hpp"
#include "app/ports/hearing.hpp"

namespace praxis::speech {

inline constexpr int kEarsUsual = 2, kEarsMost = 4;

// Where the recogniser's package puts its model, or what PRAXIS_HEARING_MODEL names.
std::filesystem::path sphinx_model();

struct HearingSettings {
    std::filesystem::path model = sphinx_model();  // en-us/, en-us.lm.bin, cmudict-en-us.dict
    int ears = kEarsUsual;                         // 1 … kEarsMost, 90 MB each
    std::int64_t turn_most_ms = 300'000;           // a monologue is told in turns of this length
};

class EarPool;

class EmbeddedHearing final : public app::Hearing {
public:
    EmbeddedHearing(HearingSettings, TurnWords, Pronunciation);

    std::unique_ptr<app::Ear> open(const app::HearingWishes&) override;

private:
    std::shared_ptr<EarPool> pool_;
    std::shared_ptr<const TurnWords> words_;
    Pronunciation how_;
    std::int64_t turn_most_ms_;
};

// From language/en/hearing.yaml and pronunciation.yaml of the data folder.
Result<EmbeddedHearing, Problems> load_hearing(const std::filesystem::path& data, HearingSettings = {});

}  // namespace praxis::speech
