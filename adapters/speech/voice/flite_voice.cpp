#include "adapters/speech/voice/flite_voice.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "adapters/speech/voice/loudness.hpp"
#include "adapters/speech/voice/sentence_sound.hpp"
#include "adapters/speech/voice/utterance.hpp"
#include "adapters/speech/voice/voice_file.hpp"
#include "core/base/nearest.hpp"

namespace praxis::speech {
namespace {

constexpr double kMeasuringGain = 0.5;  // leaves room, so that no sample overflows while the loudness is not known
constexpr std::string_view kMeasuringText =
    "Honestly, your price is higher than what we are paying right now. Our plant in the north stops twice a month, and "
    "nobody here can tell me why. What would you change first, and how long would that take?";

// The sentences of a text that have words, one after the other.
class Sentences {
public:
    Sentences(std::string_view text, const Pronunciation& how)
        : text_(plain_text(text)), stretches_(sentence_stretches(text_, how)), how_(how) {}

    std::optional<SpokenStretch> next() {
        while (at_ < stretches_.size()) {
            const Stretch stretch = stretches_[at_++];
            SpokenStretch sentence{spoken_words(text_, stretch, how_), text_.begin[stretch.begin],
                                   text_.end[stretch.end - 1]};
            if (!sentence.words.empty()) return sentence;
        }
        return std::nullopt;
    }

private:
    const PlainText text_;
    const std::vector<Stretch> stretches_;
    const Pronunciation& how_;
    std::size_t at_ = 0;
};

}  // namespace

double measured_loudness(const VoiceManner& manner, const Pronunciation& how) {
    Delivery even = delivery(manner, {});
    even.gain = kMeasuringGain;
    std::vector<std::int16_t> sound;
    Sentences sentences(kMeasuringText, how);
    while (const auto sentence = sentences.next())
        synthesise(sentence->words, even, [&](const Prepared&, std::span<const std::int16_t> samples) {
            sound.insert(sound.end(), samples.begin(), samples.end());
            return true;
        });
    return loudness(sound) - 20 * std::log10(kMeasuringGain);
}

FliteVoice::FliteVoice(std::vector<VoiceManner> manners, Pronunciation how)
    : manners_(std::move(manners)), how_(std::move(how)) {
    for (VoiceManner& each : manners_)
        if (each.loudness == 0) each.loudness = measured_loudness(each, how_);
}

std::vector<app::VoiceCard> FliteVoice::voices() const {
    std::vector<app::VoiceCard> cards;
    for (const VoiceManner& each : manners_) cards.push_back(each.card);
    return cards;
}

const VoiceManner& FliteVoice::manner(const app::VoiceId& id) const {
    std::vector<std::string> names;
    for (const VoiceManner& each : manners_) {
        if (each.card.id == id) return each;
        names.push_back(each.card.id);
    }
    const std::string near = nearest(id, names);
    throw app::VoiceTrouble("there is no voice '" + id + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?"));
}

std::vector<Span> FliteVoice::sentences(std::string_view text) const {
    std::vector<Span> places;
    Sentences all(text, how_);
    while (const auto sentence = all.next()) places.push_back({sentence->begin, sentence->end});
    return places;
}

bool FliteVoice::speak(std::string_view text, const app::VoiceId& id, app::Feeling feels, app::VoiceSink& sink) {
    const Delivery how = delivery(manner(id), feels);
    Sentences sentences(text, how_);
    while (const auto sentence = sentences.next()) {
        SentenceSound sound(*sentence, sink);
        const bool whole = synthesise(
            sentence->words, how,
            [&](const Prepared& ready, std::span<const std::int16_t> samples) { return sound.take(ready, samples); });
        if (!whole || !sound.finish()) return false;
    }
    return true;
}

Result<FliteVoice, Problems> load_voice(const std::filesystem::path& data) {
    auto voices = load_voices(data / "voices" / "voices.yaml");
    auto how = load_pronunciation(data / "language" / "en" / "pronunciation.yaml");
    if (voices && how) return FliteVoice(std::move(*voices), std::move(*how));
    Problems problems = voices ? Problems() : std::move(voices.error());
    if (!how) problems.insert(problems.end(), how.error().begin(), how.error().end());
    return refuse(std::move(problems));
}

}  // namespace praxis::speech
