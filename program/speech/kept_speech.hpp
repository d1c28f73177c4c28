// What the customer's voice has said, kept for a file: the sound as WAV (PCM, 16 bit, mono), and mouth shapes, words
// and beats as JSON with their times and bytes. One thread.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/voice.hpp"

namespace praxis::program {

class KeptSpeech final : public app::VoiceSink {
public:
    bool on_sentence(const app::SpokenSentence&) override;
    bool on_sound(std::span<const std::int16_t>) override;

    std::size_t sentences() const { return sentences_.size(); }
    double seconds() const { return static_cast<double>(sound_.size()) / app::kVoiceRate; }
    std::string to_wav() const;
    boost::json::object to_json(std::string_view text, const app::VoiceId&) const;

private:
    struct Begun {
        app::SpokenSentence sentence;
        std::size_t sample;  // where its sound begins
    };
    std::vector<Begun> sentences_;
    std::vector<std::int16_t> sound_;
};

}  // namespace praxis::program
