#include "wire/voice.hpp"

#include <boost/json/array.hpp>
#include <cmath>

namespace praxis::wire {

namespace json = boost::json;

namespace {

double rounded(float weight) {
    return std::round(weight * 100.0) / 100.0;
}

}  // namespace

json::object to_json(const app::SpokenSentence& sentence, const SentencePlace& place) {
    json::array mouth, words, beats;
    for (const app::MouthShape& shape : sentence.mouth)
        mouth.push_back(json::array{shape.from_ms, app::name(shape.shape), rounded(shape.weight)});
    for (const app::WordTime& word : sentence.words)
        words.push_back(json::array{word.from_ms, word.to_ms, place.begin + word.begin, place.begin + word.end});
    for (const int beat : sentence.beats_ms) beats.emplace_back(beat);
    json::object out{{"type", "voice"}, {"turn", place.turn}, {"sentence", place.sentence}};
    out["begin"] = place.begin + sentence.begin;
    out["end"] = place.begin + sentence.end;
    out["duration_ms"] = sentence.duration_ms;
    out["mouth"] = std::move(mouth);
    out["words"] = std::move(words);
    out["beats"] = std::move(beats);
    return out;
}

json::object voice_end(std::uint32_t turn) {
    return {{"type", "voice_end"}, {"turn", turn}};
}

}  // namespace praxis::wire
