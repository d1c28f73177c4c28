#include "app/review_call.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/nearest.hpp"
#include "core/coaching/hindsight.hpp"
#include "core/strategy/compile.hpp"

namespace praxis::app {
namespace {

using strategy::ConversationKind;

Problems unknown(const std::string& what, const std::string& told, const std::vector<std::string>& known) {
    const std::string near = nearest(told, known);
    std::string all;
    for (const std::string& name : known) all += (all.empty() ? "" : ", ") + name;
    return {{Severity::error,
             {},
             "there is no " + what + " '" + told + "'",
             near.empty() ? "there are: " + all : "did you mean '" + near + "'?"}};
}

std::string customers_of(const Transcript& transcript, const std::string& rep) {
    std::string names;
    std::set<std::string> seen = {rep, ""};
    for (const TranscriptTurn& turn : transcript.turns)
        if (seen.insert(turn.speaker).second) names += (names.empty() ? "" : ", ") + turn.speaker;
    return names;
}

const strategy::Segment* segment_named(const strategy::Strategy& strategy, const std::string& id) {
    const auto found = std::find_if(strategy.segments.begin(), strategy.segments.end(),
                                    [&](const auto& segment) { return segment.id == id; });
    return found == strategy.segments.end() ? nullptr : &*found;
}

std::string because(const SegmentGuess& guess) {
    std::string words;
    for (const std::string& word : guess.because) words += (words.empty() ? "" : ", ") + ("“" + word + "”");
    if (words.empty()) return "nothing in the call points to a segment; the first one is taken";
    const std::string near = guess.runner_up.empty() ? "" : "; next: " + guess.runner_up;
    return (guess.certain ? "from " : "a weak guess from ") + words + near;
}

struct Chosen {
    std::string id, note;
};

// A role is known by its people's names, else by the pains that are talked about, else it is the segment's first.
Chosen choose_role(const strategy::Segment& segment, const std::string& customers, const CallReview& review) {
    for (const strategy::Person& person : segment.people)
        if (customers.find(person.name) != std::string::npos)
            return {person.role, person.name + " is known to the strategy"};
    std::map<std::string, int> talked;
    for (const conversation::Event& event : review.conversation.events) {
        const auto* said = std::get_if<conversation::BuyerSaid>(&event.body);
        if (!said) continue;
        for (const TopicSeen& seen : said->topics)
            for (const strategy::Pain& pain : segment.pains)
                if (seen.topic.value < review.scenario.topics.size() &&
                    pain.topic == review.scenario.topics[seen.topic.value].id)
                    for (const std::string& role : pain.felt_by) ++talked[role];
    }
    std::string best = segment.roles.empty() ? "" : segment.roles.front();
    for (const std::string& role : segment.roles)
        if (talked[role] > talked[best]) best = role;
    return {best, talked[best] > 0 ? "a guess from the pains that were talked about"
                                   : "not told apart: the segment's first role"};
}

// By the share of rep turns that do it. A renewal is an ordinary talk by its acts; only --kind can say it is one.
ConversationKind guess_kind(const conversation::Conversation& call) {
    int turns = 0, commercial = 0, objection = 0, pitch = 0, discovery = 0;
    bool introduces = false;
    for (const conversation::Event& event : call.events) {
        const auto* said = std::get_if<conversation::RepSaid>(&event.body);
        if (!said) continue;
        const ActSet acts = said->reading.observation.acts;
        ++turns;
        commercial += acts.any(acts_of(ActGroup::commercial));
        objection += acts.any(acts_of(ActGroup::objection));
        pitch += acts.any(acts_of(ActGroup::pitch));
        discovery += acts.any(acts_of(ActGroup::spin_situation) | acts_of(ActGroup::spin_deep));
        introduces |= turns <= 2 && acts.has(Act::greeting) && acts.has(Act::permission);
    }
    if (turns <= 14 && introduces) return ConversationKind::cold_call;
    if (commercial * 3 >= turns) return ConversationKind::negotiation;
    if (objection * 3 >= turns) return ConversationKind::objection_handling;
    return pitch > discovery ? ConversationKind::value_presentation : ConversationKind::discovery;
}

Result<const strategy::Segment*, Problems> choose_segment(CallReview& review, const Transcript& transcript,
                                                          const strategy::Strategy& strategy, const std::string& told) {
    std::vector<std::string> known;
    for (const strategy::Segment& segment : strategy.segments) known.push_back(segment.id);
    if (known.empty())
        return refuse(Problems{{Severity::error, {}, "the strategy names no segment", "add one under 'segments'"}});
    if (!told.empty()) {
        const strategy::Segment* segment = segment_named(strategy, told);
        if (!segment) return refuse(unknown("segment", told, known));
        review.segment_note = "you said so";
        return segment;
    }
    review.guess = guess_segment(transcript, strategy).front();
    review.segment_note = because(*review.guess);
    return segment_named(strategy, review.guess->segment);
}

Result<strategy::ScenarioKey, Problems> choose_scenario(CallReview& review, const strategy::Segment& segment,
                                                        const ReviewWishes& wishes) {
    strategy::ScenarioKey key{segment.id, wishes.role, ConversationKind::discovery, strategy::Difficulty::normal, {}};
    if (wishes.role.empty()) {
        const Chosen role = choose_role(segment, review.customers, review);
        key.role = role.id;
        review.role_note = role.note;
    } else if (std::find(segment.roles.begin(), segment.roles.end(), wishes.role) == segment.roles.end()) {
        return refuse(unknown("role in segment " + segment.id, wishes.role, segment.roles));
    } else {
        review.role_note = "you said so";
    }
    if (wishes.kind.empty()) {
        key.kind = guess_kind(review.conversation);
        review.kind_note = "a guess from what the rep does most";
        return key;
    }
    const auto kind = strategy::named<ConversationKind>(wishes.kind);
    std::vector<std::string> kinds;
    for (int i = 0; i < strategy::kConversationKindCount; ++i)
        kinds.emplace_back(strategy::name(static_cast<ConversationKind>(i)));
    if (!kind) return refuse(unknown("conversation kind", wishes.kind, kinds));
    key.kind = *kind;
    review.kind_note = "you said so";
    return key;
}

Result<strategy::Scenario, Problems> any_scenario(const strategy::Segment& segment,
                                                  const strategy::Strategy& strategy) {
    const std::string role = segment.roles.empty() ? "" : segment.roles.front();
    return strategy::compile(
        strategy,
        strategy::ScenarioKey{segment.id, role, ConversationKind::discovery, strategy::Difficulty::normal, {}});
}

bool same_topics(const strategy::Scenario& a, const strategy::Scenario& b) {
    return std::equal(a.topics.begin(), a.topics.end(), b.topics.begin(), b.topics.end(),
                      [](const auto& one, const auto& other) { return one.id == other.id; });
}

}  // namespace

Result<CallReview, Problems> review_call(const Transcript& transcript, const strategy::Strategy& strategy,
                                         const language::Reader& reader, const coaching::Phrases& phrases,
                                         const ReviewWishes& wishes) {
    CallReview review;
    auto rep = find_rep(transcript, strategy, reader, wishes.rep);
    if (!rep) return refuse(rep.error());
    review.rep = *std::move(rep);
    review.customers = customers_of(transcript, review.rep.name);
    const auto segment = choose_segment(review, transcript, strategy, wishes.segment);
    if (!segment) return refuse(segment.error());
    // Topics are numbered alike in all scenarios of a segment, so the call is read once, with the words of any of them.
    auto reading_of = [&](const strategy::Scenario& scenario) {
        return follow_call(transcript, review.rep.name, strategy, reader, language::Lexicon(scenario));
    };
    auto provisional = any_scenario(**segment, strategy);
    if (!provisional) return refuse(provisional.error());
    review.scenario = *std::move(provisional);
    review.conversation = reading_of(review.scenario);
    const auto key = choose_scenario(review, **segment, wishes);
    if (!key) return refuse(key.error());
    auto scenario = strategy::compile(strategy, *key);
    if (!scenario) return refuse(scenario.error());
    const bool same_words = same_topics(*scenario, review.scenario);
    review.scenario = *std::move(scenario);
    if (!same_words) review.conversation = reading_of(review.scenario);
    review.conversation.header.scenario_id = review.scenario.id;
    review.conversation.header.scenario_digest = review.scenario.digest;
    const auto judgement = wishes.look_ahead ? coaching::look_back(review.conversation, review.scenario) : std::nullopt;
    review.report = coaching::make_report(review.conversation, review.scenario, wishes.dose, phrases,
                                          judgement ? &*judgement : nullptr);
    if (wishes.look_ahead && !judgement)
        review.report.unknowable.push_back(coaching::say(phrases, "curve.not_followed"));
    return review;
}

}  // namespace praxis::app
