// Sound to listen to, for tests and measures: our own voices, pauses, noise; and how many words were heard wrong.
// Synthetic speech from the dictionary the recogniser shares: figures on it are better than on people.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "adapters/speech/hearing/embedded_hearing.hpp"
#include "adapters/speech/hearing/turn_words.hpp"
#include "adapters/speech/voice/flite_voice.hpp"

namespace praxis::speech::test {

using Sound = std::vector<std::int16_t>;

struct SoundSink final : app::VoiceSink {
    explicit SoundSink(Sound& into) : sound(into) {}
    bool on_sentence(const app::SpokenSentence&) override { return true; }
    bool on_sound(std::span<const std::int16_t> more) override {
        sound.insert(sound.end(), more.begin(), more.end());
        return true;
    }
    Sound& sound;
};

// Pieces of speech and silence, one after the other. Hiss 60 dB below full scale lies under all of it, as microphones
// have it.
class SoundTrack {
public:
    SoundTrack(app::Voice& voice, app::VoiceId id) : voice_(voice), id_(std::move(id)) {}
    SoundTrack& say(std::string_view text) {
        std::srand(1);  // flite takes its noise from rand(): the same sound every time
        SoundSink sink(sound_);
        voice_.speak(text, id_, {}, sink);
        end_80_ms_after_speech();
        return *this;
    }
    SoundTrack& rest(int ms) {
        sound_.resize(sound_.size() + static_cast<std::size_t>(ms) * 16);
        return *this;
    }
    int now_ms() const { return static_cast<int>(sound_.size() / 16); }
    const Sound& plain() const { return sound_; }
    Sound with_noise(double level_db = -70) const {
        Sound noisy = sound_;
        std::minstd_rand chance(7);
        std::normal_distribution<double> noise(0, 32768 * std::pow(10, level_db / 20));
        double low = 0;  // softened, as rooms are
        for (std::int16_t& sample : noisy) {
            low = 0.6 * low + 0.8 * noise(chance);
            sample = static_cast<std::int16_t>(std::clamp(sample + low, -32768.0, 32767.0));
        }
        return noisy;
    }

private:
    // A sentence ends with a pause of its own: how long it is, is the voice's matter.
    void end_80_ms_after_speech() {
        const auto loud = [](std::int16_t sample) { return std::abs(sample) > 60; };
        const auto last = std::find_if(sound_.rbegin(), sound_.rend(), loud);
        sound_.erase(last.base(), sound_.end());
        rest(80);
    }

    app::Voice& voice_;
    const app::VoiceId id_;
    Sound sound_;
};

inline std::vector<app::HeardEvent> all_heard(app::Ear& ear, std::span<const std::int16_t> sound, bool over = false) {
    std::vector<app::HeardEvent> all;
    for (std::size_t at = 0; at < sound.size(); at += 1600)
        for (auto& event : ear.hear(sound.subspan(at, std::min<std::size_t>(1600, sound.size() - at)), over))
            all.push_back(std::move(event));
    return all;
}

template <class T>
std::vector<T> only(const std::vector<app::HeardEvent>& events) {
    std::vector<T> some;
    for (const app::HeardEvent& event : events)
        if (const T* one = std::get_if<T>(&event)) some.push_back(*one);
    return some;
}

// Fewest insertions, deletions and exchanges of words.
inline int words_wrong(const std::string& said, const std::string& heard) {
    const Phrase a = words_of(said), b = words_of(heard);
    std::vector<int> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int corner = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int exchanged = corner + (a[i - 1] != b[j - 1]);
            corner = row[j];
            row[j] = std::min({exchanged, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

// As a rep might say them; small letters, no marks.
inline const std::vector<std::string>& sales_sentences() {
    static const std::vector<std::string> kSentences = {
        "thank you for taking the time to speak with me today",
        "what would you like to get out of this conversation",
        "how many machines do you have in that plant",
        "what happens when one of them stops in the middle of a shift",
        "how much does an hour of downtime cost you",
        "who else is involved in a decision like this",
        "so if i understand you correctly the maintenance team works nights and weekends",
        "i hear that your budget is tight this year",
        "may i ask what you are paying for the service right now",
        "our customers usually see the first results within six weeks",
        "the price is twenty thousand dollars a year and that includes training",
        "i can't give you a discount without getting something in return",
        "if you sign for two years we could talk about the first three months",
        "what would have to be true for you to change your supplier",
        "that is a fair concern and i would like to show you how we handle it",
        "could we meet again next tuesday with your head of finance",
        "i will send you a short summary of what we agreed this afternoon",
        "you said that quality is more important than speed",
        "let me explain why this matters for your business",
        "is there anything else that worries you about the project",
    };
    return kSentences;
}

}  // namespace praxis::speech::test
