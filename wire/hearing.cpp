#include "wire/hearing.hpp"

namespace praxis::wire {
namespace {

namespace json = boost::json;

json::value or_null(const std::optional<double>& number) {
    return number ? json::value(*number) : json::value();
}

json::object measures_of(const app::SpeechMeasures& measures) {
    return {{"speech_ms", measures.speech_ms},
            {"pauses", measures.pauses},
            {"pause_ms", measures.pause_ms},
            {"longest_pause_ms", measures.longest_pause_ms},
            {"loudness", or_null(measures.loudness)},
            {"pitch_hz", or_null(measures.pitch_hz)},
            {"pitch_semitones", or_null(measures.pitch_semitones)}};
}

struct Telling {
    json::object& out;
    void operator()(const app::SpeechBegan& began) const {
        out["what"] = "began";
        out["at_ms"] = began.at_ms;
    }
    void operator()(const app::Paused& paused) const {
        out["what"] = "paused";
        out["at_ms"] = paused.at_ms;
    }
    void operator()(const app::Backchannel& said) const {
        out["what"] = "backchannel";
        out["text"] = said.text;
    }
    void operator()(const app::PartialText& partial) const {
        out["what"] = "partial";
        out["text"] = partial.text;
    }
    void operator()(const app::HeardTurn& turn) const {
        out["what"] = "turn";
        out["text"] = turn.text;
        out["begin_ms"] = turn.begin_ms;
        out["end_ms"] = turn.end_ms;
        out["confidence"] = or_null(turn.confidence);
        out["measures"] = measures_of(turn.measures);
    }
    void operator()(const app::Unclear&) const { out["what"] = "unclear"; }
    void operator()(const app::Noisy& noisy) const {
        out["what"] = "noisy";
        out["signal_to_noise_db"] = noisy.signal_to_noise_db;
    }
};

}  // namespace

json::object to_json(const app::HeardEvent& event) {
    json::object out{{"type", "hears"}};
    std::visit(Telling{out}, event);
    return out;
}

}  // namespace praxis::wire
