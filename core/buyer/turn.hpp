// Turn: the workbench of one step. The rules (rules.hpp) read what was heard and the state before, write the state
// after and propose moves; `intention()` makes at most three of them, in the order react → answer → object/ask/commit.
// Lives on the stack for one call of step; nothing here allocates.
#pragma once

#include <array>
#include <cstdint>

#include "core/base/chance.hpp"
#include "core/buyer/effects.hpp"
#include "core/buyer/scene.hpp"
#include "core/buyer/state.hpp"
#include "core/vocabulary/buyer_move.hpp"
#include "core/vocabulary/observation.hpp"

namespace praxis::buyer {

// Moves proposed in one turn. Of several reactions or pushes the weightiest are said.
class Plan {
public:
    void react(BuyerMove move, std::uint8_t argument = 0xff) { reactions_.keep(move, argument); }
    void answer(BuyerMove move, std::uint8_t argument = 0xff) {
        if (answer_count_ == answers_.size()) return;
        answers_[answer_count_++] = {move, argument};
        answered_.insert(move);
    }
    void push(BuyerMove move, std::uint8_t argument = 0xff) { pushes_.keep(move, argument); }
    void end(BuyerMove move);        // says only this, after a strong reaction
    void finish() { ends_ = true; }  // says all that, and that was the end

    // Has each answer looked at again, and changed where `change` says so.
    template <class Change>
    void reconsider(Change change) {
        answered_ = {};
        for (int i = 0; i < answer_count_; ++i) {
            answers_[i] = change(answers_[i]);
            answered_.insert(answers_[i].move);
        }
    }

    bool answered() const { return answer_count_ > 0; }
    bool pushed() const { return pushes_.count > 0; }
    bool reacted() const { return reactions_.count > 0; }
    bool empty() const { return !answered() && !pushed() && !reacted(); }
    bool has(BuyerMove move) const {
        return (reactions_.kept | answered_ | pushes_.kept).has(move) || (has_ending_ && ending_.move == move);
    }
    Intention intention(Mood mood) const;

private:
    struct Shelf {  // the two weightiest
        std::array<PlannedMove, 2> moves{};
        std::uint8_t count = 0;
        BuyerMoveSet kept;
        void keep(BuyerMove move, std::uint8_t argument);
    };
    Shelf reactions_, pushes_;
    std::array<PlannedMove, 2> answers_{};
    BuyerMoveSet answered_;
    std::uint8_t answer_count_ = 0;
    bool ends_ = false;
    PlannedMove ending_{};
    bool has_ending_ = false;
};

// Slots keep the choices of one turn apart.
enum class Slot : std::uint32_t { bluff = 1, undecided, nibble, question, small_talk, raise = 0x40 };

// Counts up to 255 and stays there.
inline void count(std::uint8_t& tally) {
    if (tally < 0xff) ++tally;
}

struct Turn {
    Turn(const State&, const Observation&, const Scene&, Seed);

    const Scene& scene;
    const Observation& heard;
    const State& before;
    const strategy::Persona& person;
    Seed seed;
    State after;
    Plan plan;
    ActSet acts;          // heard, and what a surer group adds
    bool asks = false;    // a genuine question to the buyer
    bool done = false;    // what was heard is dealt with; only patience and time remain
    bool soured = false;  // conduct was bad: nothing in this turn wins anything

    bool has(Act act) const { return acts.has(act); }
    bool any(ActGroup group) const { return acts.any(acts_of(group)); }
    bool sure(Act act) const { return heard.sure.has(act); }
    bool open_question() const { return has(Act::open_question) || heard.open_questions > 0; }
    bool about(TopicId) const;  // the topic is among those heard
    TopicId main_topic() const { return heard.topic_count > 0 ? heard.topics[0] : TopicId{}; }
    bool knows(FactSet some) const { return (before.disclosed & some) != 0; }
    bool met(strategy::Needs) const;               // what must have been disclosed before
    bool listened() const;                         // the turn shows that the buyer was heard
    bool invites_doubt() const;                    // asks what holds the buyer back
    bool asks_about(const SceneObjection&) const;  // … or about the very matter, where no fact answers it

    void feel(const Effect& effect) {
        change(after.feels.trust, effect.trust, true);
        change(after.feels.interest, effect.interest);
        change(after.feels.patience, effect.patience);
        change(after.feels.value, effect.value, true);
        change(after.feels.clarity, effect.clarity);
        change(after.feels.urgency, effect.urgency);
    }
    void feel_part(const Effect&, int percent);
    void strike() { count(after.strikes); }
    void mark(Mark m) { after.marks.insert(m); }
    void unmark(Mark m) { after.marks.erase(m); }
    bool is(Mark m) const { return after.marks.has(m); }
    void saw(DerivedEvent event) { after.seen.insert(event); }
    std::uint32_t choose(Slot slot, std::uint32_t n, std::uint32_t offset = 0) const;

private:
    void change(std::uint8_t& level, int amount, bool saturates = false) {
        if (amount != 0) move(level, amount, saturates);
    }
    void move(std::uint8_t& level, int amount, bool saturates);
};

Mood mood_of(const Feelings&, const strategy::Persona&);

}  // namespace praxis::buyer
