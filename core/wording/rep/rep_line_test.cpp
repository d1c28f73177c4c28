#include "core/wording/rep/rep_line.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/wording/rep/misfit.hpp"
#include "core/wording/rep/small_grammar.hpp"

namespace praxis::wording::rep {
namespace {

using conversation::BuyerSaid;
using enum Act;

constexpr TopicId kStops{0}, kSigns{1}, kStock{2};

strategy::Scenario press_shop() {
    strategy::Scenario scenario;
    scenario.seller = "Vantix";
    scenario.topics = {{"stops", "unplanned stops", {}, true, {}},
                       {"signs", "who signs", {}, false, {}},
                       {"stock", "steel on the floor", {}, true, {}}};
    const auto fact = [&](const char* id, TopicId topic, const char* key) {
        strategy::ScenarioFact made;
        made.fact.id = id;
        made.fact.layer = strategy::FactLayer::problem;
        made.fact.key = {key};
        made.topic = topic;
        scenario.facts.push_back(made);
    };
    fact("stops.problem", kStops, "press four");
    fact("stock.problem", kStock, "last summer's tags");
    scenario.proofs.push_back(
        {{"log", strategy::ProofKind::data, "stops", "our log of eleven plants", {}, {}}, kStops});
    scenario.proofs.push_back(
        {{"visit", strategy::ProofKind::reference, "stops", "A visit to a plant.", {}, {}}, kStops});
    scenario.values.push_back({"We see it coming.", kStops, {0.4, 0.7}});
    scenario.values.push_back({"Press four runs on.", kStops, {}});  // gives a fact away
    scenario.terms = strategy::Terms{905, 845, 880, "t", "EUR", 2, {"a longer term"}, {"a second line"}};
    strategy::Objection objection;
    objection.id = "dear";
    strategy::ScenarioCause cause;
    cause.cause = {"burnt", 1, "stops", {"We were burnt in spring."}, "", {}, {}, "We go one press at a time", {}, {}};
    cause.topic = kStops;
    scenario.objections.push_back({objection, kStops, {cause}, false});
    scenario.people = {{"Dave Marsh", "plant manager", "Halden", {}}};
    return scenario;
}

// One talk: what the customer said, and lines for wishes in it.
class Desk {
public:
    explicit Desk(strategy::Style style = strategy::Style::plain) : scenario_(press_shop()) {
        scenario_.people[0].persona.style = style;
    }

    Desk& with(const char* section, const char* name, const char* text, const char* cell = "any") {
        source_.push_back({section, name, cell, text, {}});
        return *this;
    }
    Desk& customer(BuyerMove move, std::uint8_t argument, std::string text) {
        BuyerSaid said;
        said.intention.emplace().add(move, argument);
        said.spans = {{0, static_cast<std::uint32_t>(text.size())}};
        said.heard_moves = 1;
        conversation::Event event;
        event.turn = ++turn_;
        event.who = kFirstBuyer;
        event.text = std::move(text);
        event.body = std::move(said);
        conversation_.events.push_back(std::move(event));
        return *this;
    }

    std::vector<std::string> all(const Wish& wish) {
        const auto grammar = Grammar::make(source_);
        EXPECT_TRUE(grammar) << (grammar ? "" : to_text(grammar.error()[0]));
        const Recall heard = recall(conversation_, scenario_);
        const Speaker customer{scenario_, scenario_.people[0], {}, Seed{seed}};
        std::vector<std::string> texts;
        for (const Way& way : ways(wish, {customer, heard, turn_ + 1}, *grammar, memory_, 100))
            texts.push_back(way.text);
        return texts;
    }
    std::string say(const Wish& wish) {
        const auto grammar = Grammar::make(source_);
        const Recall heard = recall(conversation_, scenario_);
        const Speaker customer{scenario_, scenario_.people[0], {}, Seed{seed}};
        return line(wish, {customer, heard, turn_ + 1}, *grammar, memory_).value_or("nothing");
    }
    bool can_say(const Wish& wish, const std::string& text) {
        const auto texts = all(wish);
        return std::find(texts.begin(), texts.end(), text) != texts.end();
    }

    std::uint64_t seed = 1;

private:
    strategy::Scenario scenario_;
    GrammarSource source_ = small_source();
    conversation::Conversation conversation_;
    WordingMemory memory_;
    std::uint32_t turn_ = 0;
};

Wish wish(RepMove kind, TopicId topic = {}, ActSet acts = {}) {
    Wish made;
    made.kind = kind;
    made.topic = topic;
    made.means.acts = acts;
    return made;
}

TEST(RepLine, NamesTheTopicAsItsGrammarAllows) {
    Desk desk;
    desk.with("lines", "ask_problem", "When {thing} {goes|go} wrong, who pays for {them}?");
    EXPECT_TRUE(desk.can_say(wish(RepMove::ask_problem, kStops), "When unplanned stops go wrong, who pays for them?"));
    EXPECT_TRUE(
        desk.can_say(wish(RepMove::ask_problem, kStock), "When steel on the floor goes wrong, who pays for it?"));
    for (const std::string& text : desk.all(wish(RepMove::ask_problem, kSigns)))
        EXPECT_EQ(text.find("When"), std::string::npos) << text;
}

TEST(RepLine, TakesUpWhatThisCustomerSaid) {
    Desk desk;
    desk.with("lines", "recap", "So {said}.").with("lines", "recap", "You said \"{words}\" on {topic}.");
    EXPECT_FALSE(desk.can_say(wish(RepMove::recap, kStops), "So ."));
    desk.customer(BuyerMove::disclose, 0, "Well. We keep waiting for press four.");
    EXPECT_TRUE(desk.can_say(wish(RepMove::recap, kStops), "So you keep waiting for press four."));
    EXPECT_TRUE(
        desk.can_say(wish(RepMove::recap, kStops), "You said \"We keep waiting for press four\" on unplanned stops."));
}

TEST(RepLine, LeadsInByListeningWhereThereIsSomethingToTakeUp) {
    Desk desk;
    desk.with("leads", "recap", "So {said}.");
    Wish asks = wish(RepMove::ask_problem, kStops, {summary, problem_question, open_question});
    asks.listens = true;
    EXPECT_TRUE(desk.say(asks).starts_with("Variant"));
    desk.customer(BuyerMove::disclose, 0, "We keep waiting for press four.");
    bool led = false;
    for (const std::string& text : desk.all(asks))
        led = led || text.starts_with("So you keep waiting for press four. ");
    EXPECT_TRUE(led);
}

TEST(RepLine, NeverGivesAClosedFactAway) {
    Desk desk;
    desk.with("lines", "give_benefit", "On {topic}: {offer}");
    EXPECT_TRUE(desk.can_say(wish(RepMove::give_benefit, kStops), "On unplanned stops: We see it coming."));
    for (int n = 0; n < 20; ++n, ++desk.seed)
        for (const std::string& text : desk.all(wish(RepMove::give_benefit, kStops)))
            EXPECT_EQ(text.find("Press four"), std::string::npos) << text;
}

TEST(RepLine, KeepsTheCauseUntilItWasTold) {
    Desk desk;
    desk.with("lines", "answer_objection", "[cause] {answer}")
        .with("lines", "answer_objection", "[cause] Since {cause}.");
    Wish answer = wish(RepMove::answer_objection, kStops, {objection_answered});
    answer.objection = ObjectionId{0};
    desk.customer(BuyerMove::object, 0, "It's dear.");
    for (const std::string& text : desk.all(answer)) EXPECT_TRUE(text.starts_with("Variant")) << text;
    desk.customer(BuyerMove::object_cause, 0, "It costs us a press, that's why.");
    EXPECT_TRUE(desk.can_say(answer, "We go one press at a time."));
}

TEST(RepLine, BringsTheProofThatIsMeant) {
    Desk desk;
    desk.with("lines", "bring_proof", "[paper] See it. {proof}")
        .with("lines", "bring_proof", "[reference] Ask. {proof}");
    Wish proof = wish(RepMove::bring_proof, kStops, {social_proof});
    proof.means.proofs = 1;
    EXPECT_TRUE(desk.can_say(proof, "See it. Our log of eleven plants."));
    proof.means.proofs = 2;
    EXPECT_TRUE(desk.can_say(proof, "Ask. A visit to a plant."));
}

TEST(RepLine, SpeaksOfMoneyAsTheTermsHaveIt) {
    Desk desk;
    desk.with("lines", "name_price", "It is {price}.").with("lines", "offer_trade", "For {get}, {give} or {discount}.");
    desk.with("lines", "give_figures", "It saves an {effect} share.");
    EXPECT_TRUE(desk.can_say(wish(RepMove::name_price), "It is 905 euros per t."));
    EXPECT_TRUE(desk.can_say(wish(RepMove::offer_trade), "For a second line, a longer term or two per cent."));
    EXPECT_TRUE(desk.can_say(wish(RepMove::give_figures, kStops), "It saves a 40 to 70 per cent share."));
    EXPECT_FALSE(desk.can_say(wish(RepMove::give_figures, kStock), "It saves a 40 to 70 per cent share."));
}

TEST(RepLine, ChoosesTheRegisterOfThePerson) {
    for (const auto& [style, wanted] :
         {std::pair{strategy::Style::formal, "Good day, Dave Marsh."}, std::pair{strategy::Style::terse, "Hi, Dave."},
          std::pair{strategy::Style::verbose, "Hello there, Dave."}}) {
        Desk desk(style);
        desk.with("lines", "greet", "Good day, {name}.", "formal").with("lines", "greet", "Hi, {name}.", "terse");
        desk.with("lines", "greet", "Hello there, {name}.", "plain");
        const auto texts = desk.all(wish(RepMove::greet));
        EXPECT_EQ(texts.size(), 7u);
        EXPECT_TRUE(desk.can_say(wish(RepMove::greet), wanted)) << wanted;
    }
}

TEST(RepLine, NeverRepeatsItselfInAConversation) {
    Desk desk;
    std::set<std::string> said;
    for (int n = 0; n < 6; ++n) EXPECT_TRUE(said.insert(desk.say(wish(RepMove::ask_budget))).second);
    EXPECT_EQ(desk.say(wish(RepMove::ask_budget)), "nothing");
}

TEST(RepLine, IsTheSameForTheSameSeed) {
    Desk one, other;
    const std::string first = one.say(wish(RepMove::ask_timeline));
    EXPECT_EQ(first, other.say(wish(RepMove::ask_timeline)));
    std::set<std::string> seen;
    for (std::uint64_t seed = 1; seed < 30; ++seed) {
        Desk desk;
        desk.seed = seed;
        seen.insert(desk.say(wish(RepMove::ask_timeline)));
    }
    EXPECT_GE(seen.size(), 4u);
}

TEST(RepLine, TakesWhatACompetentRepDoesApart) {
    Desk desk;
    const std::string opening = desk.say(wish(RepMove::as_practised, {}, {greeting, agenda, closed_question}));
    EXPECT_NE(opening.find("of greet."), std::string::npos) << opening;
    EXPECT_NE(opening.find("of set_agenda."), std::string::npos) << opening;
    Wish parting = wish(RepMove::as_practised, {}, {empathy, sign_off});
    parting.means.disqualifies = true;
    const std::string end = desk.say(parting);
    EXPECT_LT(end.find("of sympathy."), end.find("of part.")) << end;
}

TEST(Misfit, CountsWhatWasMissedAndWhatWasHeardTooMuch) {
    const Wish asks = wish(RepMove::ask_problem, kStops, {problem_question, open_question});
    Observation right = asks.means;
    right.sure = right.acts;
    right.topics[right.topic_count++] = kStops;
    EXPECT_EQ(misfit(asks, right), 0);
    Observation unsure = right, other = right, elsewhere = right, rude = right;
    unsure.sure = {};
    other.acts = other.sure = {implication_question, open_question};
    elsewhere.topics[0] = kStock;
    rude.acts.insert(disrespect);
    EXPECT_GT(misfit(asks, unsure), 0);
    EXPECT_GT(misfit(asks, elsewhere), misfit(asks, unsure));
    EXPECT_GT(misfit(asks, rude), misfit(asks, elsewhere));
    EXPECT_GT(misfit(asks, other), misfit(asks, rude));
    EXPECT_EQ(purpose(wish(RepMove::ask_problem, kStops, {empathy, problem_question, open_question})),
              problem_question);
}

}  // namespace
}  // namespace praxis::wording::rep
