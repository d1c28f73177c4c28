// Real calls of a rep's: put in as a transcript, judged by the same indicators as a rehearsal, read, shared, deleted.
// A call is its rep's alone until they share it, and nothing is taken in without their consent (purpose `calls`), nor
// kept when it is withdrawn. Judging an hour of talk takes a tenth of a second: everything here blocks and is a
// worker's work. Errors: Refusal.
#pragma once

#include "app/access/office.hpp"
#include "app/calls/call.hpp"
#include "app/ports/shelf.hpp"
#include "app/ports/written_texts.hpp"
#include "app/review_call.hpp"

namespace praxis::app {

struct CallDesk {
    Office& office;
    Shelf& shelf;
    const TranscriptText& text;
};

inline constexpr std::size_t kTranscriptMost_bytes = 8 << 20;  // an hour with times for every word has some two
inline constexpr std::size_t kCallTurnsMost = 5'000;           // an hour has some 600
inline constexpr std::size_t kCallSaidMost_bytes = 1 << 20;    // an hour has some 50 kB

struct CallWish {
    std::string transcript, strategy;
    std::string segment, role, kind, rep;  // empty: guess
    std::optional<std::int64_t> held_ms;
};

// A transcript as it is understood: who speaks, and what was guessed, each with its reason. Its names are the file's.
struct CallLook {
    Transcript transcript;
    CallReview review;
    Shelf::StrategyShown strategy;
};
// Keeps nothing, not even in memory: it holds a customer's words and name, and its rep may think better of it. So what
// is then put in is judged once more, often by another rep or segment than was looked at, maybe on another node. That
// costs 175 ms for an hour of talk (528 turns; median of seven on two busy cores), on the few threads for judging.
CallLook look_at_call(CallDesk&, const people::Principal&, const CallWish&);

RealCall import_call(CallDesk&, const people::Principal&, const CallWish&);

std::vector<RealCall> list_own_calls(CallDesk&, const people::Principal&, const std::string& after, std::size_t most);
std::vector<RealCall> list_calls_shared_with(CallDesk&, const people::Principal&);
// How one does in rehearsals and in real calls, by behaviour.
std::vector<BehaviourSeen> compare_own_behaviours(CallDesk&, const people::Principal&);

enum class Side : std::uint8_t { rep, customer, colleague };
std::string_view name(Side);
struct CallLine {
    Side side = Side::rep;
    std::uint32_t turn = 0;  // of the rep, as the report counts; 0: before they spoke
    TranscriptTurn said;
};
struct CallSeen {
    RealCall call;
    std::vector<CallLine> lines;
};
CallSeen read_call(CallDesk&, const people::Principal&, const std::string& id);
// Refusal (conflict) when the strategy it was judged by is no longer here.
coaching::Report read_call_report(CallDesk&, const people::Principal&, const std::string& id);
// The same of what is kept, whoever asks.
CallReview judge_again(Shelf&, const RealCall&, SaidTurns, bool look_ahead);

void erase_call(Office&, const people::Principal&, const std::string& id);

void share_call(Office&, const people::Principal&, const std::string& id, const std::string& with);
void unshare_call(Office&, const people::Principal&, const std::string& id, const std::string& with);
std::vector<std::string> list_call_shares(Office&, const people::Principal&, const std::string& id);

}  // namespace praxis::app
