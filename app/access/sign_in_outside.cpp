#include "app/access/sign_in_outside.hpp"

#include <algorithm>

#include "app/people/contact.hpp"

namespace praxis::app {
namespace {

Refusal not_let_in() {
    return Refusal(Refused::unknown, "You could not be logged in this way. Start again, or ask your administrator.");
}

bool domain_allowed(const OutsideSettings& settings, const std::string& email) {
    if (settings.domains.empty()) return true;
    const std::string domain = email.substr(email.rfind('@') + 1);
    return std::find(settings.domains.begin(), settings.domains.end(), domain) != settings.domains.end();
}

std::optional<Person> with_email(Registers& registers, const std::string& tenant, const std::string& email) {
    for (Person& person : registers.people.with_email(email))
        if (person.tenant == tenant) return person;
    return std::nullopt;
}

class Reception {
public:
    Reception(Office& office, Registers& registers, const OutsideSettings& settings, const OutsideIdentity& identity)
        : office_(office),
          registers_(registers),
          settings_(settings),
          identity_(identity),
          outside_(identity.issuer + " " + identity.subject),
          email_(plain_email(identity.email)) {}

    // Who this is to us. Throws when nobody.
    Person receive() {
        const auto tenant = registers_.tenants.named(settings_.company);
        if (!tenant) throw not_let_in();
        if (const auto known = registers_.people.from_outside(tenant->id, outside_)) return *known;
        if (!identity_.email_verified || settings_.provisioning == Provisioning::none) throw not_let_in();
        Problems faults;
        add_faults_of_email(email_, {}, faults);
        if (!faults.empty()) throw not_let_in();
        if (const auto there = with_email(registers_, tenant->id, email_)) return linked(*there);
        if (settings_.provisioning != Provisioning::anybody || !domain_allowed(settings_, email_)) throw not_let_in();
        return provided(*tenant);
    }

private:
    // An account that somebody already uses with a password is not taken over by an address: its owner may not be
    // whom the provider means. Invited ones nobody uses yet.
    Person linked(Person person) {
        if (person.outside || person.state != PersonState::invited) throw not_let_in();
        person.outside = outside_;
        person.state = PersonState::active;
        person.changed_ms = office_.clock.now_ms();
        registers_.links.revoke(person.tenant, person.id, LinkPurpose::invitation);
        if (!registers_.people.change(person)) throw not_let_in();
        ++person.version;
        write_down(office_, registers_, {person.tenant, person.id, "person.joined", person.id, "outside"});
        return person;
    }

    Person provided(const Tenant& tenant) {
        Problems faults;
        add_faults_of_name(identity_.name, {}, faults);
        const std::int64_t now = office_.clock.now_ms();
        Person person{tenant.id,
                      office_.chance.next_id(),
                      email_,
                      faults.empty() ? identity_.name : email_,
                      settings_.default_roles,
                      PersonState::active,
                      outside_,
                      now,
                      now,
                      1};
        registers_.people.add(person);
        write_down(office_, registers_, {tenant.id, {}, "person.provided", person.id, people::to_text(person.roles)});
        return person;
    }

    Office& office_;
    Registers& registers_;
    const OutsideSettings& settings_;
    const OutsideIdentity& identity_;
    const std::string outside_, email_;
};

Departure taken(Office& office, const Arriving& given) {
    std::optional<Departure> departure;
    office.registry.write([&](Registers& registers) {
        departure = registers.departures.take(office.secrecy.fingerprint(given.state), office.clock.now_ms());
    });
    const bool same_browser = departure && !given.browser.empty() &&
                              departure->browser_fingerprint == office.secrecy.fingerprint(given.browser);
    if (!same_browser) throw not_let_in();
    return *departure;
}

}  // namespace

std::string own_path(const std::string& wanted) {
    const bool plain =
        std::all_of(wanted.begin(), wanted.end(), [](unsigned char c) { return c > 0x20 && c < 0x7f && c != '\\'; });
    if (wanted.empty() || wanted[0] != '/' || wanted.size() > 512 || !plain || wanted.starts_with("//")) return "/";
    return wanted;
}

Leaving leave_for_outside(Office& office, IdentityProvider& provider, const OutsideSettings&,
                          const std::string& return_to) {
    const OutsideQuestion question{office.chance.next_secret(), office.chance.next_secret(),
                                   office.chance.next_secret()};
    Leaving leaving;
    leaving.browser = office.chance.next_secret();
    leaving.address = provider.departure_address(question);
    office.registry.write([&](Registers& registers) {
        registers.departures.add({office.secrecy.fingerprint(question.state),
                                  office.secrecy.fingerprint(leaving.browser), question.nonce, question.verifier,
                                  own_path(return_to), office.clock.now_ms() + people::kDeparture_ms});
    });
    return leaving;
}

Arrived arrive_from_outside(Office& office, IdentityProvider& provider, const OutsideSettings& settings,
                            const Arriving& given) {
    const Departure departure = taken(office, given);
    const OutsideIdentity identity = provider.arrive({given.code, given.issuer, departure.verifier, departure.nonce});
    Arrived arrived;
    arrived.return_to = departure.return_to;
    office.registry.write([&](Registers& registers) {
        const Person person = Reception(office, registers, settings, identity).receive();
        if (person.state != PersonState::active) throw not_let_in();
        arrived.entered = enter(office, registers, person, given.previous);
        write_down(office, registers, {person.tenant, person.id, "log_in", person.id, "outside"});
    });
    return arrived;
}

}  // namespace praxis::app
