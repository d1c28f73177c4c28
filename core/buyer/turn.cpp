#include "core/buyer/turn.hpp"

#include <algorithm>

namespace praxis::buyer {
namespace {

using strategy::Attitude;
using strategy::Expertise;
using strategy::Style;

// How weighty a move is among its kind; what weighs more is said first when there is no room for all.
int weight(BuyerMove move) {
    using enum BuyerMove;
    switch (move) {
        case accept_order: return 99;
        case offended: return 95;
        case accept_step: return 92;
        case accept_trade: return 91;
        case push_back: return 90;
        case bemused: return 88;
        case doubt: return 82;
        case stay_fair: return 81;
        case object: return 86;
        case object_again: return 85;
        case resolved: return 84;
        case half_answer: return 83;
        case not_yet: return 80;
        case promise_vaguely: return 79;
        case cut_in: return 78;
        case off_subject: return 76;
        case correct: return 75;
        case confirm: return 74;
        case plain_words: return 70;
        case ask_price: return 66;
        case ask_discount: return 65;
        case ask: return 64;
        case brush_off: return 62;
        case impressed: return 60;
        case interested: return 58;
        case shrug: return 57;
        case hurry: return 56;
        case soften: return 54;
        case agree: return 50;
        case permit: return 49;
        case greet: return 48;
        case small_talk: return 40;
        default: return 10;
    }
}

constexpr int kStrong = 74;  // a reaction that must not be left out

struct Percent {
    int gain = 100, loss = 100;
};

Percent temper(Attitude attitude) {
    switch (attitude) {
        case Attitude::warm: return {112, 85};
        case Attitude::neutral: return {100, 100};
        case Attitude::sceptical: return {90, 112};
        case Attitude::hostile: return {80, 130};
    }
    return {};
}

int scaled(int amount, int percent) {
    const int twice = amount * percent;
    return (twice + (twice < 0 ? -50 : 50)) / 100;
}

std::uint8_t fifth(int level) {
    return static_cast<std::uint8_t>(std::clamp(level / 20, 0, 4));
}

ActSet understood(const Observation& heard) {
    ActSet acts = heard.acts;
    const auto surely = [&](ActGroup group) {
        return heard.groups[static_cast<std::size_t>(group)] >= kSureGroup && !acts.any(acts_of(group));
    };
    if (surely(ActGroup::spin_deep)) acts.insert(Act::problem_question);
    if (surely(ActGroup::spin_situation)) acts.insert(Act::situation_question);
    return acts;
}

}  // namespace

void Plan::Shelf::keep(BuyerMove move, std::uint8_t argument) {
    if (kept.has(move)) return;
    if (count == 2) {
        if (weight(move) <= weight(moves[1].move)) return;
        kept.erase(moves[--count].move);
    }
    moves[count++] = {move, argument};
    kept.insert(move);
    if (count == 2 && weight(moves[1].move) > weight(moves[0].move)) std::swap(moves[0], moves[1]);
}

void Plan::end(BuyerMove move) {
    ends_ = true;
    has_ending_ = true;
    ending_ = {move, 0xff};
}

Intention Plan::intention(Mood mood) const {
    Intention said;
    said.mood = mood;
    said.ends = ends_;
    const bool strong = reactions_.count > 0 && weight(reactions_.moves[0].move) >= kStrong;
    if (has_ending_) {
        if (strong) said.add(reactions_.moves[0].move, reactions_.moves[0].argument);
        const bool polite = ending_.move == BuyerMove::goodbye || ending_.move == BuyerMove::time_up;
        const bool agrees = pushes_.count > 0 && pushes_.moves[0].move == BuyerMove::accept_step;
        if (polite && agrees) said.add(pushes_.moves[0].move, pushes_.moves[0].argument);
        said.add(ending_.move);
        return said;
    }
    const int pushes = pushes_.count > 0 ? 1 : 0;
    int answers = answer_count_;
    if (strong && answers + pushes > 2) answers = 2 - pushes;
    const int reactions = std::min<int>(reactions_.count, Intention::kMovesMax - answers - pushes);
    auto first = reactions_.moves;
    if (reactions == 2 && first[1].move < first[0].move) std::swap(first[0], first[1]);
    for (int i = 0; i < reactions; ++i) said.add(first[i].move, first[i].argument);
    for (int i = 0; i < answers; ++i) said.add(answers_[i].move, answers_[i].argument);
    if (pushes > 0) said.add(pushes_.moves[0].move, pushes_.moves[0].argument);
    return said;
}

Turn::Turn(const State& state, const Observation& observation, const Scene& the_scene, Seed the_seed)
    : scene(the_scene),
      heard(observation),
      before(state),
      person(the_scene.people[state.person]),
      seed(the_seed),
      after(state),
      acts(understood(observation)) {
    using enum Act;
    const ActSet always = acts_of(ActGroup::spin_situation) | acts_of(ActGroup::spin_deep) |
                          (acts_of(ActGroup::qualify) - ActSet{stakeholder_mapping}) | acts_of(ActGroup::any_question);
    asks = heard.open_questions + heard.closed_questions > 0 || acts.any(always) ||
           heard.groups[static_cast<std::size_t>(ActGroup::any_question)] >= kSureGroup;
}

bool Turn::about(TopicId topic) const {
    if (topic.none()) return false;
    const int n = std::min<int>(heard.topic_count, Observation::kTopicsSeen);
    return std::any_of(heard.topics.begin(), heard.topics.begin() + n, [topic](TopicId t) { return t == topic; });
}

bool Turn::met(strategy::Needs needs) const {
    switch (needs) {
        case strategy::Needs::nothing: return true;
        case strategy::Needs::pain: return knows(scene.kinds.pain);
        case strategy::Needs::impact: return knows(scene.kinds.implication);
        case strategy::Needs::value: return before.feels.value >= kValueBuilt;
    }
    return true;
}

bool Turn::invites_doubt() const {
    const bool after_refusal = before.previous == PreviousKind::brushoff || before.stage >= strategy::Stage::evaluation;
    return heard.invites_doubt || (has(Act::objection_clarified) && after_refusal);
}

bool Turn::asks_about(const SceneObjection& objection) const {
    return about(objection.topic) && (has(Act::problem_question) || has(Act::objection_clarified)) &&
           after.feels.trust < objection.trust_below;
}

bool Turn::listened() const {
    return any(ActGroup::listening) || heard.limit_admitted ||
           acts.any({Act::objection_acknowledged, Act::objection_clarified, Act::insight});
}

void Turn::move(std::uint8_t& level, int amount, bool saturates) {
    if (amount > 0 && soured) return;
    const Percent percent = temper(person.attitude);
    int points = amount > 0 ? scaled(amount, percent.gain)
                            : scaled(scaled(amount, percent.loss), std::max(scene.rules.loss_percent, 10));
    if (amount > 0 && saturates && level >= kSaturation) points = (points + 1) / 2;
    level = static_cast<std::uint8_t>(std::clamp(level + points, 0, 100));
}

void Turn::feel_part(const Effect& e, int percent) {
    feel({scaled(e.trust, percent), scaled(e.interest, percent), scaled(e.patience, percent), scaled(e.value, percent),
          scaled(e.clarity, percent), scaled(e.urgency, percent)});
}

std::uint32_t Turn::choose(Slot slot, std::uint32_t n, std::uint32_t offset) const {
    return pick(chance(seed, before.who.value, after.turn, static_cast<std::uint32_t>(slot) + offset), n);
}

Mood mood_of(const Feelings& feels, const strategy::Persona& person) {
    const int lean = person.attitude == Attitude::warm ? 10 : person.attitude == Attitude::hostile ? -10 : 0;
    // A stranger who was let in is met neutrally; cold is who was let down.
    return {fifth(feels.trust + kCivility + lean), fifth(feels.patience), fifth(feels.interest)};
}

}  // namespace praxis::buyer
