// The figures by which a customer is judged to hold up (docs/realism.md): a genuine question gets an answer, what is
// told was asked for, nothing is repeated, a good talk wins and a bad one loses, and nothing steers the mind. Texts are
// those that no rule was written for sentence by sentence: the labelled turns of nineteen authors and the worked
// conversations.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "tests/conversations/script.hpp"
#include "tests/properties/utterances.hpp"
#include "tests/realism/talks.hpp"
#include "tools/lint_wording/faults.hpp"

namespace praxis::realism {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t kConversations = 40;
constexpr std::uint64_t kSeeds = 10;
#else
constexpr std::uint64_t kConversations = 700;
constexpr std::uint64_t kSeeds = 50;
#endif
constexpr std::uint32_t kTurns = 30;
constexpr std::uint32_t kLineSlot = 21;

const House& house() {
    static const House kHouse;
    return kHouse;
}

// Moves that answer what was asked, be it by keeping it back; not: asking back, a mere nod, other business.
bool answers(BuyerMove move) {
    using enum BuyerMove;
    switch (move) {
        case permit:
        case agree:
        case confirm:
        case correct:
        case small_talk:
        case interested:
        case shrug:
        case disclose:
        case disclose_short:
        case told_already:
        case guard:
        case not_my_field:
        case nothing_there:
        case yes:
        case no:
        case vague:
        case object:
        case object_again:
        case object_cause:
        case half_answer:
        case resolved:
        case not_yet:
        case promise_vaguely:
        case accept_step:
        case accept_order:
        case accept_trade:
        case part_friendly: return true;
        default: return false;
    }
}

bool holds(const conversation::BuyerSaid& said, bool (*wanted)(BuyerMove)) {
    const auto& moves = said.intention->moves;
    return std::any_of(moves.begin(), moves.begin() + said.intention->count,
                       [wanted](PlannedMove move) { return wanted(move.move); });
}

bool dodges(BuyerMove move) {
    return move == BuyerMove::vague;
}

// A question that wants to know something, as its author labelled it.
bool genuine(const files::RepTurn& turn) {
    return turn.acts().any(acts_of(ActGroup::any_question)) &&
           !turn.acts().any(acts_of(ActGroup::hostile) | acts_of(ActGroup::conduct));
}

struct Answered {
    int questions = 0, answered = 0, in_form_only = 0;
    void count(const conversation::BuyerSaid& said) {
        if (said.intention->ends) return;
        ++questions;
        answered += holds(said, answers);
        in_form_only += holds(said, dodges);
    }
    double percent() const { return 100.0 * answered / std::max(questions, 1); }
    void print(const char* what) const {
        std::printf("%s: %d genuine questions, %.1f %% answered, %.1f %% without a fact\n", what, questions, percent(),
                    100.0 * in_form_only / std::max(questions, 1));
    }
};

const files::RepTurn& drawn(Seed seed, std::uint32_t turn) {
    const auto& lines = house().labelled();
    return lines[pick(chance(seed, kRep.value, turn, kLineSlot), static_cast<std::uint32_t>(lines.size()))];
}

TEST(Realism, AGenuineQuestionIsAnswered) {
    Answered strangers;
    int told = 0, asked_for = 0;
    for (std::uint64_t i = 1; i <= kConversations; ++i) {
        const auto& scene = house().scenes()[i % house().scenes().size()];
        const auto rehearsal = play(scene, {i}, kTurns, [&](std::uint32_t turn) { return drawn({i}, turn).text; });
        for (const Exchange& exchange : exchanges_of(rehearsal)) {
            const files::RepTurn& labelled = drawn({i}, exchange.rep->turn);
            if (genuine(labelled)) strangers.count(exchange.answer());
            told += static_cast<int>(exchange.answer().disclosed.size());
            if (labelled.acts().any(acts_of(ActGroup::any_question)))
                asked_for += static_cast<int>(exchange.answer().disclosed.size());
        }
    }
    strangers.print("labelled turns of other trades");
    std::printf("%d facts told, %.1f %% to a turn that was labelled a question\n", told, 100.0 * asked_for / told);
    EXPECT_GE(strangers.percent(), 95);
    EXPECT_GE(100 * asked_for, 80 * told);
}

TEST(Realism, AQuestionOfTheirOwnTradeGetsMoreThanAForm) {
    Answered own;
    for (std::size_t i = 0; i < std::min<std::size_t>(kConversations, house().scenes().size()); ++i) {
        const auto& written = house().written_for(i);
        const auto first = pick(chance({i}, kRep.value, 0, kLineSlot), static_cast<std::uint32_t>(written.size()));
        const auto rehearsal = play(house().scenes()[i], {i + 1}, kTurns,
                                    [&](std::uint32_t turn) { return written[(first + turn) % written.size()]; });
        for (const Exchange& exchange : exchanges_of(rehearsal))
            if (exchange.rep->text.ends_with('?')) own.count(exchange.answer());
    }
    own.print("worked conversations' lines, in any order");
    EXPECT_GE(own.percent(), 95);
    EXPECT_LE(own.in_form_only, own.questions * 30 / 100);
}

TEST(Realism, RepliesDoNotRepeatEarlierOnes) {
    int replies = 0, alike = 0, repeated = 0;
    for (std::uint64_t i = 1; i <= kConversations; ++i) {
        const std::size_t at = i % house().scenes().size();
        const auto& written = house().written_for(at);
        const auto rehearsal = play(house().scenes()[at], {i}, kTurns, [&](std::uint32_t turn) {
            return turn % 2 == 0 ? drawn({i}, turn).text : written[(i * 7 + turn) % written.size()];
        });
        std::vector<std::string> before;
        std::set<std::string> said;
        for (const Exchange& exchange : exchanges_of(rehearsal)) {
            const std::string& text = exchange.buyer->text;
            ++replies;
            alike += std::ranges::any_of(
                before, [&](const std::string& earlier) { return lint_wording::overlap(text, earlier) > 0.6; });
            repeated += std::ranges::count(text, ' ') > 3 && !said.insert(text).second;
            before.push_back(text);
        }
    }
    std::printf("%d replies: %d repeated, %.2f %% resemble an earlier one\n", replies, repeated,
                100.0 * alike / replies);
    EXPECT_EQ(repeated, 0);
    EXPECT_LE(100 * alike, 5 * replies);
}

// ---- a good script reaches its goal, a bad one loses, whoever it is today

conversations::Script script(const std::string& file) {
    return conversations::read_script(std::string(PRAXIS_SOURCE) + "/tests/conversations/worked_example/" + file)
        .value();
}

struct Played {
    int won = 0, lost = 0;
    double trust = 0;
};

Played play_all(const conversations::Script& lines) {
    const auto scene = house().scene_of("vantix", "enterprise-plant/plant-manager/discovery/normal");
    Played played;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        const auto rehearsal = play(scene, {seed}, static_cast<std::uint32_t>(lines.turns.size()),
                                    [&](std::uint32_t turn) { return lines.turns[turn - 1].rep; });
        const auto level = buyer::outcome(rehearsal.state, *rehearsal.play.scene).level;
        played.won += level == strategy::GoalLevel::won || level == strategy::GoalLevel::advanced;
        played.lost += level == strategy::GoalLevel::lost;
        played.trust += rehearsal.state.feels.trust;
    }
    played.trust /= static_cast<double>(kSeeds);
    return played;
}

TEST(Realism, AGoodTalkReachesItsGoalAndABadOneLoses) {
    const Played good = play_all(script("discovering_wins.conversation"));
    const Played bad = play_all(script("pitching_loses.conversation"));
    std::printf("good: %d of %d reach the goal, trust %.0f; bad: %d lost, trust %.0f\n", good.won,
                static_cast<int>(kSeeds), good.trust, bad.lost, bad.trust);
    EXPECT_GE(good.won * 50, 48 * static_cast<int>(kSeeds));
    EXPECT_EQ(bad.lost, static_cast<int>(kSeeds));
    EXPECT_GE(good.trust - bad.trust, 30);
}

// ---- nothing steers the mind

TEST(Realism, SteeringImprovesNothing) {
    const auto rises = [](const buyer::Feelings& before, const buyer::Feelings& after) {
        return after.trust > before.trust || after.interest > before.interest || after.patience > before.patience ||
               after.value > before.value || after.clarity > before.clarity || after.urgency > before.urgency;
    };
    int tried = 0;
    for (std::uint64_t i = 1; i <= kConversations; ++i) {
        const std::size_t at = i % house().scenes().size();
        const auto& written = house().written_for(at);
        const auto before = play(house().scenes()[at], {i}, static_cast<std::uint32_t>(i % 9),
                                 [&](std::uint32_t turn) { return written[(i + turn) % written.size()]; });
        if (before.over) continue;
        for (const std::string& line : properties::steering_lines()) {
            const auto after = go_on(before, line);
            if (!exchanges_of(after).back().said().reading.observation.acts.has(Act::steering)) continue;
            ++tried;
            EXPECT_FALSE(rises(before.state.feels, after.state.feels)) << before.scenario().id << ": " << line;
        }
    }
    std::printf("%d attempts at steering\n", tried);
    EXPECT_GT(tried, static_cast<int>(kConversations));
}

}  // namespace
}  // namespace praxis::realism
