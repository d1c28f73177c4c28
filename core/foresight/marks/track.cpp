#include "core/foresight/marks/track.hpp"

#include <algorithm>
#include <bit>

#include "core/buyer/buyer.hpp"

namespace praxis::foresight::marks {
namespace {

using buyer::FactSet;
using buyer::Handled;
using buyer::Scene;
using buyer::State;
using strategy::FactLayer;
using M = BuyerMove;

// How much a turn weighs in the running agreement; a customer is lost when that falls below the least. The anchors are
// rehearsals read as if they were real calls, and the same with their answers shuffled (track_test.cpp).
constexpr double kWeight = 0.2;
constexpr double kStart = 0.6;
constexpr double kLeast = 0.4;
constexpr std::uint8_t kPatienceOfWhoStays = 15;
constexpr std::uint16_t kTurnsAfter = 12;  // that a rollout from the last turn may still take

// How far an answer of one kind agrees with the foretold one: told or talked on, resisted, or moved on. Plain
// information agrees with most things by chance, so it says little.
double agreement(PreviousKind foretold, PreviousKind came) {
    using enum PreviousKind;
    const auto tells = [](PreviousKind kind) {
        return kind == info || kind == pain || kind == smalltalk || kind == none;
    };
    const auto resists = [](PreviousKind kind) { return kind == objection || kind == brushoff; };
    if (foretold == came) return came == info ? 0.7 : 1;
    if (tells(foretold) && tells(came)) return 0.6;
    if (resists(foretold) && resists(came)) return 0.8;
    if ((foretold == commit && tells(came)) || (came == commit && tells(foretold))) return 0.5;
    if (foretold == question || came == question) return 0.4;
    return 0;
}

class Translator {
public:
    Translator(const RealTurn& turn, const State& before, const Scene& scene)
        : turn_(turn), before_(before), scene_(scene) {}

    Intention moves(const Intention& foretold) {
        using enum PreviousKind;
        switch (turn_.answer.kind) {
            case pain: tell(scene_.kinds.pain); break;
            case info: tell(~FactSet{0}); break;
            case objection: object(foretold); break;
            case question: ask(); break;
            case brushoff: made_.add(turn_.heard.acts.any(acts_of(ActGroup::advance)) ? M::not_yet : M::guard); break;
            case smalltalk: made_.add(M::small_talk); break;
            case commit: commit_to(); break;
            case ending: made_.add(M::goodbye); break;
            case none: break;
        }
        if (made_.count == 0) made_.add(M::acknowledge);
        made_.mood = foretold.mood;
        made_.ends = turn_.answer.kind == ending;
        return made_;
    }

    // The facts that were told, so that what was felt can be put right.
    FactSet told() const { return told_; }

private:
    // Facts of a topic that was named; without one, of what the rep asked for by the act alone.
    FactSet facts_in_question() const {
        FactSet facts = 0;
        for (std::uint8_t i = 0; i < turn_.answer.topic_count; ++i)
            if (turn_.answer.topics[i].value < kTopicsMax) facts |= scene_.facts_of_topic[turn_.answer.topics[i].value];
        for (std::uint8_t i = 0; facts == 0 && i < turn_.heard.topic_count; ++i)
            if (turn_.heard.topics[i].value < kTopicsMax) facts |= scene_.facts_of_topic[turn_.heard.topics[i].value];
        return facts;
    }

    bool asked_for(std::uint8_t fact) const { return turn_.heard.acts.any(scene_.facts[fact].asked_by); }

    void tell(FactSet kind) {
        FactSet facts = facts_in_question() & kind & ~before_.disclosed;
        int best = -1, score = 0;
        for (; facts != 0; facts &= facts - 1) {
            const auto id = static_cast<std::uint8_t>(std::countr_zero(facts));
            const int its = worth_telling(id);
            if (its > score) {
                score = its;
                best = id;
            }
        }
        if (best < 0) return;
        told_ = FactSet{1} << best;
        made_.add(turn_.heard.acts.has(Act::open_question) ? M::disclose : M::disclose_short,
                  static_cast<std::uint8_t>(best));
    }

    // What a customer can have told: known to the role, led up to, and what was asked for or goes with a figure.
    int worth_telling(std::uint8_t id) const {
        const buyer::SceneFact& fact = scene_.facts[id];
        if (!fact.known_to_role || (fact.needs & ~before_.disclosed) != 0) return 0;
        const bool deep = fact.layer == FactLayer::implication || fact.layer == FactLayer::payoff;
        if (deep && !turn_.answer.figure && !asked_for(id)) return 0;
        return 1 + (asked_for(id) ? 4 : 0) + (deep == turn_.answer.figure ? 2 : 0);
    }

    void object(const Intention& foretold) {
        if (!before_.open.none()) {
            const bool asked = turn_.heard.acts.has(Act::objection_clarified);
            const bool known = before_.handling(before_.open).has(Handled::cause_told);
            const bool answered = turn_.heard.acts.has(Act::objection_answered);
            return made_.add(asked && !known ? M::object_cause
                             : answered      ? M::half_answer
                                             : M::object_again,
                             before_.open.value);
        }
        for (int i = 0; i < foretold.count; ++i)
            if (foretold.moves[static_cast<std::size_t>(i)].move == M::object)
                return made_.add(M::object, foretold.moves[static_cast<std::size_t>(i)].argument);
        for (std::uint8_t i = 0; i < scene_.objection_count; ++i)
            if (!before_.handling({i}).has(Handled::raised) && named(scene_.objections[i].topic))
                return made_.add(M::object, i);
        if (turn_.heard.acts.has(Act::price_talk)) made_.add(M::ask_discount);
    }

    bool named(TopicId topic) const {
        const auto end = turn_.answer.topics.begin() + turn_.answer.topic_count;
        return std::find(turn_.answer.topics.begin(), end, topic) != end;
    }

    void ask() {
        for (std::uint8_t i = 0; i < scene_.question_count; ++i)
            if ((before_.questions_answered >> i & 1) == 0 && named(scene_.questions[i].topic))
                return made_.add(M::ask, i);
    }

    void commit_to() {
        if (!before_.open.none() && turn_.heard.acts.any(acts_of(ActGroup::objection)))
            made_.add(M::resolved, before_.open.value);
        if (turn_.heard.acts.has(Act::close))
            made_.add(M::accept_order);
        else if (turn_.heard.acts.has(Act::next_step))
            made_.add(M::accept_step);
        else if (turn_.heard.trade)
            made_.add(M::accept_trade);
        else
            made_.add(M::agree);
    }

    const RealTurn& turn_;
    const State& before_;
    const Scene& scene_;
    Intention made_;
    FactSet told_ = 0;
};

// Who tells a thing trusts enough for it.
void trust_enough(State& state, FactSet told, const Scene& scene) {
    for (; told != 0; told &= told - 1)
        state.feels.trust =
            std::max(state.feels.trust, scene.facts[static_cast<std::size_t>(std::countr_zero(told))].trust);
}

void still_there(State& state) {
    state.feels.patience = std::max(state.feels.patience, kPatienceOfWhoStays);
    state.strikes = std::min<std::uint8_t>(state.strikes, 1);
}

PreviousKind kind_foretold(const State& planned, const Intention& foretold, const Scene& scene) {
    return buyer::previous(buyer::deliver(planned, foretold, foretold.count, scene));
}

}  // namespace

Scene stretched(const Scene& scene, std::size_t turns) {
    Scene longer = scene;
    const auto needed = static_cast<int>(std::min<std::size_t>(turns, 10'000)) + kTurnsAfter;
    longer.rules.turns = std::max(longer.rules.turns, needed);
    return longer;
}

Tracked track(std::span<const RealTurn> turns, const Scene& scene, Seed seed) {
    Tracked tracked;
    tracked.passages.reserve(turns.size());
    State state = buyer::open(scene, seed);
    double running = kStart, sum = 0;
    std::size_t followed = 0, looked_at = 0;
    for (const RealTurn& turn : turns) {
        auto next = buyer::step(state, turn.heard, scene, seed);
        Translator translator(turn, state, scene);
        const Intention came = translator.moves(next.intention);
        const bool told_more = translator.told() != 0 && !next.intention.has(came.moves[0].move);
        State before = state;
        if (told_more) {
            trust_enough(before, translator.told(), scene);
            next = buyer::step(before, turn.heard, scene, seed);
            if (!tracked.passages.empty()) tracked.passages.back().after = before;
        }
        double agrees = agreement(kind_foretold(next.state, next.intention, scene), turn.answer.kind);
        if (next.intention.ends && !came.ends) agrees = 0;
        ++looked_at;
        sum += agrees;
        running += kWeight * (agrees - running);
        if (running < kLeast) {
            tracked.lost_at = tracked.passages.size() > followed ? tracked.passages[followed].played.turn : turn.turn;
            tracked.passages.resize(followed);
            break;
        }
        State after = buyer::deliver(next.state, came, came.count, scene);
        if (!came.ends) still_there(after);
        tracked.passages.push_back({{turn.turn, turn.heard, came, came.count, turn.understood}, before, after});
        state = after;
        if (agrees >= 0.5) followed = tracked.passages.size();
        if (buyer::over(state)) break;
    }
    tracked.agreement = looked_at == 0 ? 0 : sum / static_cast<double>(looked_at);
    return tracked;
}

}  // namespace praxis::foresight::marks
