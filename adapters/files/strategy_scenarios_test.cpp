// What becomes of whole strategies: compiled, compared, checked. On the test strategy and on every example that ships.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <fstream>
#include <sstream>

#include "adapters/files/strategy_file.hpp"
#include "core/strategy/check.hpp"
#include "core/strategy/compile.hpp"
#include "core/strategy/key_phrases.hpp"
#include "core/strategy/version.hpp"

namespace praxis::strategy {
namespace {

const std::filesystem::path kSource = PRAXIS_SOURCE;
const std::filesystem::path kData = PRAXIS_DATA;

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

std::string all_of(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_text(problem) + "\n";
    return text;
}

const std::string& vantix_text() {
    static const std::string kText = text_of(kSource / "tests/strategies/vantix.yaml");
    return kText;
}

Strategy read(const std::string& text) {
    auto strategy = files::read_strategy(text, "vantix.yaml", files::load_standard_behaviours(kData).value());
    if (!strategy) {
        ADD_FAILURE() << all_of(strategy.error());
        return {};
    }
    return std::move(*strategy);
}

Strategy vantix() {
    return read(vantix_text());
}

std::string changed(const std::string& from, const std::string& to) {
    std::string text = vantix_text();
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::vector<Strategy> shipped() {
    std::vector<Strategy> strategies = {vantix()};
    for (const auto& entry : std::filesystem::directory_iterator(kData / "strategies")) {
        if (!std::filesystem::exists(entry.path() / "strategy.yaml")) continue;
        auto strategy = files::load_strategy(entry.path() / "strategy.yaml", kData);
        EXPECT_TRUE(strategy) << (strategy ? "" : all_of(strategy.error()));
        if (strategy) strategies.push_back(std::move(*strategy));
    }
    return strategies;
}

const ScenarioFact* find(const Scenario& scenario, std::string_view id) {
    for (const ScenarioFact& fact : scenario.facts)
        if (fact.fact.id == id) return &fact;
    return nullptr;
}

Scenario compiled(const Strategy& strategy, std::string_view id) {
    auto scenario = compile(strategy, id);
    if (!scenario) {
        ADD_FAILURE() << all_of(scenario.error());
        return {};
    }
    return std::move(*scenario);
}

TEST(Compile, ResolvesEverythingAScenarioNeeds) {
    const Scenario s = compiled(vantix(), "enterprise-plant/plant-manager/discovery/normal");
    ASSERT_EQ(s.people.size(), 1u) << "the override names the person";
    EXPECT_EQ(s.people[0].name, "Dave Kerrigan");
    EXPECT_EQ(s.people[0].persona.logic, Logic::trial);
    EXPECT_EQ(s.brief.title, "The drawer");
    EXPECT_EQ(s.brief.medium, Medium::in_person);
    ASSERT_EQ(s.objections.size(), 3u);
    EXPECT_TRUE(s.objections[0].pinned);
    const ScenarioFact& impact = *find(s, "stops.implication-1");
    EXPECT_EQ(s.topics[impact.topic.value].id, "downtime");
    ASSERT_EQ(impact.needs.size(), 1u) << "an implication is told after its problem";
    EXPECT_EQ(s.facts[impact.needs[0].value].fact.id, "stops.problem");
    EXPECT_TRUE(impact.fact.asked_by.has(Act::implication_question)) << "the layer's usual questions are filled in";
    EXPECT_EQ(find(s, "site-closes"), nullptr) << "an ordinary customer is not disqualified";
    const ScenarioCause& alarms = s.objections[0].causes.at(1);
    ASSERT_EQ(std::popcount(alarms.proofs), 2);
    EXPECT_EQ(s.proofs[static_cast<std::size_t>(std::countr_zero(alarms.proofs))].proof.topic, "adoption");
}

TEST(Compile, KnowsWhoKnowsWhat) {
    const Scenario finance = compiled(vantix(), "enterprise-plant/finance/discovery/normal");
    EXPECT_FALSE(find(finance, "home")->known_to_role);
    EXPECT_EQ(find(finance, "home")->ask_role, "plant manager");
    EXPECT_TRUE(find(finance, "budget")->known_to_role);
    for (const ScenarioObjection& objection : finance.objections) EXPECT_NE(objection.objection.id, "gadget");
}

TEST(Compile, KindsDifferInStartGoalAndWhatIsKnown) {
    const Strategy s = vantix();
    const Scenario cold = compiled(s, "enterprise-plant/plant-manager/cold-call/normal");
    EXPECT_EQ(cold.brief.medium, Medium::phone);
    EXPECT_EQ(cold.channel, "inside");
    EXPECT_TRUE(cold.facts_known.empty());
    EXPECT_LT(cold.start.patience, 60);
    const Scenario deal = compiled(s, "enterprise-plant/plant-manager/negotiation/normal");
    EXPECT_EQ(deal.start.stage, Stage::negotiation);
    EXPECT_TRUE(deal.goals.levels.front().margin_kept);
    EXPECT_EQ(deal.goals.levels.front().level, GoalLevel::won);
    ASSERT_GE(deal.facts_known.size(), 3u);
    EXPECT_NE(std::find_if(deal.brief.known.begin(), deal.brief.known.end(),
                           [](const std::string& line) { return line.find("eleven grand") != std::string::npos; }),
              deal.brief.known.end())
        << "what was told before stands in the brief";
    const Scenario talk = compiled(s, "enterprise-plant/finance/objection-handling/normal");
    EXPECT_TRUE(std::any_of(talk.objections.begin(), talk.objections.end(), [](const auto& o) { return o.pinned; }));
}

TEST(Compile, DifficultyMovesStartGatesAndLosses) {
    const Strategy s = vantix();
    const Scenario easy = compiled(s, "enterprise-plant/finance/discovery/easy");
    const Scenario hard = compiled(s, "enterprise-plant/finance/discovery/hard");
    EXPECT_GT(easy.start.trust, hard.start.trust);
    EXPECT_LT(easy.gates.step_trust, hard.gates.step_trust);
    EXPECT_LT(easy.rules.loss_percent, hard.rules.loss_percent);
    EXPECT_LT(find(easy, "budget")->trust, find(hard, "budget")->trust);
}

TEST(Compile, RelationshipObjectiveChangesGoalsGatesAndCriteria) {
    const char* id = "enterprise-plant/finance/discovery/normal";
    const Scenario partner = compiled(vantix(), id);
    const Scenario deal = compiled(read(changed("to: partnership", "to: transaction")), id);
    EXPECT_NE(partner.goals.text, deal.goals.text);
    EXPECT_TRUE(partner.goals.levels[0].needs.has(DerivedEvent::payoff_disclosed));
    EXPECT_FALSE(deal.goals.levels[0].needs.has(DerivedEvent::impact_disclosed));
    EXPECT_GT(partner.gates.order_trust, deal.gates.order_trust);
    EXPECT_GT(partner.criteria.size(), deal.criteria.size());
}

TEST(Compile, AQuotingModelWantsTheOrderOnTheQuote) {
    const char* id = "enterprise-plant/finance/discovery/normal";
    const Scenario plain = compiled(vantix(), id);
    const Scenario quote = compiled(read(changed("quote_wins: false", "quote_wins: true, quote_within: 4")), id);
    EXPECT_TRUE(quote.rules.quote_wins);
    EXPECT_TRUE(quote.goals.levels[0].needs.has(DerivedEvent::order_accepted));
    EXPECT_FALSE(quote.gates.order_needs_process);
    EXPECT_LT(quote.gates.order_trust, plain.gates.order_trust);
    const auto has = [](const Scenario& s, const char* behaviour) {
        return std::any_of(s.criteria.begin(), s.criteria.end(), [&](const auto& b) { return b.id == behaviour; });
    };
    EXPECT_TRUE(has(quote, "quotes-fast"));
    EXPECT_FALSE(has(quote, "open-questions"));
    EXPECT_TRUE(has(plain, "quantify-before-price"));
    EXPECT_FALSE(has(plain, "rapport-opening")) << "the strategy does not want it";
}

TEST(Compile, ADisqualifierHasScenariosOfItsOwn) {
    const Strategy s = vantix();
    const Scenario closing = compiled(s, "enterprise-plant/finance/discovery/normal/closing");
    EXPECT_TRUE(closing.goals.disqualify_right);
    ASSERT_EQ(closing.goals.disqualifying.size(), 1u);
    EXPECT_EQ(closing.facts[closing.goals.disqualifying[0].value].fact.id, "site-closes");
    EXPECT_FALSE(compile(s, "enterprise-plant/plant-manager/discovery/normal/closing")) << "he does not know of it";
}

TEST(Compile, BlindScenariosDoNotTellTheSegment) {
    const Scenario blind = blinded(compiled(vantix(), "enterprise-plant/finance/discovery/normal"));
    for (const std::string& text : {blind.brief.title, blind.brief.situation, blind.brief.task}) {
        EXPECT_EQ(text.find("press"), std::string::npos) << text;
        EXPECT_FALSE(text.empty());
    }
    EXPECT_TRUE(blind.brief.known.empty());
}

TEST(Compile, RefusesWhatDoesNotExistAndNamesTheNearest) {
    const auto wrong = compile(vantix(), "enterprise-plant/finance/discovry/normal");
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error()[0].mend.find("enterprise-plant/finance/discovery/normal"), std::string::npos);
    EXPECT_FALSE(compile(vantix(), ScenarioKey{"nowhere", "finance"}));
    EXPECT_FALSE(compile(vantix(), ScenarioKey{"enterprise-plant", "pope"}));
    EXPECT_FALSE(compile(Strategy{}, ""));
}

TEST(Compile, AllScenariosOfEveryStrategy) {
    for (const Strategy& strategy : shipped()) {
        std::vector<std::string> ids;
        for (const Scenario& scenario : compile_all(strategy)) {
            ids.push_back(scenario.id);
            EXPECT_FALSE(scenario.people.empty()) << scenario.id;
            EXPECT_FALSE(scenario.criteria.empty()) << scenario.id;
            EXPECT_FALSE(scenario.goals.levels.empty()) << scenario.id;
            EXPECT_FALSE(scenario.facts.empty()) << scenario.id;
            EXPECT_EQ(std::count(scenario.brief.situation.begin(), scenario.brief.situation.end(), '\n') <= 2, true);
            const auto again = compile(strategy, scenario.id);
            ASSERT_TRUE(again) << scenario.id;
            EXPECT_EQ(again->digest, scenario.digest);
        }
        std::sort(ids.begin(), ids.end());
        EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
        EXPECT_GE(ids.size(), scenario_keys(strategy).size());
    }
}

// No key of a fact the rep has yet to find stands anywhere in the brief.
TEST(Compile, NoBriefTellsAHiddenFact) {
    std::size_t texts = 0;
    for (const Strategy& strategy : shipped())
        for (const Scenario& scenario : compile_all(strategy)) {
            Texts keys;
            for (std::size_t i = 0; i < scenario.facts.size(); ++i) {
                const FactId id{static_cast<std::uint8_t>(i)};
                const auto& known = scenario.facts_known;
                if (std::find(known.begin(), known.end(), id) == known.end())
                    keys.insert(keys.end(), scenario.facts[i].fact.key.begin(), scenario.facts[i].fact.key.end());
            }
            const KeyPhrases hidden(keys);
            Texts shown = {scenario.brief.title, scenario.brief.situation, scenario.brief.task};
            for (const Texts* lines : {&scenario.brief.known, &scenario.brief.offer, &scenario.brief.terms})
                shown.insert(shown.end(), lines->begin(), lines->end());
            for (const std::string& text : shown) {
                const auto found = hidden.first_in(text);
                EXPECT_FALSE(found) << scenario.id << ": " << text << " tells " << keys[found.value_or(0)];
                ++texts;
            }
        }
    EXPECT_GT(texts, 500u);
}

TEST(Version, IgnoresCommentsSpacesAndTheOrderOfKeys) {
    const std::string version = vantix().version;
    EXPECT_EQ(read("# a remark\n" + vantix_text() + "\n\n").version, version);
    EXPECT_EQ(read(changed("strategy: vantix\nname: Vantix predictive maintenance 2026\n",
                           "name: \"Vantix predictive maintenance 2026\"\nstrategy: vantix\n"))
                  .version,
              version);
    EXPECT_EQ(read(changed("{id: downtime, name: unplanned stops,", "{name: unplanned stops,   id: downtime,")).version,
              version);
    EXPECT_NE(read(changed("unplanned stops,", "stops nobody planned,")).version, version);
    EXPECT_NE(read(changed("tier: 1", "tier: 2")).version, version);
}

TEST(Diff, NamesWhatChangedAndWhatItMakesStale) {
    const Strategy before = vantix();
    const Diff nothing = diff(before, read("# only a remark\n" + vantix_text()));
    EXPECT_TRUE(nothing.added.empty() && nothing.removed.empty() && nothing.changed.empty() &&
                nothing.stale_scenarios.empty() && nothing.stale_indicators.empty());

    const Diff indicator =
        diff(before, read(changed("at_least: 1}\n      - {id: no-price", "at_least: 2}\n      - {id: no-price")));
    EXPECT_EQ(indicator.changed, std::vector<std::string>{"behaviour/asks-about-nights"});
    EXPECT_EQ(indicator.stale_indicators, std::vector<std::string>{"asks-about-nights/asks"});
    ASSERT_FALSE(indicator.stale_scenarios.empty());
    for (const std::string& id : indicator.stale_scenarios)
        EXPECT_EQ(id.rfind("enterprise-plant/plant-manager/discovery/", 0), 0u) << id;

    const Diff person = diff(before, read(changed("name: Ingrid Moss", "name: Ingrid Mosse")));
    EXPECT_EQ(person.changed, std::vector<std::string>{"segment/enterprise-plant"});
    for (const std::string& id : person.stale_scenarios) EXPECT_NE(id.find("/finance/"), std::string::npos) << id;

    const Diff renamed =
        diff(before, read(changed("id: asks-about-nights", "id: asks-what-nights-cost\n    was: asks-about-nights")));
    EXPECT_TRUE(renamed.added.empty() && renamed.removed.empty());
    EXPECT_EQ(renamed.changed,
              std::vector<std::string>{"behaviour/asks-what-nights-cost (was behaviour/asks-about-nights)"});

    const Diff added = diff(before, read(changed("partners:\n", "partners:\n  - {id: desk, name: deal desk}\n")));
    EXPECT_EQ(added.added, std::vector<std::string>{"partner/desk"});
}

TEST(Check, TheTestStrategyIsCompleteAndCoherent) {
    EXPECT_EQ(all_of(check(vantix())), "");
}

struct Flaw {
    std::string from, to, says;
};
std::ostream& operator<<(std::ostream& out, const Flaw& flaw) {
    return out << flaw.says;
}
class Flawed : public testing::TestWithParam<Flaw> {};

TEST_P(Flawed, IsFound) {
    const std::string found = all_of(check(read(changed(GetParam().from, GetParam().to))));
    EXPECT_NE(found.find(GetParam().says), std::string::npos) << found;
}

INSTANTIATE_TEST_SUITE_P(
    Gaps, Flawed,
    testing::Values(
        Flaw{"    selling_model: consultative\n", "", "error: segment 'enterprise-plant' has no selling model"},
        Flaw{"    offers: [watch]\n", "", "offer 'watch' is offered to no segment"},
        Flaw{"kind: trial, topic: downtime", "kind: data, topic: downtime",
             "fits how the role 'plant-manager' thinks (trial)"},
        Flaw{"serves: [enterprise-plant]\n    when: {segments: [enterprise-plant], kinds: [discovery, value-pres",
             "when: {segments: [enterprise-plant], kinds: [discovery, value-pres",
             "note: behaviour 'keeps-it-off-the-network' serves no segment or priority"},
        Flaw{"quote_wins: false", "quote_wins: true", "buys by quote but has no request"}));

INSTANTIATE_TEST_SUITE_P(
    Contradictions, Flawed,
    testing::Values(
        Flaw{"proofs: [pilot, press-shop]", "proofs: [pilot]", "note: proof 'press-shop' settles no objection"},
        Flaw{"formula: stops * hours * cost * effect * 12", "formula: stops * hours * price * effect * 12",
             "error: the formula of value driver 'stop-hours' uses 'price', which is no input of it"},
        Flaw{"formula: stops * hours * cost * effect * 12", "formula: stops * (hours * cost * effect",
             "a bracket is not closed"},
        Flaw{"effect: [0.3, 0.6]", "effect: [30, 60]", "the effect of value driver 'stop-hours' is no share"},
        Flaw{"list: 48000, floor: 38000", "list: 38000, floor: 48000", "do not run floor, target, list"},
        Flaw{"words: [site, closure,", "words: [site, fitters, closure,",
             "'fitters' means both topic 'crew' and topic 'site'"},
        Flaw{"        layer: process\n", "        layer: process\n        needs: [steps]\n",
             "error: fact 'steps' needs itself"},
        Flaw{"        layer: process\n", "        layer: process\n        asked_by: [greeting]\n",
             "no question can reach fact 'steps'"},
        Flaw{"        layer: process\n", "        layer: process\n        trust: 95\n", "a trust that nobody reaches"},
        Flaw{"key: [ransom]", "key: [people]", "'people' of fact 'it-view' is too common"},
        Flaw{"key: [ransom]", "key: [hostage]", "no key of fact 'it-view' occurs in its texts"},
        Flaw{"            resolve: accept\n", "            resolve: outweigh\n",
             "is a condition: it cannot be argued away"},
        Flaw{"text: \"Fewer surprises, so", "text: \"No more downtime, so",
             "our own text makes the forbidden claim 'no more downtime'"},
        Flaw{"\"I come back to the money. It's more than I'd expected.\"",
             "\"That's a lot of money for a few sensors.\"", "says the same as"}));

INSTANTIATE_TEST_SUITE_P(
    Leaks, Flawed,
    testing::Values(Flaw{"Nobody had time to look at them,", "At eleven grand an hour nobody had time to look at them,",
                         "cause 'nobody-looked' gives away fact 'stops.implication-1' by 'eleven grand'"},
                    Flaw{"Who else round here uses it?", "Who else uses SAP PM round here?",
                         "question 'who-else' gives away fact 'work-orders'"},
                    Flaw{"cues: {said: [\"we live", "cues: {said: [\"it is by the calendar here\", \"we live",
                         "the brief of segment"},
                    Flaw{"It was one more thing to open", "It was a ransom thing to open", "gives away fact 'it-view'"},
                    Flaw{"tip: Ask what a stop does to the crew", "tip: Ask about the remote package",
                         "behaviour 'asks-about-nights' gives away"},
                    Flaw{"We go by the calendar.", "We missed four trucks.",
                         "fact 'stops.situation' gives away fact 'penalties.problem'"}));

TEST(Check, AnImplicationMayRepeatItsProblem) {
    const std::string text =
        changed("With scrap and the idle line it's eleven grand", "Two or three a month, and it's eleven grand");
    EXPECT_EQ(all_of(check_leaks(read(text))), "");
}

TEST(Check, FindsAnObjectionThatCanNeverBeResolved) {
    Strategy s = vantix();
    for (Cause& cause : s.segments[0].objections[1].causes) cause.settled.clear();
    EXPECT_NE(all_of(check(s)).find("objection 'too-dear' can never be resolved"), std::string::npos);
}

TEST(Check, FindsAPriorityThatNoBehaviourCovers) {
    Strategy s = vantix();
    std::erase_if(s.behaviours, [](const Behaviour& b) { return !b.standard || !b.when.segments.empty(); });
    EXPECT_NE(all_of(check(s)).find("no behaviour covers the first priority"), std::string::npos);
}

TEST(Check, TellsOfTheLimitsOfAScenario) {
    Strategy s = vantix();
    const Fact fact = s.segments[0].facts[0];
    for (int i = 0; i < 60; ++i) {
        s.segments[0].facts.push_back(fact);
        s.segments[0].facts.back().id = "copy-" + std::to_string(i);
    }
    EXPECT_NE(all_of(check(s)).find("at most 64 fit one conversation"), std::string::npos);
    EXPECT_FALSE(compile(s, "enterprise-plant/finance/discovery/normal"));
    EXPECT_TRUE(compile_all(s).empty());
}

}  // namespace
}  // namespace praxis::strategy
