#include "app/access/sign_in_outside.hpp"

#include <algorithm>
#include <array>

#include "app/access/identify.hpp"
#include "app/people/contact.hpp"

namespace praxis::app {
namespace {

struct FaultRow {
    std::string_view name, sentence;
};
constexpr std::array<FaultRow, kOutsideFaultCount> kFaults = {{
    {"used_up", "This way in was used already, or more than ten minutes ago. Start again."},
    {"other_browser", "This log-in was begun in another browser. Start again in this one, with cookies allowed."},
    {"refused_there", "The identity provider did not let you in."},
    {"not_invited", "You are not invited here yet. Ask an admin of your company for an invitation."},
    {"wrong_domain", "Addresses of this domain are not let in. Take the account of your company."},
    {"email_missing", "The identity provider told no mail address of yours."},
    {"email_unverified", "The identity provider has not verified your mail address."},
    {"has_password", "This address has an account with a password. Log in with it, then connect the two."},
    {"suspended", "Your account is suspended. Ask an admin of your company."},
    {"no_company", "The company that this way leads to is not set up yet."},
    {"provider_down", "The identity provider does not answer. Try again in a minute."},
    {"provider_wrong", "The identity provider's answer cannot be believed. An administrator finds why in the log."},
    {"clocks_differ", "The clocks of the identity provider and of this server differ too much."},
}};

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
          outside_(outside_id(identity.issuer, identity.subject)),
          email_(plain_email(identity.email)) {}

    // Who this is to us; `here`: who is logged in in that browser. Throws when nobody.
    Person receive(const std::optional<people::Principal>& here) {
        const auto tenant = company_of(registers_, settings_);
        if (!tenant) throw OutsideRefusal(OutsideFault::no_company);
        if (const auto known = registers_.people.from_outside(tenant->id, outside_)) return *known;
        if (settings_.provisioning == Provisioning::known) throw OutsideRefusal(OutsideFault::not_invited);
        Problems faults;
        add_faults_of_email(email_, {}, faults);
        if (!faults.empty()) throw OutsideRefusal(OutsideFault::email_missing);
        if (!identity_.email_verified) throw OutsideRefusal(OutsideFault::email_unverified);
        if (!domain_allowed(settings_, email_)) throw OutsideRefusal(OutsideFault::wrong_domain);
        if (auto there = with_email(registers_, tenant->id, email_)) return linked(*std::move(there), here);
        if (settings_.provisioning != Provisioning::everybody) throw OutsideRefusal(OutsideFault::not_invited);
        return provided(*tenant);
    }

private:
    // An account that somebody already uses with a password is not taken over by an address: its owner may not be
    // whom the provider means, unless they are logged in with it in this very browser. Invited ones nobody uses yet.
    Person linked(Person person, const std::optional<people::Principal>& here) {
        if (person.state == PersonState::suspended) throw OutsideRefusal(OutsideFault::suspended);
        const bool theirs = here && here->tenant == person.tenant && here->person == person.id;
        const bool invited = person.state == PersonState::invited && !person.outside;
        if (!theirs && !invited) throw OutsideRefusal(OutsideFault::has_password);
        person.outside = outside_;
        person.state = PersonState::active;
        person.changed_ms = office_.clock.now_ms();
        registers_.links.revoke(person.tenant, person.id, LinkPurpose::invitation);
        if (!registers_.people.change(person)) throw OutsideRefusal(OutsideFault::used_up, "changed meanwhile");
        ++person.version;
        write_down(office_, registers_,
                   {person.tenant, person.id, invited ? "person.joined" : "person.connected", person.id, "outside"});
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
        write_down(office_, registers_,
                   {tenant.id, {}, "person.provided", person.id, people::to_text(person.roles) + placed(person)});
        return person;
    }

    // What of it is to be written down: an admin who renamed the team shall see why nobody comes into it any more.
    std::string placed(const Person& person) {
        if (settings_.default_team.empty()) return {};
        for (const Team& team : registers_.teams.list(person.tenant, {}))
            if (team.name == settings_.default_team) {
                registers_.memberships.place({person.tenant, team.id, person.id, false});
                return {};
            }
        return "; there is no team '" + settings_.default_team + "'";
    }

    Office& office_;
    Registers& registers_;
    const OutsideSettings& settings_;
    const OutsideIdentity& identity_;
    const std::string outside_, email_;
};

// Bound to the way too: what left by one provider does not arrive by another, whoever mixed them up.
std::string print_of_state(Office& office, const OutsideWay& way, const std::string& state) {
    return office.secrecy.fingerprint(way.id + " " + state);
}

Departure taken(Office& office, const OutsideWay& way, const Arriving& given) {
    std::optional<Departure> departure;
    office.registry.write([&](Registers& registers) {
        departure = registers.departures.take(print_of_state(office, way, given.state), office.clock.now_ms());
    });
    if (!departure) throw OutsideRefusal(OutsideFault::used_up);
    if (given.browser.empty() || departure->browser_fingerprint != office.secrecy.fingerprint(given.browser))
        throw OutsideRefusal(OutsideFault::other_browser);
    return *departure;
}

// What a provider says for an error is a word; anything else is somebody's joke in our log.
std::string plain_word(const std::string& error) {
    const bool plain = error.size() <= 60 && std::all_of(error.begin(), error.end(),
                                                         [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    return plain ? error : "something that is no word";
}

Arrived received(Office& office, const OutsideWay& way, const Arriving& given, const Departure& departure) {
    if (!given.error.empty())
        throw OutsideRefusal(OutsideFault::refused_there, "the provider says: " + plain_word(given.error));
    const OutsideIdentity identity = telling_of_identity([&] {
        return way.provider->arrive({given.code, given.issuer, departure.verifier, departure.nonce});
    });
    const auto here = given.previous.empty() ? std::nullopt : identify_session(office, given.previous);
    Arrived arrived;
    office.registry.write([&](Registers& registers) {
        const Person person = Reception(office, registers, way.settings, identity).receive(here);
        if (person.state != PersonState::active) throw OutsideRefusal(OutsideFault::suspended);
        arrived.entered = enter(office, registers, person, given.previous, {way.id, identity.session});
        write_down(office, registers, {person.tenant, person.id, "log_in", person.id, "outside"});
    });
    arrived.return_to = departure.return_to;
    return arrived;
}

}  // namespace

std::string_view name(Provisioning provisioning) {
    static constexpr std::string_view kNames[] = {"known", "invited", "everybody"};
    return kNames[static_cast<std::size_t>(provisioning)];
}

std::string_view name(OutsideFault fault) {
    return kFaults[static_cast<std::size_t>(fault)].name;
}

OutsideRefusal::OutsideRefusal(OutsideFault which, std::string for_log)
    : Refusal(which == OutsideFault::provider_down ? Refused::unavailable : Refused::unknown,
              std::string(kFaults[static_cast<std::size_t>(which)].sentence)),
      fault(which),
      detail(std::move(for_log)) {}

OutsideFault fault_of(IdentityFault fault) {
    switch (fault) {
        case IdentityFault::unreachable: return OutsideFault::provider_down;
        case IdentityFault::unbelievable: return OutsideFault::provider_wrong;
        case IdentityFault::clocks: return OutsideFault::clocks_differ;
    }
    return OutsideFault::provider_wrong;
}

std::optional<Tenant> company_of(Registers& registers, const OutsideSettings& settings) {
    if (!settings.company.empty()) return registers.tenants.named(settings.company);
    const std::vector<Tenant> all = registers.tenants.list();
    if (all.size() != 1) return std::nullopt;
    return all.front();
}

std::string outside_id(const std::string& issuer, const std::string& subject) {
    return issuer + " " + subject;
}

std::string own_path(const std::string& wanted) {
    const bool plain =
        std::all_of(wanted.begin(), wanted.end(), [](unsigned char c) { return c > 0x20 && c < 0x7f && c != '\\'; });
    if (wanted.empty() || wanted[0] != '/' || wanted.size() > 512 || !plain || wanted.starts_with("//")) return "/";
    return wanted;
}

WayStanding standing_of(Office& office, const OutsideWay& way) {
    const ProviderStanding provider = way.provider->standing();
    WayStanding standing{provider.ready, {}};
    if (provider.fault && !provider.ready) standing.fault = fault_of(*provider.fault);
    bool there = false;
    office.registry.read([&](Registers& registers) { there = company_of(registers, way.settings).has_value(); });
    if (!there) standing = {false, OutsideFault::no_company};
    return standing;
}

Leaving leave_for_outside(Office& office, const OutsideWay& way, const std::string& return_to) {
    const OutsideQuestion question{office.chance.next_secret(), office.chance.next_secret(),
                                   office.chance.next_secret()};
    Leaving leaving;
    leaving.browser = office.chance.next_secret();
    leaving.address = telling_of_identity([&] { return way.provider->departure_address(question); });
    office.registry.write([&](Registers& registers) {
        registers.departures.add({print_of_state(office, way, question.state),
                                  office.secrecy.fingerprint(leaving.browser), question.nonce, question.verifier,
                                  own_path(return_to), office.clock.now_ms() + people::kDeparture_ms});
    });
    return leaving;
}

Arrived arrive_from_outside(Office& office, const OutsideWay& way, const Arriving& given) {
    const Departure departure = taken(office, way, given);
    try {
        return received(office, way, given, departure);
    } catch (OutsideRefusal& refusal) {
        refusal.return_to = departure.return_to;
        throw;
    }
}

}  // namespace praxis::app
