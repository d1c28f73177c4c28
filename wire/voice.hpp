// A spoken sentence as the live contract tells it: where it stands in the answer, how the mouth moves, when each word
// is said. Its sound follows in binary frames. Values only; any thread.
#pragma once

#include <boost/json/object.hpp>
#include <cstddef>
#include <cstdint>

#include "app/ports/voice.hpp"

namespace praxis::wire {

struct SentencePlace {
    std::uint32_t turn = 0;
    std::size_t sentence = 0;  // of the answer, from 0
    std::uint32_t begin = 0;   // its first byte in the answer
};

// {"type": "voice", "turn", "sentence", "begin", "end", "duration_ms", "mouth": [[from_ms, shape, weight], …],
//  "words": [[from_ms, to_ms, begin, end], …], "beats": [ms, …]}; places are bytes of the answer.
boost::json::object to_json(const app::SpokenSentence&, const SentencePlace&);
// {"type": "voice_end", "turn"}: nothing more is said of this answer.
boost::json::object voice_end(std::uint32_t turn);

}  // namespace praxis::wire
