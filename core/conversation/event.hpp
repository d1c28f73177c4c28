// A conversation as a closed list of event kinds: what was said, by whom, to whom, what was understood and meant, and
// how it ended. Rehearsals and real calls are the same value; of a real call the customer's intention is unknown and
// only the kind of the turn is. Values only; any thread. Does not know: the mind's rules, files, JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/chance.hpp"
#include "core/strategy/kinds.hpp"
#include "core/vocabulary/buyer_move.hpp"
#include "core/vocabulary/derived_event.hpp"
#include "core/vocabulary/reading.hpp"

namespace praxis::conversation {

// How the buyer stands after a turn; 0 … 100. The report reads it; wording never does.
struct Standing {
    std::uint8_t trust = 0, interest = 0, patience = 0, value = 0, clarity = 0, urgency = 0;
    strategy::Stage stage{};
    friend bool operator==(const Standing&, const Standing&) = default;
};

enum class TextSource : std::uint8_t { person, grammar, language_model, speech, transcript };

// Times in milliseconds from the start, where they are known.
struct Timing {
    std::int64_t begin_ms = 0;
    std::int64_t end_ms = 0;
    friend bool operator==(Timing, Timing) = default;
};

// How a turn was spoken, where it was: derived while it was heard, for the rep alone. Nothing of it is a sound, and
// nothing of it tells who spoke.
struct Delivery {
    int pauses = 0, pause_ms = 0;           // inside the turn, of 200 ms and more; together
    std::optional<double> loudness;         // LUFS: to be compared within one conversation only
    std::optional<double> pitch_semitones;  // how much melody there was
    std::optional<Timing> answer_heard;     // when the customer's words before it were heard
    friend bool operator==(const Delivery&, const Delivery&) = default;
};

struct RepSaid {
    Reading reading;
    std::optional<Delivery> delivery;
};

struct BuyerSaid {
    std::optional<Intention> intention;      // empty in a real call
    PreviousKind kind = PreviousKind::none;  // of the last salient move; classified in a real call
    std::vector<Span> spans;                 // one per planned move, in the text
    std::uint8_t heard_moves = 0;            // how many of the moves were heard before an interruption
    std::vector<FactId> disclosed;           // facts told in this turn (first time)
    std::vector<TopicSeen> topics;           // real calls
    std::vector<Amount> amounts;             // real calls
    Standing standing;                       // after the turn; meaningless in a real call
};

struct CueShown {  // a hint to the rep
    std::string cue;
};

enum class EndReason : std::uint8_t { goodbye, accepted, walked_out, time_up, parted, rep_left, unfinished };

struct Ended {
    EndReason reason{};
    strategy::GoalLevel level{};
};

struct Event {
    std::uint32_t turn = 0;  // 1 = the first rep turn and the buyer's answer to it; 0 = an opening by the buyer
    ParticipantId who{};
    std::uint16_t audience = 0xffff;  // bit per participant
    std::string text;                 // final text; empty for events without words
    TextSource source{};
    std::optional<Timing> timing;
    std::variant<RepSaid, BuyerSaid, CueShown, Ended> body;
    std::uint64_t state_digest = 0;  // of the mind after this event; 0 where there is none
};

// What a conversation was made by; a log made by other hashes replays but is not continued without being told to.
struct Header {
    int format = 1;
    std::string engine, scenario_id, scenario_digest, strategy_id, strategy_version, language_digest, model_digest;
    Seed seed;
    std::string parent;  // file and turn this one branches from; empty: none
};

struct Conversation {
    Header header;
    std::vector<Event> events;
};

// Without times and delivery of what was spoken: for whoever is not the rep.
void forget_delivery(Conversation&);

std::string_view name(EndReason);
std::optional<EndReason> end_reason_named(std::string_view);
std::string_view name(TextSource);
std::optional<TextSource> text_source_named(std::string_view);

}  // namespace praxis::conversation
