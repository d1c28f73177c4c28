#include <algorithm>
#include <array>
#include <cmath>

#include "core/strategy/scenarios/defaults.hpp"
#include "core/strategy/scenarios/ground.hpp"

namespace praxis::strategy {
namespace {

std::string joined(const Texts& parts, std::string_view between) {
    std::string all;
    for (const std::string& part : parts) {
        if (!all.empty()) all += between;
        all += part;
    }
    return all;
}

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

// 48000 as "48,000", 0.5 as "0.5".
std::string amount(double value) {
    const auto hundredths = static_cast<std::int64_t>(std::llround(value * 100));
    std::string whole = std::to_string(hundredths / 100);
    for (int at = static_cast<int>(whole.size()) - 3; at > 0; at -= 3) whole.insert(static_cast<std::size_t>(at), ",");
    const std::int64_t rest = hundredths % 100;
    if (rest == 0) return whole;
    const std::string decimals = std::to_string(rest + 100).substr(1);
    return whole + "." + (decimals.ends_with('0') ? decimals.substr(0, 1) : decimals);
}

std::string price(double value, const std::string& currency, const std::string& unit) {
    return amount(value) + (currency.empty() ? "" : " " + currency) + (unit.empty() ? "" : " per " + unit);
}

// Keeps out what would tell a hidden fact; the check of a strategy reports it to its author.
class Careful {
public:
    Careful(const Scenario& scenario, const Cast& cast) : ground_(cast.ground) {
        for (const FactId id : scenario.facts_known) known_.push_back(scenario.facts[id.value].fact.id);
    }
    std::string safe(const std::string& text) const { return is_safe(text) ? text : ""; }
    Texts only_safe(const Texts& texts) const {
        Texts safe;
        for (const std::string& text : texts) add(safe, text);
        return safe;
    }
    void add(Texts& to, std::string text) const {
        if (!text.empty() && is_safe(text)) to.push_back(std::move(text));
    }

private:
    bool is_safe(const std::string& text) const {
        const auto& keys = ground_.keys_in(text);
        return std::all_of(keys.begin(), keys.end(), [&](std::size_t key) {
            return std::find(known_.begin(), known_.end(), ground_.facts[ground_.owners[key]]->id) != known_.end();
        });
    }

    const Ground& ground_;
    Slugs known_;
};

Medium medium_of(const Cast& cast) {
    const Medium medium = cast.channel ? cast.channel->medium : Medium::phone;
    const bool cold = cast.key.kind == ConversationKind::cold_call;
    return cold && (medium == Medium::in_person || medium == Medium::video) ? Medium::phone : medium;
}

std::string title_of(const Scenario& scenario) {
    if (scenario.rules.quote_wins && scenario.kind == ConversationKind::discovery)
        return "Enquiry from the " + scenario.role_name + ": " + scenario.segment_name;
    static constexpr std::array<std::string_view, kConversationKindCount> kTitles = {
        "Cold call to", "Discovery with", "Value presentation to", "Objections of", "Negotiation with", "Renewal with"};
    return std::string(kTitles[static_cast<std::size_t>(scenario.kind)]) + " the " + scenario.role_name + ": " +
           scenario.segment_name;
}

// Where and how you meet.
std::string meeting_of(const Scenario& scenario, Medium medium) {
    const std::string who = "the " + scenario.role_name;
    static constexpr std::array<std::string_view, kConversationKindCount> kOccasions = {"",
                                                                                        "A first proper talk with",
                                                                                        "You present to",
                                                                                        "A second talk with",
                                                                                        "You negotiate with",
                                                                                        "The yearly review with"};
    if (scenario.kind == ConversationKind::cold_call && medium == Medium::partner)
        return "A dealer of ours has passed on the number of " + who + "; expect to be asked whose lead it is.";
    if (scenario.kind == ConversationKind::cold_call)
        return "You ring " + who + " out of the blue. They were in the middle of something.";
    const std::string occasion = std::string(kOccasions[static_cast<std::size_t>(scenario.kind)]) + " " + who;
    switch (medium) {
        case Medium::phone: return occasion + ", by telephone.";
        case Medium::video: return occasion + ", by video; a colleague of theirs sits in and says nothing.";
        case Medium::in_person: return occasion + ", at their place.";
        case Medium::partner: return occasion + ", brought about by a dealer: expect to be asked whose lead it is.";
        case Medium::chat: return occasion + ", in a chat: one request a message, under 120 words.";
    }
    return occasion + ".";
}

// A buyer who is collecting prices: who called whom matters less than that.
std::string enquiry_of(const Scenario& scenario, Medium medium) {
    const std::string who = "he " + scenario.role_name;
    if (scenario.kind == ConversationKind::cold_call)
        return "You ring t" + who + " out of the blue; as it happens they are collecting prices.";
    if (scenario.kind == ConversationKind::negotiation)
        return "T" + who + " has two other prices on the desk and wants yours.";
    return medium == Medium::phone ? "The telephone rings: t" + who + " wants a price." : "T" + who + " wants a price.";
}

// Who they are, in a line: the segment, and what one can see there or look up.
std::string company_of(const Cast& cast, Medium medium, const Careful& careful) {
    const Segment& segment = cast.ground.segment;
    std::string line = capital(careful.safe(segment.name));
    if (const std::string what = careful.safe(segment.what); !what.empty()) line += ": " + what;
    const Texts looked_up = careful.only_safe(segment.firmographic);
    const Texts seen = careful.only_safe(segment.seen);
    if (!looked_up.empty()) line += " (" + joined(looked_up, ", ") + ")";
    line += ".";
    if (medium == Medium::in_person && !seen.empty()) line += " On the way in you see " + joined(seen, ", ") + ".";
    return line;
}

// Why now, and what this person is measured by.
std::string reason_of(const Cast& cast, const Careful& careful) {
    const Texts triggers = careful.only_safe(cast.ground.segment.triggers);
    const Texts goals = careful.only_safe(cast.role.goals);
    std::string line;
    if (!triggers.empty()) line = "What may have opened the door: " + joined(triggers, ", or ") + ".";
    if (!goals.empty())
        line += (line.empty() ? "" : " ") + std::string("The ") + cast.role.name + " is measured by " +
                joined(goals, ", ") + ".";
    return line;
}

std::string quote_task(const Cast& cast) {
    return "They want a price, and others are being asked too. Get the specification right, name a price you can stand "
           "by within " +
           std::to_string(cast.ground.model.quote_within) + " turns, and ask for the order.";
}

std::string discovery_task(const Cast& cast) {
    const RelationshipShift& wish = shift_of(cast.ground.relationship);
    std::string task = "Find out what troubles them";
    if (wish.impact) task += wish.process || wish.payoff ? ", what it costs" : " and what it costs";
    if (wish.payoff) task += ", what solving it would be worth to them";
    if (wish.process) task += " and how they decide";
    return task + "; leave with a dated step in which they do something themselves.";
}

std::string task_of(const Cast& cast) {
    if (!cast.key.disqualifier.empty())
        return "Find out early whether this is a customer for us. If not, say so and part well; that is a good result.";
    if (quote_decides(cast.key.kind, cast.ground.model)) return quote_task(cast);
    switch (cast.key.kind) {
        case ConversationKind::cold_call:
            return "Earn two minutes, find one thing that troubles them, and agree on a dated step.";
        case ConversationKind::discovery: return discovery_task(cast);
        case ConversationKind::value_presentation:
            return "Tie what we do to what they told us, let them put the worth on it, and agree on a dated step.";
        case ConversationKind::objection_handling:
            return "Something holds them back. Find out what is behind it before you answer, settle it, and agree on a "
                   "step.";
        case ConversationKind::negotiation:
            return "Get the order without giving money away: if you give, get something for it.";
        case ConversationKind::renewal:
            return "Secure what we have and find what has changed; leave with the renewal or a dated step.";
    }
    return "";
}

std::string direction_of(const Segment& segment, const Careful& careful) {
    if (!segment.relationship) return "";
    const RelationshipObjective& wish = *segment.relationship;
    const std::string from(name(wish.from)), to(name(wish.to));
    std::string line =
        "Where we want to get with them: " + (wish.from == wish.to ? to + ", as now" : "from " + from + " to " + to);
    const std::string gives = careful.safe(wish.customer_gives), invest = careful.safe(wish.investment);
    if (!gives.empty()) line += "; they give " + gives;
    if (!invest.empty()) line += "; we put in " + invest;
    return line + ".";
}

void add_priority(Texts& known, const Segment& segment, const Careful& careful) {
    if (!segment.priority) return;
    const Priority& priority = *segment.priority;
    std::string line = "Tier " + std::to_string(priority.tier);
    if (!priority.effort.empty()) line += ", " + priority.effort;
    if (!priority.walk_away.empty()) line += "; we stop at: " + priority.walk_away;
    careful.add(known, line + ".");
}

Texts known_of(const Scenario& scenario, const Cast& cast, const Careful& careful) {
    const Segment& segment = cast.ground.segment;
    Texts known;
    for (const FactId id : scenario.facts_known) {
        const Fact& fact = scenario.facts[id.value].fact;
        if (!fact.full.empty()) careful.add(known, "They told us: \"" + fact.full.front() + "\"");
    }
    careful.add(known, direction_of(segment, careful));
    add_priority(known, segment, careful);
    if (const Texts said = careful.only_safe(segment.said); !said.empty())
        known.push_back("You recognise them by: \"" + joined(said, "\", \"") + "\".");
    if (const Texts rivals = careful.only_safe(scenario.rivals); !rivals.empty())
        known.push_back("What else they could do: " + joined(rivals, "; ") + ".");
    if (const Texts words = careful.only_safe(segment.vocabulary); !words.empty())
        known.push_back("Their words: " + joined(words, ", ") + ".");
    for (const Disqualifier& disqualifier : segment.disqualifiers)
        careful.add(known, "Not for us if: " + disqualifier.text);
    return known;
}

Texts offer_of(const Cast& cast, const Careful& careful) {
    Texts lines;
    for (const Offer* offer : cast.ground.offers) {
        careful.add(lines, offer->name + (offer->what.empty() ? "" : ": " + offer->what) + ".");
        for (const ValueProposition& value : offer->values) careful.add(lines, value.text);
        for (const Capability& capability : offer->capabilities) careful.add(lines, capability.text);
        for (const std::string& claim : offer->claims) careful.add(lines, "You may claim: " + claim);
        for (const Proof& proof : offer->proofs)
            careful.add(lines, "Proof (" + std::string(name(proof.kind)) + "): " + proof.text);
        for (const std::string& limit : offer->limits) careful.add(lines, "Its limit: " + limit);
        for (const ForbiddenClaim& claim : offer->forbidden)
            if (!claim.words.empty()) careful.add(lines, "Never claim: \"" + claim.words.front() + "\". " + claim.why);
    }
    return lines;
}

Texts terms_of(const Scenario& scenario, const Careful& careful) {
    Texts lines;
    if (scenario.request) {
        const Request& request = *scenario.request;
        careful.add(lines, "For an enquiry like theirs: list " + price(request.list, request.currency, request.unit) +
                               ", never below " + price(request.floor, request.currency, request.unit) +
                               (request.delivery_days > 0
                                    ? "; delivery in " + std::to_string(request.delivery_days) + " working days"
                                    : "") +
                               ".");
    }
    if (!scenario.terms) return lines;
    const Terms& terms = *scenario.terms;
    careful.add(lines, "List " + price(terms.list, terms.currency, terms.unit) + ", target " + amount(terms.target) +
                           ", never below " + amount(terms.floor) + "; you may give " +
                           amount(terms.discount_authority) + " % alone.");
    if (const Texts gives = careful.only_safe(terms.gives); !gives.empty())
        lines.push_back("We can give: " + joined(gives, "; ") + ".");
    if (const Texts gets = careful.only_safe(terms.gets); !gets.empty())
        lines.push_back("Worth asking for in return: " + joined(gets, "; ") + ".");
    return lines;
}

}  // namespace

void fill_brief(Scenario& scenario, const Cast& cast) {
    const Careful careful(scenario, cast);
    Brief& brief = scenario.brief;
    brief.medium = medium_of(cast);
    brief.minutes = defaults_of(cast.key.kind).minutes;
    brief.title = title_of(scenario);
    const bool enquiry = scenario.rules.quote_wins && cast.key.disqualifier.empty();
    Texts lines = {enquiry ? enquiry_of(scenario, brief.medium) : meeting_of(scenario, brief.medium),
                   company_of(cast, brief.medium, careful)};
    if (std::string reason = reason_of(cast, careful); !reason.empty()) lines.push_back(std::move(reason));
    brief.situation = joined(lines, "\n");
    brief.task = task_of(cast);
    if (cast.change) {
        const auto replace = [&](std::string& with, const std::string& text) {
            if (!careful.safe(text).empty()) with = text;
        };
        replace(brief.title, cast.change->title);
        replace(brief.situation, cast.change->situation);
        replace(brief.task, cast.change->task);
    }
    brief.known = known_of(scenario, cast, careful);
    brief.offer = offer_of(cast, careful);
    brief.terms = terms_of(scenario, careful);
}

Scenario blinded(Scenario scenario) {
    scenario.blind = true;
    Brief& brief = scenario.brief;
    brief.title = "Who is this? The " + scenario.role_name;
    brief.situation = meeting_of(scenario, brief.medium) + "\nYou do not know yet what kind of company this is.";
    brief.task = "Find out first which of our segments this is, then act as our strategy has it for them.";
    brief.known.clear();
    return scenario;
}

}  // namespace praxis::strategy
