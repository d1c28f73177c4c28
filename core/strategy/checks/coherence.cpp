#include <algorithm>
#include <map>

#include "core/strategy/check.hpp"
#include "core/strategy/checks/findings.hpp"
#include "core/strategy/checks/formula.hpp"
#include "core/strategy/key_phrases.hpp"
#include "core/strategy/names.hpp"
#include "core/strategy/scenarios/defaults.hpp"

namespace praxis::strategy {
namespace {

constexpr int kTrustReachable = 90;  // more, and a hard customer never gets there
constexpr std::size_t kProofsTold = 16;

std::string joined(const Texts& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

ActSet all_questions() {
    return acts_of(ActGroup::any_question) | acts_of(ActGroup::spin_situation) | acts_of(ActGroup::spin_deep) |
           acts_of(ActGroup::qualify);
}

class Coherence {
public:
    explicit Coherence(const Strategy& strategy) : strategy_(strategy) {}

    Problems run() {
        check_topics();
        for (const ValueDriver& driver : strategy_.drivers) check(driver);
        for (const Offer& offer : strategy_.offers) check(offer);
        check_proofs_used();
        for (const Segment& segment : strategy_.segments) check(segment);
        for (const ScenarioOverride& scenario : strategy_.scenarios) check(scenario);
        return findings_.take();
    }

private:
    void check_topics() {
        if (strategy_.topics.size() > kTopicsMax)
            findings_.error(strategy_.topics[kTopicsMax].at,
                            "there are " + std::to_string(strategy_.topics.size()) + " topics",
                            "at most " + std::to_string(kTopicsMax) + " can be told apart");
        std::map<std::string, const Topic*> owners;
        for (const Topic& topic : strategy_.topics) {
            if (topic.words.empty())
                findings_.warn(topic.at, called("topic", topic.id) + " has no words: nobody can speak about it",
                               "add 'words' as people say them");
            for (const std::string& word : topic.words) {
                const auto [first, fresh] = owners.emplace(joined(stems_of(word)), &topic);
                if (!fresh && first->second != &topic)
                    findings_.warn(topic.at,
                                   "'" + word + "' means both " + called("topic", first->second->id) + " and " +
                                       called("topic", topic.id),
                                   "keep it in one of them");
            }
        }
    }

    void check(const ValueDriver& driver) {
        const std::string it = called("value driver", driver.id);
        const Result<Slugs, std::string> used = names_in(driver.formula);
        if (!used)
            return findings_.error(driver.at, "the formula of " + it + " cannot be worked out: " + used.error(), "");
        const auto is_input = [&](const Slug& name) {
            return name == "effect" || std::any_of(driver.inputs.begin(), driver.inputs.end(),
                                                   [&](const auto& input) { return input.id == name; });
        };
        for (const Slug& name : *used)
            if (!is_input(name))
                findings_.error(driver.at, "the formula of " + it + " uses '" + name + "', which is no input of it",
                                "add it to 'inputs' or correct it");
        for (const ValueDriver::Input& input : driver.inputs)
            if (!holds(*used, input.id))
                findings_.warn(driver.at, "the formula of " + it + " does not use its input '" + input.id + "'", "");
        if (driver.effect.low < 0 || driver.effect.high > 1)
            findings_.warn(driver.at, "the effect of " + it + " is no share", "write it between 0 and 1: [0.3, 0.6]");
    }

    void check(const Offer& offer) {
        if (offer.terms && (offer.terms->floor > offer.terms->target || offer.terms->target > offer.terms->list))
            findings_.warn(offer.at, "the terms of " + called("offer", offer.id) + " do not run floor, target, list",
                           "the floor is the lowest, the list price the highest");
        for (const ForbiddenClaim& claim : offer.forbidden) {
            const KeyPhrases words(claim.words);
            const auto look = [&](const std::string& text, const Place& at) {
                if (const auto found = words.first_in(text))
                    findings_.warn(
                        at, "our own text makes the forbidden claim '" + claim.words[*found] + "': \"" + text + "\"",
                        "reword it");
            };
            for (const ValueProposition& value : offer.values) look(value.text, value.at);
            for (const Capability& capability : offer.capabilities) look(capability.text, capability.at);
            for (const Proof& proof : offer.proofs) look(proof.text, proof.at);
            for (const std::string& text : offer.claims) look(text, offer.at);
        }
    }

    void check_proofs_used() {
        Slugs used;
        for (const ValueDriver& driver : strategy_.drivers)
            used.insert(used.end(), driver.proofs.begin(), driver.proofs.end());
        for (const Segment& segment : strategy_.segments)
            for (const Objection& objection : segment.objections)
                for (const Cause& cause : objection.causes)
                    used.insert(used.end(), cause.proofs.begin(), cause.proofs.end());
        for (const Offer& offer : strategy_.offers)
            for (const Proof& proof : offer.proofs) {
                if (!holds(used, proof.id))
                    findings_.note(proof.at,
                                   called("proof", proof.id) + " settles no objection and backs no value driver",
                                   "name it where it helps");
                if (proof.words.empty())
                    findings_.warn(proof.at, called("proof", proof.id) + " has no words: it is never recognised",
                                   "add 'words' as a rep says them");
            }
    }

    Slugs proofs_for(const Segment& segment) const {
        Slugs proofs;
        for (const Offer& offer : strategy_.offers)
            if (holds(segment.offers, offer.id))
                for (const Proof& proof : offer.proofs) proofs.push_back(proof.id);
        return proofs;
    }

    void check(const Segment& segment) {
        const std::string it = called("segment", segment.id);
        const std::vector<const Fact*> facts = facts_of(segment);
        limit(segment, facts.size(), kFactsMax, "facts");
        limit(segment, segment.objections.size(), kObjectionsMax, "objections");
        const Slugs proofs = proofs_for(segment);
        if (proofs.size() > kProofsTold)
            findings_.note(segment.at, it + " can be shown " + std::to_string(proofs.size()) + " proofs",
                           "in one conversation " + std::to_string(kProofsTold) +
                               " are told apart: those of its objections first");
        for (const Fact* fact : facts) check(*fact, segment);
        check_cycles(facts);
        for (const Objection& objection : segment.objections) check(objection, segment, proofs);
        check_repeats(segment, facts);
        if (segment.request && segment.request->floor > segment.request->list)
            findings_.error(segment.request->at, "the floor of the request lies above its list price", "swap them");
        if (segment.relationship && segment.relationship->from > segment.relationship->to)
            findings_.note(segment.relationship->at, "the relationship with " + it + " is meant to get looser",
                           "right for customers you step back from");
    }

    void limit(const Segment& segment, std::size_t size, std::size_t most, const std::string& what) {
        if (size > most)
            findings_.error(segment.at, called("segment", segment.id) + " has " + std::to_string(size) + " " + what,
                            "at most " + std::to_string(most) + " fit one conversation");
    }

    void check(const Fact& fact, const Segment& segment) {
        const std::string it = called("fact", fact.id);
        if (fact.topic.empty())
            findings_.warn(fact.at, "no question can reach " + it + ": it has no topic", "add 'topic'");
        if (!fact.asked_by.empty() && !fact.asked_by.any(all_questions()))
            findings_.warn(fact.at, "no question can reach " + it + ": 'asked_by' names no question",
                           "name question acts, or leave it out");
        const auto sits_here = [&](const Slug& role) { return holds(segment.roles, role); };
        if (!fact.known_to.empty() && std::none_of(fact.known_to.begin(), fact.known_to.end(), sits_here))
            findings_.warn(fact.at, "no question can reach " + it + ": none of the segment's roles knows it",
                           "correct 'known_to'");
        if (fact.trust.value_or(0) > kTrustReachable)
            findings_.warn(fact.at, it + " asks for a trust that nobody reaches", "90 is the most that makes sense");
        const KeyPhrases keys(fact.key);
        const auto guarded = [&](const std::string& text) { return keys.first_in(text).has_value(); };
        if (!fact.key.empty() && std::none_of(fact.full.begin(), fact.full.end(), guarded) &&
            std::none_of(fact.brief.begin(), fact.brief.end(), guarded))
            findings_.warn(fact.at, "no key of " + it + " occurs in its texts", "a key is a word or phrase of them");
        for (const std::string& key : fact.key) {
            if (is_common(key))
                findings_.warn(fact.at, "the key '" + key + "' of " + it + " is too common to watch over anything",
                               "choose words that only this fact uses");
        }
    }

    void check_cycles(const std::vector<const Fact*>& facts) {
        for (const Fact* fact : facts)
            if (reaches(*fact, fact->id, facts, facts.size()))
                findings_.error(fact->at, called("fact", fact->id) + " needs itself, by way of others",
                                "break the circle of 'needs'");
    }
    static bool reaches(const Fact& from, const Slug& wanted, const std::vector<const Fact*>& facts,
                        std::size_t steps) {
        for (const Fact* fact : facts)
            if (holds(from.needs, fact->id) &&
                (fact->id == wanted || (steps > 0 && reaches(*fact, wanted, facts, steps - 1))))
                return true;
        return false;
    }

    void check(const Objection& objection, const Segment& segment, const Slugs& proofs) {
        const std::string it = called("objection", objection.id);
        const auto sits_here = [&](const Slug& role) { return holds(segment.roles, role); };
        if (!objection.raised_by.empty() &&
            std::none_of(objection.raised_by.begin(), objection.raised_by.end(), sits_here))
            findings_.warn(objection.at, it + " is raised by nobody: none of these roles is in the segment",
                           "correct 'raised_by'");
        bool resolvable = false;
        for (const Cause& cause : objection.causes) {
            const std::string why = unresolvable(objection, cause, proofs);
            resolvable = resolvable || why.empty();
            if (!why.empty())
                findings_.warn(cause.at, called("cause", cause.id) + " of " + it + " can never be settled: " + why, "");
            if (objection.kind == ObjectionKind::condition &&
                (cause.resolve == Resolution::outweigh || cause.resolve == Resolution::prove))
                findings_.warn(cause.at, it + " is a condition: it cannot be argued away",
                               "resolve it by accept, trade, involve or de-risk");
        }
        if (!resolvable)
            findings_.warn(objection.at, it + " can never be resolved", "give it a cause that an answer settles");
    }
    static std::string unresolvable(const Objection& objection, const Cause& cause, const Slugs& proofs) {
        if (cause.topic.empty() && objection.topic.empty()) return "neither has a topic to answer on";
        const auto offered = [&](const Slug& proof) { return holds(proofs, proof); };
        if (!cause.proofs.empty() && std::none_of(cause.proofs.begin(), cause.proofs.end(), offered))
            return "none of its proofs belongs to an offer for this segment";
        if (cause.settled.empty()) return "it has no words for being settled";
        return "";
    }

    // No buyer says the same sentence twice; the texts of one segment may all meet in one conversation.
    void check_repeats(const Segment& segment, const std::vector<const Fact*>& facts) {
        constexpr std::size_t kShort = 3;
        std::map<std::string, std::string> said;
        const auto look = [&](const Texts& texts, const std::string& who, const Place& at) {
            for (const std::string& text : texts) {
                const Texts words = stems_of(text);
                if (words.size() <= kShort) continue;
                const auto [first, fresh] = said.emplace(joined(words), who);
                if (!fresh)
                    findings_.warn(at, who + " says the same as " + first->second + ": \"" + text + "\"",
                                   "use other words: no sentence is said twice in a conversation");
            }
        };
        for (const Fact* fact : facts) {
            look(fact->full, called("fact", fact->id), fact->at);
            look(fact->brief, called("fact", fact->id), fact->at);
        }
        for (const Objection& objection : segment.objections) {
            look(objection.says, called("objection", objection.id), objection.at);
            look(objection.again, called("objection", objection.id), objection.at);
            for (const Cause& cause : objection.causes) {
                look(cause.tell, called("cause", cause.id), cause.at);
                look(cause.settled, called("cause", cause.id), cause.at);
            }
        }
        for (const BuyerQuestion& question : segment.questions)
            look(question.says, called("question", question.id), question.at);
    }

    void check(const ScenarioOverride& scenario) {
        const Segment* segment = find_segment(strategy_, scenario.segment);
        if (segment == nullptr) return;
        for (const Person& person : segment->people)
            if (person.id == scenario.person && person.role != scenario.role)
                findings_.warn(
                    scenario.at,
                    "scenario '" + scenario.id + "' lets '" + person.id + "' play the role '" + scenario.role + "'",
                    "that person is " + called("role", person.role));
    }

    const Strategy& strategy_;
    Findings findings_;
};

}  // namespace

Problems check_coherence(const Strategy& strategy) {
    return Coherence(strategy).run();
}

}  // namespace praxis::strategy
