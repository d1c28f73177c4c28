#include "app/people/invite_person.hpp"

#include "app/access/passwords.hpp"
#include "app/people/contact.hpp"
#include "app/people/letters.hpp"
#include "app/webhooks/announce.hpp"

namespace praxis::app {
namespace {

Refusal bad_link() {
    return Refusal(Refused::unknown,
                   "This invitation was used already, has run out, or never was one. Ask for a new one.");
}

std::optional<std::string> send_invitation(Office& office, Registers& registers, const Person& person) {
    registers.links.revoke(person.tenant, person.id, LinkPurpose::invitation);
    if (!office.settings.sends_mail) return link_for(office, registers, person, LinkPurpose::invitation);
    leave_letter(office, registers, person.tenant, {Occasion::invitation, person.id, {}, {}});
    return std::nullopt;
}

void require_sound(const Invitation& given, const std::string& email) {
    Problems faults;
    add_faults_of_email(email, "/email", faults);
    add_faults_of_name(given.name, "/name", faults);
    if (given.roles.empty())
        faults.push_back({Severity::error, {"/roles", 0, 0}, "no role is given", "give at least one"});
    if (!faults.empty()) throw Refusal(Refused::invalid, "This person cannot be invited.", std::move(faults));
}

struct Guest {
    Person person;
    Tenant tenant;
};

Guest guest_of(Registers& registers, const std::string& tenant, const std::optional<Link>& link) {
    if (!link || link->purpose != LinkPurpose::invitation) throw bad_link();
    const auto person = registers.people.find(tenant, link->person);
    const auto company = registers.tenants.find(tenant);
    if (!person || !company || person->state != PersonState::invited) throw bad_link();
    return {*person, *company};
}

}  // namespace

Invited invite_person(Office& office, const people::Principal& who, const Invitation& given) {
    require(who, people::Verb::manage_people, people::of_tenant(who));
    const std::string email = plain_email(given.email);
    require_sound(given, email);
    const std::int64_t now = office.clock.now_ms();
    Invited invited;
    office.registry.write([&](Registers& registers) {
        for (const Person& person : registers.people.with_email(email))
            if (person.tenant == who.tenant)
                throw Refusal(Refused::conflict, "There is somebody with this address already.",
                              {{Severity::error, {"/email", 0, 0}, "is taken", "change that person instead"}});
        invited = {{who.tenant, office.chance.next_id(), email, given.name, given.roles, PersonState::invited,
                    std::nullopt, now, now, 1},
                   std::nullopt};
        registers.people.add(invited.person);
        for (std::size_t i = 0; i < given.teams.size(); ++i) {
            if (!registers.teams.find(who.tenant, given.teams[i]))
                throw Refusal(Refused::invalid, "This person cannot be invited.",
                              {{Severity::error,
                                {"/teams/" + std::to_string(i), 0, 0},
                                "there is no such team",
                                "take one of the list of teams"}});
            registers.memberships.place({who.tenant, given.teams[i], invited.person.id, false});
        }
        invited.link = send_invitation(office, registers, invited.person);
        write_down(office, registers,
                   {who.tenant, who.person, "person.invited", invited.person.id, people::to_text(given.roles)});
        announce(office, registers, who.tenant, {EventKind::person_invited, {{"person", invited.person.id}}});
    });
    return invited;
}

Invited invite_again(Office& office, const people::Principal& who, const std::string& id) {
    require(who, people::Verb::manage_people, people::of_tenant(who));
    Invited invited;
    office.registry.write([&](Registers& registers) {
        const auto person = registers.people.find(who.tenant, id);
        if (!person) throw Refusal(Refused::missing, "There is no such person.");
        if (person->state != PersonState::invited)
            throw Refusal(Refused::conflict, "They have come in already; a new password they ask for themselves.");
        invited = {*person, send_invitation(office, registers, *person)};
        write_down(office, registers, {who.tenant, who.person, "person.invited_again", id, {}});
    });
    return invited;
}

InvitationSeen look_at_invitation(Office& office, const std::string& link) {
    InvitationSeen seen;
    office.registry.read([&](Registers& registers) {
        const std::string tenant = tenant_in(link);
        const auto found = registers.links.find(tenant, office.secrecy.fingerprint(link), office.clock.now_ms());
        const Guest guest = guest_of(registers, tenant, found);
        seen = {guest.tenant.name, guest.person.email, guest.person.name};
    });
    return seen;
}

Entered accept_invitation(Office& office, const Acceptance& given) {
    const InvitationSeen seen = look_at_invitation(office, given.link);
    const std::string name = given.name.empty() ? seen.name : given.name;
    Problems faults;
    add_faults_of_name(name, "/name", faults);
    if (!faults.empty()) throw Refusal(Refused::invalid, "Take another name.", std::move(faults));
    require_good(office, given.password, {seen.email, name, seen.company});
    const std::string hash = office.secrecy.hash_password(given.password);
    const std::string tenant = tenant_in(given.link), print = office.secrecy.fingerprint(given.link);
    const std::int64_t now = office.clock.now_ms();
    Entered entered;
    office.registry.write([&](Registers& registers) {
        Person person = guest_of(registers, tenant, registers.links.take(tenant, print, now)).person;
        registers.links.revoke(tenant, person.id, LinkPurpose::invitation);
        person.name = name;
        person.state = PersonState::active;
        person.changed_ms = now;
        if (!registers.people.change(person)) throw bad_link();
        ++person.version;
        registers.passwords.keep(tenant, person.id, hash, now);
        entered = enter(office, registers, person, {});
        write_down(office, registers, {tenant, person.id, "person.joined", person.id, {}});
    });
    return entered;
}

}  // namespace praxis::app
