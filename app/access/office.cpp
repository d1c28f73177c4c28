#include "app/access/office.hpp"

#include <algorithm>

namespace praxis::app {

std::string new_secret(Office& office, const std::string& tenant, std::string_view before) {
    return std::string(before) + tenant + "." + office.chance.next_secret();
}

std::string tenant_in(std::string_view secret, std::string_view before) {
    if (!secret.starts_with(before) || secret.size() > 256) return {};
    const std::size_t dot = secret.find('.');
    if (dot == std::string_view::npos || dot + 1 == secret.size()) return {};
    return std::string(secret.substr(before.size(), dot - before.size()));
}

void write_down(Office& office, Registers& registers, const Deed& deed) {
    registers.audit.add({deed.tenant, office.chance.next_id(), office.clock.now_ms(), deed.actor, deed.verb,
                         deed.subject, deed.detail});
}

void require(const people::Principal& who, people::Verb verb, const people::Subject& what) {
    const people::Decision decision = people::may(who, verb, what);
    switch (decision.because) {
        case people::Because::allowed: return;
        case people::Because::other_tenant:
        case people::Because::not_yours:
            throw Refusal(Refused::missing, "There is no such thing, or it is not yours to see.");
        case people::Because::known: throw Refusal(Refused::forbidden, "That is not yours to do.");
        case people::Because::role: throw Refusal(Refused::forbidden, "None of your roles does that.");
        case people::Because::scope:
            throw Refusal(Refused::forbidden,
                          "This token lacks the scope " + std::string(people::scope_of(verb)) + ".");
        case people::Because::token:
            throw Refusal(Refused::forbidden, "That is done by a person who is logged in, never by a token.");
    }
}

people::Subject subject_of_person(Registers& registers, const people::Principal& who, const std::string& person) {
    people::Subject subject{who.tenant, person, false, registers.memberships.leads(who.tenant, who.person, person)};
    const auto found = registers.people.find(who.tenant, person);
    if (!found) return subject;
    const bool listed =
        found->state == PersonState::active && people::may(who, people::Verb::read_directory, people::of_tenant(who));
    subject.known = listed || people::may(who, people::Verb::read_people, subject);
    return subject;
}

people::Subject subject_of_attempt(Registers& registers, const people::Principal& who, const std::string& attempt) {
    return subject_of_shared(registers.shares, who, attempt, people::Verb::read_attempt);
}

people::Subject subject_of_shared(Shares& shares, const people::Principal& who, const std::string& what,
                                  people::Verb reading) {
    const auto owner = shares.owner_of(who.tenant, what);
    if (!owner) throw Refusal(Refused::missing, "There is no such thing, or it is not yours to see.");
    const auto with = shares.readers_of(who.tenant, what);
    people::Subject subject{who.tenant, *owner, std::find(with.begin(), with.end(), who.person) != with.end()};
    subject.known = static_cast<bool>(people::may(who, reading, subject));
    return subject;
}

}  // namespace praxis::app
