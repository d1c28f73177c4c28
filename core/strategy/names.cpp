#include "core/strategy/names.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/nearest.hpp"

namespace praxis::strategy {
namespace {

template <class Parts>
Slugs ids_of(const Parts& parts) {
    Slugs ids;
    for (const auto& part : parts) ids.push_back(part.id);
    return ids;
}

Slugs fact_ids(const Segment& segment) {
    Slugs ids;
    for (const Fact* fact : facts_of(segment)) ids.push_back(fact->id);
    return ids;
}

std::string mend(std::string_view wanted, const Slugs& known) {
    const std::string near = nearest(wanted, known);
    if (!near.empty()) return "did you mean '" + near + "'?";
    if (known.empty()) return "none is written down yet";
    std::string list = "known: ";
    for (std::size_t i = 0; i < known.size() && i < 12; ++i) list += (i == 0 ? "" : ", ") + known[i];
    return known.size() > 12 ? list + ", …" : list;
}

// Walks a strategy and holds each reference against the ids it may meet.
class Walk {
public:
    explicit Walk(const Strategy& strategy)
        : strategy_(strategy),
          topics_(ids_of(strategy.topics)),
          roles_(ids_of(strategy.roles)),
          drivers_(ids_of(strategy.drivers)),
          models_(ids_of(strategy.models)),
          channels_(ids_of(strategy.channels)),
          offers_(ids_of(strategy.offers)),
          segments_(ids_of(strategy.segments)),
          behaviours_(ids_of(strategy.behaviours)) {
        for (const Offer& offer : strategy.offers)
            for (const Proof& proof : offer.proofs) proofs_.push_back(proof.id);
    }

    std::vector<NameProblem> run() {
        once("topic", strategy_.topics);
        once("offer", strategy_.offers);
        once("value driver", strategy_.drivers);
        once("role", strategy_.roles);
        once("selling model", strategy_.models);
        once("channel", strategy_.channels);
        once("partner", strategy_.partners);
        once("segment", strategy_.segments);
        once("behaviour", strategy_.behaviours);
        once("scenario", strategy_.scenarios);
        for (const Role& role : strategy_.roles)
            meet("role", roles_, role.influences, "role '" + role.id + "'", role.at);
        for (const Offer& offer : strategy_.offers) walk(offer);
        for (const ValueDriver& driver : strategy_.drivers) walk(driver);
        for (const Segment& segment : strategy_.segments) walk(segment);
        for (const Behaviour& behaviour : strategy_.behaviours) walk(behaviour);
        for (const ScenarioOverride& scenario : strategy_.scenarios) walk(scenario);
        return std::move(found_);
    }

private:
    void add(const Slug& slug, const Place& at, std::string what, std::string how) {
        found_.push_back({slug, {Severity::error, at, std::move(what), std::move(how)}});
    }
    template <class Parts>
    void once(const std::string& kind, const Parts& parts) {
        std::map<Slug, int> lines;
        for (const auto& part : parts) once(kind, part.id, part.at, lines);
    }
    void once(const std::string& kind, const Slug& id, const Place& at, std::map<Slug, int>& lines) {
        if (id.empty()) return;
        const auto [first, fresh] = lines.emplace(id, at.line);
        if (!fresh)
            add({}, at, "there is already a " + kind + " '" + id + "'",
                first->second > 0 ? "the first stands in line " + std::to_string(first->second) : "rename one");
    }
    void meet(const std::string& kind, const Slugs& known, const Slug& slug, const std::string& owner,
              const Place& at) {
        if (slug.empty() || std::find(known.begin(), known.end(), slug) != known.end()) return;
        add(slug, at, owner + " names the " + kind + " '" + slug + "', which does not exist", mend(slug, known));
    }
    void meet(const std::string& kind, const Slugs& known, const Slugs& slugs, const std::string& owner,
              const Place& at) {
        for (const Slug& slug : slugs) meet(kind, known, slug, owner, at);
    }

    void walk(const Offer& offer) {
        once("capability", offer.capabilities);
        for (const ValueProposition& value : offer.values) {
            meet("topic", topics_, value.topic, "value '" + value.id + "'", value.at);
            meet("value driver", drivers_, value.driver, "value '" + value.id + "'", value.at);
        }
        for (const Capability& capability : offer.capabilities)
            meet("topic", topics_, capability.topic, "capability '" + capability.id + "'", capability.at);
        for (const Proof& proof : offer.proofs) {
            once("proof", proof.id, proof.at, proof_lines_);
            meet("topic", topics_, proof.topic, "proof '" + proof.id + "'", proof.at);
        }
    }
    void walk(const ValueDriver& driver) {
        const std::string owner = "value driver '" + driver.id + "'";
        meet("topic", topics_, driver.topic, owner, driver.at);
        meet("role", roles_, driver.confirmed_by, owner, driver.at);
        meet("proof", proofs_, driver.proofs, owner, driver.at);
    }
    void walk(const Fact& fact, const Slugs& facts) {
        const std::string owner = "fact '" + fact.id + "'";
        meet("topic", topics_, fact.topic, owner, fact.at);
        meet("fact", facts, fact.needs, owner, fact.at);
        meet("role", roles_, fact.known_to, owner, fact.at);
    }
    void walk(const Objection& objection) {
        const std::string owner = "objection '" + objection.id + "'";
        meet("topic", topics_, objection.topic, owner, objection.at);
        meet("role", roles_, objection.raised_by, owner, objection.at);
        once("cause", objection.causes);
        for (const Cause& cause : objection.causes) {
            meet("topic", topics_, cause.topic, "cause '" + cause.id + "'", cause.at);
            meet("proof", proofs_, cause.proofs, "cause '" + cause.id + "'", cause.at);
        }
    }
    void walk(const Segment& segment) {
        const std::string owner = "segment '" + segment.id + "'";
        const Slugs facts = fact_ids(segment);
        std::map<Slug, int> lines;
        for (const Fact* fact : facts_of(segment)) {
            once("fact", fact->id, fact->at, lines);
            walk(*fact, facts);
        }
        once("pain", segment.pains);
        once("objection", segment.objections);
        once("question", segment.questions);
        once("person", segment.people);
        once("alternative", segment.alternatives);
        once("disqualifier", segment.disqualifiers);
        meet("selling model", models_, segment.selling_model, owner, segment.at);
        meet("channel", channels_, segment.channels, owner, segment.at);
        meet("offer", offers_, segment.offers, owner, segment.at);
        meet("role", roles_, segment.roles, owner, segment.at);
        for (const Pain& pain : segment.pains) {
            meet("topic", topics_, pain.topic, "pain '" + pain.id + "'", pain.at);
            meet("role", roles_, pain.felt_by, "pain '" + pain.id + "'", pain.at);
            meet("value driver", drivers_, pain.driver, "pain '" + pain.id + "'", pain.at);
        }
        for (const Objection& objection : segment.objections) walk(objection);
        for (const BuyerQuestion& question : segment.questions)
            meet("topic", topics_, question.topic, "question '" + question.id + "'", question.at);
        for (const Person& person : segment.people)
            meet("role", segment.roles, person.role, "person '" + person.id + "'", person.at);
        for (const Disqualifier& disqualifier : segment.disqualifiers)
            meet("fact", facts, disqualifier.fact, "disqualifier '" + disqualifier.id + "'", disqualifier.at);
    }
    void walk(const EventPattern& pattern, const std::string& owner, const Place& at) {
        for (const std::string& topic : pattern.about)
            if (!topic.starts_with('@')) meet("topic", topics_, topic, owner, at);
        meet("role", roles_, pattern.role, owner, at);
    }
    void walk(const Behaviour& behaviour) {
        const std::string owner = "behaviour '" + behaviour.id + "'";
        meet("segment", segments_, behaviour.when.segments, owner, behaviour.at);
        meet("role", roles_, behaviour.when.roles, owner, behaviour.at);
        if (!behaviour.standard) meet("selling model", models_, behaviour.when.models, owner, behaviour.at);
        meet("channel", channels_, behaviour.when.channels, owner, behaviour.at);
        Slugs goals = segments_;
        for (const Segment& segment : strategy_.segments)
            if (segment.priority) goals.push_back("tier-" + std::to_string(segment.priority->tier));
        meet("segment or priority", goals, behaviour.serves, owner, behaviour.at);
        once("indicator", behaviour.indicators);
        for (const Indicator& indicator : behaviour.indicators) {
            const std::string inner = "indicator '" + indicator.id + "'";
            walk(indicator.of, inner, indicator.at);
            for (const auto* window : {&indicator.per, &indicator.before, &indicator.after})
                if (*window) walk(**window, inner, indicator.at);
        }
    }
    void walk(const ScenarioOverride& scenario) {
        const std::string owner = "scenario '" + scenario.id + "'";
        meet("segment", segments_, scenario.segment, owner, scenario.at);
        meet("behaviour", behaviours_, scenario.behaviours, owner, scenario.at);
        const Segment* segment = find_segment(strategy_, scenario.segment);
        if (segment == nullptr) return;
        meet("role of this segment", segment->roles, scenario.role, owner, scenario.at);
        meet("person", ids_of(segment->people), scenario.person, owner, scenario.at);
        meet("objection", ids_of(segment->objections), scenario.objections, owner, scenario.at);
        meet("fact", fact_ids(*segment), scenario.facts_known, owner, scenario.at);
    }

    const Strategy& strategy_;
    Slugs topics_, roles_, drivers_, models_, channels_, offers_, segments_, behaviours_, proofs_;
    std::map<Slug, int> proof_lines_;
    std::vector<NameProblem> found_;
};

template <class Parts>
auto find_in(const Parts& parts, std::string_view id) -> const typename Parts::value_type* {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.id == id; });
    return found == parts.end() ? nullptr : &*found;
}

}  // namespace

std::vector<NameProblem> check_names(const Strategy& strategy) {
    return Walk(strategy).run();
}

std::vector<const Fact*> facts_of(const Segment& segment) {
    std::vector<const Fact*> facts;
    for (const Pain& pain : segment.pains) {
        if (pain.situation) facts.push_back(&*pain.situation);
        if (pain.problem) facts.push_back(&*pain.problem);
        for (const Fact& implication : pain.implications) facts.push_back(&implication);
        if (pain.payoff) facts.push_back(&*pain.payoff);
    }
    for (const Fact& fact : segment.facts) facts.push_back(&fact);
    return facts;
}

const Segment* find_segment(const Strategy& strategy, std::string_view id) {
    return find_in(strategy.segments, id);
}
const Role* find_role(const Strategy& strategy, std::string_view id) {
    return find_in(strategy.roles, id);
}
const SellingModel* find_model(const Strategy& strategy, std::string_view id) {
    return find_in(strategy.models, id);
}

}  // namespace praxis::strategy
