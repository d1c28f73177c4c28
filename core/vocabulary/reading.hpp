// Reading: what understanding found in one utterance, with the words that show it. Spans are UTF-8 byte offsets into
// the utterance as it was said; a quote is always the exact substring. Produced by core/language, kept in the log,
// judged by core/behaviour; its integer shadow for the buyer is the Observation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/vocabulary/act.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis {

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(Span, Span) = default;
};

inline std::string_view quote(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

struct ActSeen {
    Act act{};
    Span span;
    float confidence = 0;   // calibrated probability, 0 … 1
    bool credited = false;  // false: only possible (0.3 … threshold); shown, never scored
};

struct TopicSeen {
    TopicId topic;
    Span span;
    std::uint8_t sentence = 0;  // index into Reading::sentences
};

struct Amount {
    AmountKind kind{};
    double value = 0;
    std::string unit;  // "EUR", "h", "day", "%", ISO date for dates; empty for a bare number
    Span span;
    std::uint8_t sentence = 0;
};

struct Reading {
    std::vector<ActSeen> acts;  // best span per act, in order of act
    std::vector<TopicSeen> topics;
    std::vector<Amount> amounts;
    std::vector<Span> sentences;
    Observation observation;  // the same, as integers
};

}  // namespace praxis
