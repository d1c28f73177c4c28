#include "core/behaviour/course.hpp"

#include <algorithm>

namespace praxis::behaviour {
namespace {

using conversation::BuyerSaid;
using conversation::Conversation;
using conversation::RepSaid;
using strategy::Scenario;

constexpr std::uint8_t kMostlyUnknownPercent = 40;
constexpr std::uint16_t kTooShortToMishearWords = 2;

void add(TopicSet& set, TopicId topic) {
    if (!topic.none() && topic.value < kTopicsMax) set.set(topic.value);
}

bool has_credited(const Reading& reading, const ActSet& acts) {
    return std::any_of(reading.acts.begin(), reading.acts.end(),
                       [&](const ActSeen& seen) { return seen.credited && acts.has(seen.act); });
}

const strategy::ScenarioObjection* objection_of(const PlannedMove& move, const Scenario& scenario) {
    const ObjectionId id = move.objection();
    return id.value < scenario.objections.size() ? &scenario.objections[id.value] : nullptr;
}

bool about_price(const strategy::ScenarioObjection& objection) {
    return objection.objection.kind == strategy::ObjectionKind::ploy ||
           objection.objection.triggers.has(Act::price_talk) || objection.objection.triggers.has(Act::discount_offer);
}

TopicSet with_causes(const PlannedMove& move, const Scenario& scenario) {
    TopicSet topics;
    if (const auto* objection = objection_of(move, scenario)) {
        add(topics, objection->topic);
        for (const auto& cause : objection->causes) add(topics, cause.topic);
    }
    return topics;
}

// Walks the events once, keeping what stands.
class Walk {
public:
    Walk(const Conversation& conversation, const Scenario& scenario, Course& course)
        : conversation_(conversation), scenario_(scenario), course_(course) {
        if (!course.real) now_.stage = scenario.start.stage;
        for (const FactId fact : scenario.facts_known) tell(fact);
    }

    void over(std::size_t index) {
        course_.before[index] = now_;
        const auto& event = conversation_.events[index];
        if (const auto* rep = std::get_if<RepSaid>(&event.body)) rep_said(rep->reading, index);
        if (const auto* buyer = std::get_if<BuyerSaid>(&event.body)) buyer_said(*buyer, index);
    }

private:
    void rep_said(const Reading& reading, std::size_t index) {
        if (has_credited(reading, pitch_acts())) now_.pitched = true;
        spoke_of_price_ = has_credited(reading, {Act::price_talk, Act::discount_offer});
        if (!now_.objection_open) now_.objection.reset();
        now_.asked = index;
    }

    void buyer_said(const BuyerSaid& said, std::size_t index) {
        if (now_.asked) course_.before[*now_.asked].answer = index;
        now_.last_heard.reset();
        now_.price_challenged = false;
        if (said.intention)
            rehearsed(said);
        else
            real(said);
        now_.heard |= now_.last_heard;
        now_.asked.reset();
    }

    void rehearsed(const BuyerSaid& said) {
        for (int i = 0; i < heard_moves(said); ++i) moved(said.intention->moves[static_cast<std::size_t>(i)]);
        for (const FactId fact : said.disclosed) tell(fact);
        now_.stage = said.standing.stage;
    }

    void moved(const PlannedMove& move) {
        now_.last_heard |= topics_of(move, scenario_);
        switch (move.move) {
            case BuyerMove::object:
            case BuyerMove::object_again:
            case BuyerMove::object_cause:
            case BuyerMove::half_answer: object(move); break;
            case BuyerMove::resolved: now_.objection_open = false; break;
            case BuyerMove::ask_discount: now_.price_challenged = true; break;
            default: break;
        }
    }

    void object(const PlannedMove& move) {
        now_.objection_open = course_.any_objection = true;
        now_.objection = with_causes(move, scenario_);
        const auto* objection = objection_of(move, scenario_);
        if (objection && about_price(*objection)) now_.price_challenged = true;
    }

    void tell(FactId id) {
        if (id.value >= scenario_.facts.size()) return;
        const auto& fact = scenario_.facts[id.value];
        now_.told_anything = true;
        add(now_.last_heard, fact.topic);
        if (!strategy::is_pain(fact.fact.layer)) return;
        now_.pain_known = course_.any_pain = true;
        add(now_.pains, fact.topic);
    }

    void real(const BuyerSaid& said) {
        for (const TopicSeen& seen : said.topics) add(now_.last_heard, seen.topic);
        now_.told_anything |= said.kind == PreviousKind::info || said.kind == PreviousKind::pain;
        if (said.kind == PreviousKind::pain) {
            now_.pain_known = course_.any_pain = true;
            now_.pains |= now_.last_heard;
        }
        if (said.kind == PreviousKind::objection) {
            now_.objection_open = course_.any_objection = true;
            now_.objection = now_.last_heard;
            now_.price_challenged = spoke_of_price_;
        }
        if (said.kind == PreviousKind::commit) now_.objection_open = false;
    }

    const Conversation& conversation_;
    const Scenario& scenario_;
    Course& course_;
    Before now_;
    bool spoke_of_price_ = false;
};

}  // namespace

Course follow(const Conversation& conversation, const Scenario& scenario) {
    Course course;
    course.before.resize(conversation.events.size());
    for (const auto& event : conversation.events)
        if (const auto* said = std::get_if<BuyerSaid>(&event.body)) course.real |= !said->intention;
    Walk walk(conversation, scenario, course);
    for (std::size_t i = 0; i < conversation.events.size(); ++i) walk.over(i);
    return course;
}

bool understood(const Conversation& conversation, const Course& course, std::size_t event) {
    const auto* rep = std::get_if<RepSaid>(&conversation.events[event].body);
    if (!rep || !rep->reading.acts.empty()) return true;
    const Observation& seen = rep->reading.observation;
    if (seen.words > kTooShortToMishearWords && seen.unknown_words >= kMostlyUnknownPercent) return false;
    const auto answer = course.before[event].answer;
    if (!answer) return true;
    const auto& said = std::get<BuyerSaid>(conversation.events[*answer].body);
    return !said.intention || !said.intention->has(BuyerMove::ask_back);
}

TopicSet topics_at(const Reading& reading, Span span, const Before& before) {
    TopicSet here, anywhere;
    for (const TopicSeen& seen : reading.topics) {
        add(anywhere, seen.topic);
        const bool known = seen.sentence < reading.sentences.size();
        const Span sentence = known ? reading.sentences[seen.sentence] : seen.span;
        if (sentence.begin < span.end && span.begin < sentence.end) add(here, seen.topic);
    }
    if (here.any()) return here;
    if (anywhere.any()) return anywhere;
    return reading.observation.refers_back ? before.last_heard : TopicSet{};
}

TopicSet topics_of(const PlannedMove& move, const Scenario& scenario) {
    TopicSet topics;
    const std::uint8_t id = move.argument;
    using enum BuyerMove;
    switch (move.move) {
        case confirm:
        case correct:
        case disclose:
        case disclose_short:
        case told_already:
        case guard:
            if (id < scenario.facts.size()) add(topics, scenario.facts[id].topic);
            break;
        case object:
        case object_again:
        case object_cause:
        case half_answer:
        case resolved:
            if (id < scenario.objections.size()) add(topics, scenario.objections[id].topic);
            break;
        case ask:
            if (id < scenario.questions.size()) add(topics, scenario.questions[id].topic);
            break;
        default: add(topics, move.topic()); break;
    }
    return topics;
}

int heard_moves(const BuyerSaid& said) {
    return said.intention ? std::min<int>(said.heard_moves, said.intention->count) : 0;
}

bool tells_fact(BuyerMove move) {
    return move == BuyerMove::disclose || move == BuyerMove::disclose_short;
}

const ActSet& pitch_acts() {
    static constexpr ActSet kPitch{Act::value_statement, Act::quantified_value, Act::feature_dump};
    return kPitch;
}

const ActSet& question_acts() {
    static constexpr ActSet kQuestions{
        Act::open_question,        Act::closed_question,      Act::situation_question,        Act::problem_question,
        Act::implication_question, Act::need_payoff_question, Act::budget_question,           Act::authority_question,
        Act::criteria_question,    Act::timeline_question,    Act::decision_process_question, Act::competition_question,
        Act::stakeholder_mapping};
    return kQuestions;
}

}  // namespace praxis::behaviour
