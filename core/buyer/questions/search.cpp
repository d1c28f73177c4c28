#include "core/buyer/questions/search.hpp"

#include <algorithm>
#include <bit>

namespace praxis::buyer {
namespace {

using enum Act;
using strategy::Disclosure;
using strategy::FactLayer;

constexpr FactSet bit(int i) {
    return FactSet{1} << i;
}

// Who decides, by when, with what money: the act alone says what is meant, whatever else is named beside it.
bool named_by_act(FactLayer layer) {
    switch (layer) {
        case FactLayer::criteria:
        case FactLayer::money:
        case FactLayer::authority:
        case FactLayer::process:
        case FactLayer::timeline:
        case FactLayer::competition:
        case FactLayer::stakeholders:
        case FactLayer::request: return true;
        default: return false;
    }
}

bool about_thread(const Turn& turn, const SceneFact& fact) {
    const int n = std::min<int>(turn.heard.topic_count, Observation::kTopicsSeen);
    return std::any_of(turn.heard.topics.begin(), turn.heard.topics.begin() + n,
                       [&](TopicId topic) { return fact.thread.has(topic); });
}

// How strongly the question's words point at the fact: 3 most … 0 not.
int pointed(const Turn& turn, int fact) {
    for (int i = 0; i < Observation::kHintsSeen; ++i)
        if (turn.heard.points_at[i].value == fact) return Observation::kHintsSeen - i;
    return 0;
}

bool on_last_thread(const Turn& turn, const SceneFact& fact) {
    const TopicId last = turn.before.last_topic;
    if (!last.none() && (fact.topic == last || fact.thread.has(last))) return true;
    if (turn.before.last_fact.none()) return false;
    const TopicId told = turn.scene.facts[turn.before.last_fact.value].topic;
    return fact.topic == told || fact.thread.has(told);
}

// 0 = not about it; else how exactly the question points at the fact: at its topic, at its words, at what it follows
// from, at what was last spoken of.
int aim(const Turn& turn, int i, bool names) {
    const SceneFact& fact = turn.scene.facts[i];
    const int words = pointed(turn, i);
    if (turn.about(fact.topic)) return (fact.topic == turn.main_topic() ? 8 : 7) + (words > 0 ? 1 : 0);
    if (about_thread(turn, fact)) return 6 + (words > 0 ? 2 : 0);
    if (words > 0) return 3 + words;
    if (turn.heard.refers_back && fact.topic == turn.before.last_topic) return 5;
    if (turn.heard.refers_back && on_last_thread(turn, fact)) return 4;
    if (named_by_act(fact.layer) && (turn.acts | turn.heard.possible).any(fact.asked_by)) return 2;
    if (names) return 0;
    if (on_last_thread(turn, fact)) return 3;
    // Nothing was spoken of yet: what is known from before is what is meant.
    const bool broad = fact.layer == FactLayer::situation || fact.layer == FactLayer::problem;
    const bool known_trouble = fact.needs != 0 && (fact.needs & ~turn.before.disclosed) == 0;
    if (known_trouble && turn.before.last_fact.none()) return 3;
    return broad && turn.before.last_topic.none() ? 1 : 0;
}

// How well the question's function fits the fact. A function that is not sure may have been misread: then a question
// about the very topic, or in the fact's own words, still gets what anybody would tell of it.
enum class Fit { none, loose, likely, fitting };

// "What about the others you talk to?" asks for it, whatever the function.
bool spoken_of_openly(FactLayer layer) {
    return layer == FactLayer::competition || layer == FactLayer::stakeholders || layer == FactLayer::timeline ||
           layer == FactLayer::process;
}

Fit fit_of(const Turn& turn, int i, int aimed) {
    const SceneFact& fact = turn.scene.facts[i];
    const bool fitting = turn.acts.any(fact.asked_by);
    // The act alone must be sure to reach a matter that nothing else names.
    if (fitting && aimed <= 2 && !turn.heard.sure.any(fact.asked_by)) return Fit::loose;
    if (fitting) return Fit::fitting;
    const bool surely_other = turn.heard.sure.any(question_functions());
    const bool unknown = !turn.acts.any(question_functions());
    const bool near = aimed > 2 || (unknown && turn.open_question());
    if (!surely_other && near && turn.heard.possible.any(fact.asked_by)) return Fit::likely;
    if (unknown && turn.open_question() && spoken_of_openly(fact.layer) && turn.about(fact.topic)) return Fit::likely;
    // A question without a recognised function opens only what anybody would tell.
    const bool plain = (turn.scene.kinds.plain & bit(i)) != 0;
    if (!plain) return unknown && pointed(turn, i) == Observation::kHintsSeen ? Fit::loose : Fit::none;
    // "Why did nobody tell us?" is not answered by how things are.
    const bool reason = turn.heard.asked == Asked::why && !turn.heard.refers_back;
    if (unknown && turn.open_question() && !reason) return Fit::fitting;
    const bool named = turn.about(fact.topic) || pointed(turn, i) > 0;
    return !surely_other && (named || (unknown && aimed > 2)) ? Fit::loose : Fit::none;
}

// The deepest fitting fact wins. A loose fit stands below all that fits, and there the plainest wins.
int score_of(const SceneFact& fact, int aimed, Fit fit, int words) {
    const int deep = strategy::depth(fact.layer) * 10;
    const int fitted = fit == Fit::fitting ? deep : fit == Fit::likely ? deep - 8 : -deep - 10;
    return fitted + aimed + 2 * words + (fact.needs != 0 ? 1 : 0);
}

int gate_of(const Turn& turn, const SceneFact& fact) {
    if (fact.trust == 0) return 0;
    const int shift = turn.person.disclosure == Disclosure::open      ? -4
                      : turn.person.disclosure == Disclosure::guarded ? 4
                                                                      : 0;
    return std::clamp(fact.trust + shift, 0, 100);
}

// Asked at large, people speak of what is nearest: how things are, what goes wrong.
void offer_broad(const Turn& turn, int i, Search& found) {
    const SceneFact& fact = turn.scene.facts[i];
    const bool broad = fact.layer == FactLayer::situation || fact.layer == FactLayer::problem;
    const bool fresh = (turn.before.disclosed & bit(i)) == 0 && fact.known_to_role;
    const bool at_large = turn.heard.asked == Asked::what || turn.heard.asked == Asked::nothing;
    if (!broad || !fresh || !at_large || (fact.needs & ~turn.before.disclosed) != 0 || !trusted(turn, fact)) return;
    const bool asked_for = turn.acts.any(fact.asked_by) || !turn.acts.any(question_functions());
    if (asked_for) found.broad.offer(i, strategy::depth(fact.layer) + (on_last_thread(turn, fact) ? 2 : 0), false, 1);
}

// Others do not fit any question of this turn.
FactSet askable(const Turn& turn) {
    FactSet some = turn.scene.kinds.plain;
    for (std::uint64_t left = (turn.acts | turn.heard.possible).bits(); left != 0; left &= left - 1)
        if (const auto act = static_cast<std::size_t>(std::countr_zero(left)); act < kActCount)
            some |= turn.scene.facts_asked_by[act];
    for (const FactId fact : turn.heard.points_at)
        if (fact.value < turn.scene.fact_count) some |= bit(fact.value);
    const int n = std::min<int>(turn.heard.topic_count, Observation::kTopicsSeen);
    for (int i = 0; i < n; ++i)
        if (const TopicId topic = turn.heard.topics[i]; topic.value < kTopicsMax)
            some |= turn.scene.facts_of_topic[topic.value];
    return some;
}

}  // namespace

bool trusted(const Turn& turn, const SceneFact& fact) {
    return turn.after.feels.trust >= gate_of(turn, fact) && !turn.soured;
}

bool names_something(const Turn& turn) {
    const int n = std::min<int>(turn.heard.topic_count, Observation::kTopicsSeen);
    return std::any_of(turn.heard.topics.begin(), turn.heard.topics.begin() + n, [&](TopicId topic) {
        return topic.value < kTopicsMax && turn.scene.facts_of_topic[topic.value] != 0;
    });
}

bool follows_on(const Turn& turn) {
    if (turn.before.last_fact.none()) return false;
    if (turn.heard.refers_back || turn.heard.overlap >= kEchoPercent) return true;
    const SceneFact& last = turn.scene.facts[turn.before.last_fact.value];
    return turn.heard.topic_count == 0 || turn.about(last.topic) || about_thread(turn, last);
}

Search search(const Turn& turn) {
    Search found;
    // "How does it come in?" about something unknown is still a question about how things are.
    const bool at_large = turn.open_question() && turn.has(situation_question);
    const bool other_matter = turn.heard.topic_count > 0 && turn.acts.any(question_functions()) && !at_large;
    const bool names = names_something(turn) || other_matter;
    for (FactSet left = askable(turn); left != 0; left &= left - 1) {
        const int i = std::countr_zero(left);
        const SceneFact& fact = turn.scene.facts[i];
        if (!names) offer_broad(turn, i, found);
        const int aimed = aim(turn, i, names);
        const Fit fit = aimed == 0 ? Fit::none : fit_of(turn, i, aimed);
        if (fit == Fit::none) continue;
        // Words in common decide between facts of one topic; against a topic that was named they count little.
        const bool beside = names && !turn.about(fact.topic) && !about_thread(turn, fact);
        const int words = pointed(turn, i);
        // "If that were so, what would it be worth?" is about the wish, whatever else is heard in it.
        const bool wish = turn.has(need_payoff_question) && fact.layer == FactLayer::implication;
        const int surely = (turn.heard.sure.any(fact.asked_by) ? 3 : 0) - (wish ? 10 : 0);
        const int score = score_of(fact, aimed, fit, beside ? 0 : words) + surely;
        const bool by_name = turn.about(fact.topic) || words > 0 || aimed <= 5;
        const bool exact = fit == Fit::fitting && by_name && turn.acts.any(fact.asked_by);
        if ((turn.before.disclosed & bit(i)) != 0) {
            found.told.offer(i, aimed * 10 + words, exact, aimed);
        } else if (!fact.known_to_role) {
            found.elsewhere.offer(i, score, exact, aimed);
        } else if ((fact.needs & ~turn.before.disclosed) != 0) {
            found.early.offer(i, score, exact, aimed);
        } else if (!trusted(turn, fact)) {
            if (fit == Fit::fitting) found.locked.offer(i, score, exact, aimed);
        } else {
            found.tell.offer(i, score, exact, aimed);
        }
    }
    return found;
}

}  // namespace praxis::buyer
