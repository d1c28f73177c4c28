#include "program/speech/kept_speech.hpp"

#include <boost/json/array.hpp>

namespace praxis::program {
namespace {

namespace json = boost::json;

// Little-endian, as WAV wants it.
void put(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

json::array to_json(const std::vector<app::MouthShape>& mouth) {
    json::array shapes;
    for (const app::MouthShape& shape : mouth)
        shapes.push_back({{"ms", shape.from_ms}, {"shape", name(shape.shape)}, {"weight", shape.weight}});
    return shapes;
}

json::array to_json(const std::vector<app::WordTime>& times, std::string_view text) {
    json::array words;
    for (const app::WordTime& word : times)
        words.push_back({{"ms", word.from_ms},
                         {"to_ms", word.to_ms},
                         {"begin", word.begin},
                         {"end", word.end},
                         {"text", text.substr(word.begin, word.end - word.begin)}});
    return words;
}

}  // namespace

bool KeptSpeech::on_sentence(const app::SpokenSentence& sentence) {
    sentences_.push_back({sentence, sound_.size()});
    return true;
}

bool KeptSpeech::on_sound(std::span<const std::int16_t> more) {
    sound_.insert(sound_.end(), more.begin(), more.end());
    return true;
}

std::string KeptSpeech::to_wav() const {
    const auto bytes = static_cast<std::uint32_t>(sound_.size() * 2);
    std::string out = "RIFF";
    put(out, 36 + bytes, 4);
    out += "WAVEfmt ";
    put(out, 16, 4);
    put(out, 1, 2);  // PCM
    put(out, 1, 2);  // mono
    put(out, app::kVoiceRate, 4);
    put(out, app::kVoiceRate * 2, 4);
    put(out, 2, 2);
    put(out, 16, 2);
    out += "data";
    put(out, bytes, 4);
    for (const std::int16_t sample : sound_) put(out, static_cast<std::uint16_t>(sample), 2);
    return out;
}

json::object KeptSpeech::to_json(std::string_view text, const app::VoiceId& voice) const {
    json::array sentences;
    for (const Begun& begun : sentences_) {
        const app::SpokenSentence& said = begun.sentence;
        sentences.push_back({{"from_ms", begun.sample * 1000 / app::kVoiceRate},
                             {"duration_ms", said.duration_ms},
                             {"begin", said.begin},
                             {"end", said.end},
                             {"mouth", program::to_json(said.mouth)},
                             {"words", program::to_json(said.words, text)},
                             {"beats_ms", json::array(said.beats_ms.begin(), said.beats_ms.end())}});
    }
    return {{"voice", voice}, {"rate", app::kVoiceRate}, {"text", text}, {"sentences", std::move(sentences)}};
}

}  // namespace praxis::program
