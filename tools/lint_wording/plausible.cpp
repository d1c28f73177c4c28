#include "tools/lint_wording/plausible.hpp"

#include <algorithm>

namespace praxis::lint_wording {
namespace {

using enum BuyerMove;

class Dice {
public:
    Dice(Seed seed, std::uint32_t turn) : seed_(seed), turn_(turn) {}
    std::uint32_t roll(std::size_t n) {
        return pick(chance(Seed{mix(seed_.value)}, 77, turn_, slot_++), static_cast<std::uint32_t>(n));
    }
    bool luck(std::uint32_t percent) { return roll(100) < percent; }

private:
    Seed seed_;
    std::uint32_t turn_, slot_ = 0;
};

// What the talk has come to; a mind in miniature.
struct Talk {
    const strategy::Scenario& scenario;
    std::vector<std::uint8_t> untold, told;
    std::uint8_t objection = 0, question = 0;
    bool objecting = false, asked_cause = false;
    Mood mood;
};

std::uint8_t topic_of_fact(const Talk& talk, std::uint8_t fact) {
    return talk.scenario.facts[fact].topic.value;
}

void about(Exchange& made, std::uint8_t topic) {
    made.heard.topics[0] = {topic};
    made.heard.topic_count = 1;
}

void discovery_question(Talk& talk, Exchange& made, Dice& dice) {
    const bool open = dice.luck(60);
    (open ? made.heard.open_questions : made.heard.closed_questions) = 1;
    made.rep = open ? "open question" : "closed question";
    const std::size_t gate = std::min<std::size_t>(talk.untold.size(), 3);
    const std::uint32_t kind = dice.roll(100);
    if (kind < 55 && gate > 0) {
        const std::uint8_t fact = talk.untold[dice.roll(gate)];
        about(made, topic_of_fact(talk, fact));
        if (dice.luck(15)) return made.intention.add(guard, fact);
        if (dice.luck(25)) made.intention.add(dice.luck(60) ? soften : acknowledge);
        made.intention.add(open ? disclose : disclose_short, fact);
        std::erase(talk.untold, fact);
        talk.told.push_back(fact);
    } else if (kind < 65 && !talk.told.empty()) {
        const std::uint8_t fact = talk.told[dice.roll(talk.told.size())];
        about(made, topic_of_fact(talk, fact));
        made.intention.add(told_already, fact);
    } else {
        const auto topic = static_cast<std::uint8_t>(dice.roll(talk.scenario.topics.size()));
        about(made, topic);
        static constexpr std::array kOpen = {vague, nothing_there, not_my_field, ask_back};
        static constexpr std::array kClosed = {yes, no, not_my_field, ask_back};
        made.intention.add((open ? kOpen : kClosed)[dice.roll(4)], topic);
    }
}

void statement(Talk& talk, Exchange& made, Dice& dice) {
    const auto topic = static_cast<std::uint8_t>(dice.roll(talk.scenario.topics.size()));
    about(made, topic);
    static constexpr std::array kReact = {acknowledge, impressed, shrug, interested, plain_words, cut_in};
    made.rep = "statement";
    const BuyerMove react = kReact[dice.roll(kReact.size())];
    made.intention.add(react, react == acknowledge || react == plain_words || react == cut_in ? 0xff : topic);
    if (react == impressed || react == interested || react == acknowledge) {
        if (dice.luck(35) && !talk.untold.empty()) {
            const std::uint8_t fact = talk.untold.front();
            made.intention.add(disclose_short, fact);
            talk.untold.erase(talk.untold.begin());
            talk.told.push_back(fact);
        }
        if (dice.luck(40) && talk.question < talk.scenario.questions.size()) made.intention.add(ask, talk.question++);
    }
    if (dice.luck(35) && !talk.objecting && talk.objection < talk.scenario.objections.size()) {
        made.intention.add(object, talk.objection);
        talk.objecting = true;
    }
}

void objection_turn(Talk& talk, Exchange& made, Dice& dice) {
    made.rep = "about the objection";
    about(made, talk.scenario.objections[talk.objection].topic.value);
    const std::uint32_t kind = dice.roll(100);
    if (kind < 25 && !talk.asked_cause) {
        made.rep = "asks what is behind it";
        made.heard.open_questions = 1;
        made.intention.add(object_cause, talk.objection);
        talk.asked_cause = true;
    } else if (kind < 45) {
        made.intention.add(half_answer, talk.objection);
    } else if (kind < 65) {
        if (dice.luck(40)) made.intention.add(push_back);
        made.intention.add(object_again, talk.objection);
    } else {
        made.intention.add(resolved, talk.objection);
        if (dice.luck(40)) made.intention.add(dice.luck(50) ? ask_price : accept_step);
        talk.objecting = false;
        talk.asked_cause = false;
        ++talk.objection;
    }
}

void commercial(Talk& talk, Exchange& made, Dice& dice) {
    made.rep = "price or next step";
    static constexpr std::array kMoves = {ask_price,    ask_discount, not_yet,   promise_vaguely, accept_step,
                                          accept_trade, hurry,        brush_off, confirm,         correct};
    const BuyerMove move = kMoves[dice.roll(kMoves.size())];
    const bool recap = move == confirm || move == correct;
    if (move == ask_discount) {
        made.heard.amounts[0] = {AmountKind::money, 48'000'000, {}, false};
        made.heard.amount_count = 1;
    }
    if (recap && talk.told.empty()) return made.intention.add(acknowledge);
    if (recap) made.rep = "recap";
    made.intention.add(move, recap ? talk.told[dice.roll(talk.told.size())] : std::uint8_t{0xff});
    if (dice.luck(25)) made.intention.add(dice.luck(50) ? vague : ask_price);
}

void drift(Talk& talk, Dice& dice) {
    const auto nudge = [&](std::uint8_t& value) {
        if (dice.luck(25)) value = static_cast<std::uint8_t>(std::min<int>(4, value + 1));
        if (dice.luck(22) && value > 0) --value;
    };
    nudge(talk.mood.warmth);
    if (dice.luck(15) && talk.mood.patience > 0) --talk.mood.patience;
}

Exchange next(Talk& talk, Dice& dice, int turn, int turns) {
    Exchange made;
    if (turn == 1) {
        made.rep = "greets, asks for a moment";
        made.heard.closed_questions = 1;
        made.intention.add(greet);
        made.intention.add(dice.luck(70) ? permit : small_talk);
    } else if (turn == 2) {
        made.rep = "sets an agenda";
        made.intention.add(agree);
    } else if (turn == turns) {
        made.rep = "closes";
        made.intention.add(accept_step);
        made.intention.add(goodbye);
        made.intention.ends = true;
    } else if (talk.objecting) {
        objection_turn(talk, made, dice);
    } else {
        const std::uint32_t kind = dice.roll(100);
        if (kind < 60)
            discovery_question(talk, made, dice);
        else if (kind < 82)
            statement(talk, made, dice);
        else
            commercial(talk, made, dice);
    }
    made.intention.mood = talk.mood;
    return made;
}

}  // namespace

std::vector<Exchange> plausible_talk(const strategy::Scenario& scenario, Seed seed, int turns) {
    Talk talk{.scenario = scenario};
    for (std::size_t i = 0; i < scenario.facts.size(); ++i)
        if (scenario.facts[i].known_to_role) talk.untold.push_back(static_cast<std::uint8_t>(i));
    talk.mood.warmth = static_cast<std::uint8_t>(pick(mix(seed.value), 5));
    std::vector<Exchange> made;
    for (int turn = 1; turn <= turns; ++turn) {
        Dice dice(seed, static_cast<std::uint32_t>(turn));
        drift(talk, dice);
        made.push_back(next(talk, dice, turn, turns));
    }
    return made;
}

Exchange any_exchange(const strategy::Scenario& scenario, Seed seed, std::uint32_t turn) {
    Dice dice(seed, turn);
    Exchange made;
    for (std::uint32_t n = 1 + dice.roll(3); n > 0; --n) {
        const auto move = static_cast<BuyerMove>(dice.roll(kBuyerMoveCount));
        const auto argument = dice.luck(10) ? 0xffu : dice.roll(std::max<std::size_t>(scenario.facts.size() + 2, 1));
        made.intention.add(move, static_cast<std::uint8_t>(argument));
    }
    made.intention.mood = {static_cast<std::uint8_t>(dice.roll(5)), static_cast<std::uint8_t>(dice.roll(5)),
                           static_cast<std::uint8_t>(dice.roll(5))};
    made.heard.open_questions = static_cast<std::uint8_t>(dice.roll(2));
    if (dice.luck(60) && !scenario.topics.empty())
        about(made, static_cast<std::uint8_t>(dice.roll(scenario.topics.size())));
    if (dice.luck(20)) {
        made.heard.amounts[0] = {AmountKind::money, static_cast<std::int64_t>(dice.roll(90'000)) * 1000, {}, false};
        made.heard.amount_count = 1;
    }
    return made;
}

}  // namespace praxis::lint_wording
