// Talk: a conversation under test. The test says what the rep says, as understood; the talk keeps what the buyer meant
// and how it stands. For the tests of this room only.
#pragma once

#include <string>
#include <vector>

#include "core/buyer/buyer.hpp"
#include "core/buyer/press_shop.hpp"

namespace praxis::buyer {

using enum Act;

inline Observation said(ActSet acts, std::vector<std::uint8_t> topics = {}) {
    Observation heard;
    heard.acts = heard.sure = acts;
    heard.open_questions = acts.has(open_question) ? 1 : 0;
    heard.closed_questions = acts.has(closed_question) ? 1 : 0;
    for (const std::uint8_t topic : topics) heard.topics[heard.topic_count++] = {topic};
    heard.words = 15;
    return heard;
}

inline Observation ask(Act function, std::vector<std::uint8_t> topics = {}) {
    return said({open_question, function}, std::move(topics));
}

inline Observation ask_closed(Act function, std::vector<std::uint8_t> topics = {}) {
    return said({closed_question, function}, std::move(topics));
}

inline Observation propose() {
    Observation heard = said({next_step, closed_question});
    heard.names_date = heard.names_owner = true;
    return heard;
}

inline Observation closing() {
    return said({close, closed_question});
}

// One conversation under test: says what the rep says, keeps what the buyer meant.
class Talk {
public:
    explicit Talk(const strategy::Scenario& scenario, std::uint64_t seed = 1)
        : scene_(*make_scene(scenario)), seed_{seed}, state_(open(scene_, seed_)) {}

    const Intention& rep(const Observation& heard, int heard_moves = Intention::kMovesMax) {
        const Step next = step(state_, heard, scene_, seed_);
        last_ = next.intention;
        state_ = deliver(next.state, last_, heard_moves, scene_);
        return last_;
    }
    Talk& begin() {
        rep(said({greeting, permission, closed_question, rapport}));
        rep(said({agenda, closed_question}));
        return *this;
    }
    Talk& disclose_pain() {
        rep(ask(problem_question, {press_shop::kStops}));
        rep(said({open_question, implication_question, empathy}, {press_shop::kStops}));
        return *this;
    }
    const Intention& last() const { return last_; }
    const State& state() const { return state_; }
    State& state() { return state_; }
    Feelings feels() const { return state_.feels; }
    bool told(std::uint8_t fact) const { return state_.told({fact}); }
    Outcome result() const { return outcome(state_, scene_); }

private:
    Scene scene_;
    Seed seed_;
    State state_;
    Intention last_;
};

// Empty when the buyer does this; else what they do instead.
inline std::string missing(const Intention& intention, BuyerMove move) {
    if (intention.has(move)) return "";
    std::string instead = "no " + std::string(name(move)) + " but";
    for (int i = 0; i < intention.count; ++i) instead += " " + std::string(name(intention.moves[i].move));
    return instead;
}

}  // namespace praxis::buyer
