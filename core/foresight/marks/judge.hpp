// Judges a finished conversation turn by turn: how the position stood before and after, what the best move would have
// been, what the played one gave away against it, and so which mark it gets. Every value is under Sight::rep: nobody is
// marked down for not knowing what could not be known then, and the curve does not fall because of a cause that stayed
// hidden. All of one conversation's positions meet the same chances (common random numbers), so that a difference is
// known better than either value; what the search picked as best is valued anew under other chances than those it was
// picked by. A turn that was not understood is followed, but never marked. Exact replay; pure; any thread; allocates
// the answer only. For after the conversation: it names facts and causes that were closed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/buyer/scene.hpp"
#include "core/buyer/state.hpp"
#include "core/foresight/change.hpp"
#include "core/foresight/marks/mark.hpp"
#include "core/foresight/marks/why.hpp"
#include "core/foresight/move.hpp"
#include "core/foresight/rollout.hpp"
#include "core/vocabulary/buyer_move.hpp"

namespace praxis::foresight::marks {

// What a rep said, as it was understood, and what was heard of the answer.
struct PlayedTurn {
    std::uint32_t turn = 0;
    Observation heard;
    Intention answered;
    std::uint8_t heard_moves = 0;
    bool understood = true;
};

// A turn with the states around it.
struct Passage {
    PlayedTurn played;
    buyer::State before, after;
};

// The states of a rehearsal again, from its opening and its seed. Ends with the conversation.
std::vector<Passage> replay(const buyer::Scene&, const buyer::State& opening, Seed, std::span<const PlayedTurn>);

struct Effort {
    std::uint32_t search = 2'000;   // rollouts a position, between its moves
    std::uint32_t compare = 1'000;  // … and then each for before, played and best; at most kCompareMax
    Setting setting{};
};
inline constexpr std::uint32_t kCompareMax = 4'096;

struct Judged {
    std::uint32_t turn = 0;
    bool marked = false;  // false: not understood, or the talk was over; then only before, after and swing hold
    Mark mark = Mark::fine;
    bool turning = false;  // one of the conversation's turning points, whatever its mark
    Value before, after;   // of the positions
    Value played, best;    // of the moves, before the answer is known
    Move instead;          // the best move; meaningless where `best` has no rollouts
    Reason reason;         // of the mark
    Grounds grounds;
    Change change;  // that came of it
};

struct Judgement {
    std::vector<Judged> turns;
    Value ended;  // certain: what was reached when it ended, also by a rep who left while more was to be had
    std::optional<std::uint32_t> lost_at;  // a real call: from this turn on the customer could not be followed
    std::uint64_t rollouts = 0, steps = 0;
};

// The chances that every position of a conversation meets.
Seed chances_of(Seed conversation);

Judgement judge(std::span<const Passage>, const buyer::Scene&, Seed, const Effort& = {});

}  // namespace praxis::foresight::marks
