// Three conversations made by hand, for tests of the report: one that goes well, one that goes badly, and a real call.
// Owner: core/coaching; for tests only. Values only.
#pragma once

#include <string>
#include <utility>

#include "core/behaviour/conversation_builder.hpp"
#include "core/behaviour/press_plant.hpp"

namespace praxis::coaching::worked_talks {

using namespace behaviour::press_plant;
using behaviour::ConversationBuilder;
using strategy::Stage;
using enum Act;
using M = BuyerMove;

inline strategy::Behaviour behaviour_of(std::string id, std::string name, strategy::Skill skill, std::string tip) {
    strategy::Behaviour made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.skill = skill;
    made.tip = std::move(tip);
    return made;
}

inline strategy::Indicator indicator(std::string id, std::string says, strategy::EventPattern of,
                                     strategy::Operator op = strategy::Operator::at_least) {
    strategy::Indicator made;
    made.id = std::move(id);
    made.says = std::move(says);
    made.of = std::move(of);
    made.op = op;
    return made;
}

inline strategy::EventPattern pattern(ActSet acts, DerivedEventSet derived = {}, std::vector<std::string> about = {}) {
    strategy::EventPattern made;
    made.acts = acts;
    made.derived = derived;
    made.about = std::move(about);
    return made;
}

inline strategy::Scenario scenario_with_criteria() {
    using strategy::Skill;
    strategy::Scenario s = scenario();
    auto price = behaviour_of("quantify-before-price", "Knows the cost before naming a price", Skill::discovery,
                              "Ask what a stop costs before you name a figure.");
    price.indicators = {
        indicator("asks", "Asks what the problem costs", pattern({implication_question})),
        indicator("no-price", "Names no price before that", pattern({price_talk}), strategy::Operator::absent)};
    price.indicators[1].before = pattern({}, {DerivedEvent::impact_disclosed});
    auto objections = behaviour_of("asks-behind", "Asks what is behind an objection", Skill::objections, "");
    objections.indicators = {
        indicator("clarifies", "Asks before answering", pattern({objection_clarified}, {}, {"@objection"}))};
    objections.indicators[0].after = pattern({}, {DerivedEvent::objection_raised});
    objections.indicators[0].within = 2;
    auto step = behaviour_of("firm-step", "Leaves with a firm next step", Skill::next_step, "");
    step.indicators = {
        indicator("firm", "Agrees who does what by when", pattern({}, {DerivedEvent::concrete_next_step}))};
    auto pressure_free = behaviour_of("no-pressure", "Puts no pressure on", Skill::commercial, "");
    pressure_free.why = "pressure makes a careful buyer slower";
    pressure_free.indicators = {indicator("none", "Never pushes", pattern({pressure}), strategy::Operator::absent)};
    s.criteria = {price, objections, step, pressure_free};
    s.start = {.trust = 30, .interest = 25, .patience = 80, .value = 5, .clarity = 20, .urgency = 20};
    return s;
}

inline conversation::Standing stand(int trust, int interest, int patience, int value, Stage stage) {
    const auto byte = [](int number) { return static_cast<std::uint8_t>(number); };
    return {byte(trust), byte(interest), byte(patience), byte(value), 30, 20, stage};
}

inline conversation::Conversation good() {
    return ConversationBuilder()
        .rep("Morning Dave, thanks for the time. Is now still good?")
        .act(greeting, "Morning Dave, thanks for the time.")
        .act(permission, "Is now still good?")
        .act(closed_question, "Is now still good?")
        .buyer("Go on then.")
        .move(M::permit)
        .standing(stand(36, 26, 80, 5, Stage::discovery))
        .rep("What problems do you still get with breakdowns?")
        .act(open_question)
        .act(problem_question)
        .topic(kDowntime, "breakdowns")
        .buyer("We get two or three stops a month.")
        .move(M::disclose, kStops.value)
        .discloses(kStops)
        .standing(stand(42, 34, 79, 5, Stage::discovery))
        .rep("That sounds frustrating. What does a stop cost you?")
        .act(empathy, "That sounds frustrating.")
        .act(implication_question, "What does a stop cost you?")
        .act(open_question, "What does a stop cost you?")
        .topic(kDowntime, "stop")
        .buyer("Finance says eleven grand an hour.")
        .move(M::disclose, kCost.value)
        .discloses(kCost)
        .standing(stand(52, 44, 79, 14, Stage::evaluation))
        .rep("So two or three a month at eleven grand an hour. You would see it a week ahead.")
        .act(summary, "So two or three a month at eleven grand an hour.")
        .act(value_statement, "You would see it a week ahead.")
        .seen([](Observation& o) { o.overlap = 50; })
        .buyer("That's about it. But the last one ended up in a drawer.")
        .move(M::confirm, kCost.value, "That's about it.")
        .move(M::object, kGadget.value, "But the last one ended up in a drawer.")
        .standing(stand(58, 48, 78, 26, Stage::evaluation))
        .rep("Fair. Was it the sensors, or nobody having time to look?")
        .act(objection_acknowledged, "Fair.")
        .act(objection_clarified, "Was it the sensors, or nobody having time to look?")
        .act(closed_question, "Was it the sensors, or nobody having time to look?")
        .buyer("Nobody had time, that was the trouble.")
        .move(M::object_cause, kGadget.value)
        .standing(stand(66, 48, 78, 26, Stage::evaluation))
        .rep("That's why there is no dashboard, the alert lands with your crew. And who signs something like this?")
        .act(objection_answered, "That's why there is no dashboard, the alert lands with your crew.")
        .act(authority_question, "And who signs something like this?")
        .buyer("All right. Beyond 25 thousand Ingrid signs.")
        .move(M::resolved, kGadget.value, "All right.")
        .move(M::disclose, kSigner.value, "Beyond 25 thousand Ingrid signs.")
        .discloses(kSigner)
        .standing(stand(72, 55, 77, 40, Stage::negotiation))
        .rep("Then you bring Ingrid and I bring our engineer, Wednesday at nine?")
        .act(next_step)
        .act(closed_question)
        .seen([](Observation& o) { o.names_owner = o.names_date = true; })
        .buyer("Yes, let's do that.")
        .move(M::accept_step)
        .standing(stand(74, 60, 77, 40, Stage::negotiation))
        .ends(conversation::EndReason::accepted, strategy::GoalLevel::won)
        .done();
}

inline conversation::Conversation bad() {
    return ConversationBuilder()
        .rep("Hi Dave! You will love this, it has forty sensors, an app and thirty dashboards.")
        .act(greeting, "Hi Dave!")
        .act(value_statement, "You will love this")
        .act(feature_dump, "it has forty sensors, an app and thirty dashboards.")
        .buyer("Hm. The last one ended up in a drawer.")
        .move(M::shrug, 0xff, "Hm.")
        .move(M::object, kGadget.value, "The last one ended up in a drawer.")
        .standing(stand(28, 12, 74, 0, Stage::discovery))
        .rep("The licence is 48 thousand a year plus support.")
        .act(price_talk)
        .topic(kPrice, "licence")
        .buyer("You didn't answer me. Why would yours not end up there?")
        .move(M::object_again, kGadget.value)
        .standing(stand(22, 10, 62, 0, Stage::discovery))
        .rep("Wibble the frotz gantry plonk indeed.")
        .seen([](Observation& o) { o.unknown_words = 80; })
        .buyer("Sorry, I didn't get that.")
        .move(M::ask_back)
        .standing(stand(22, 10, 62, 0, Stage::discovery))
        .rep("You need to decide today, this is only valid until tonight.")
        .act(pressure)
        .buyer("The more you push the slower I get.")
        .move(M::push_back)
        .standing(stand(4, 8, 30, 0, Stage::discovery))
        .rep("Are you going to buy or not? I do not have all day.")
        .act(close, "Are you going to buy or not?")
        .act(closed_question, "Are you going to buy or not?")
        .act(disrespect, "I do not have all day.")
        .buyer("I think we'll leave it there.")
        .move(M::walk_out)
        .standing(stand(0, 5, 0, 0, Stage::closed))
        .ends(conversation::EndReason::walked_out, strategy::GoalLevel::lost)
        .done();
}

inline conversation::Conversation real_call() {
    return ConversationBuilder()
        .rep("So what goes wrong with the presses, um, today?")
        .act(open_question)
        .act(problem_question)
        .topic(kDowntime, "presses")
        .customer("They stop on us all the time, it drives the crew mad.", PreviousKind::pain)
        .topic(kDowntime, "stop")
        .rep("It is 48 thousand a year.")
        .act(price_talk)
        .seen([](Observation& o) { o.quotes_price = true; })
        .customer("That is a lot of money.", PreviousKind::objection)
        .rep("How would a decision like this be taken?")
        .act(open_question)
        .act(decision_process_question)
        .customer("I take it to the board with two quotes.", PreviousKind::info)
        .rep("Shall I send you the second page on Monday?")
        .act(next_step)
        .customer("Yes, do that.", PreviousKind::commit)
        .done();
}

}  // namespace praxis::coaching::worked_talks
