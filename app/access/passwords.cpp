#include "app/access/passwords.hpp"

#include "app/access/knock.hpp"
#include "app/people/contact.hpp"
#include "app/people/letters.hpp"

namespace praxis::app {
namespace {

people::PasswordOwner owner_of(Registers& registers, const Person& person) {
    const auto tenant = registers.tenants.find(person.tenant);
    return {person.email, person.name, tenant ? tenant->name : std::string()};
}

Refusal bad_link() {
    return Refusal(Refused::unknown, "This link was used already, has run out, or never was one. Ask for a new one.");
}

}  // namespace

void require_good(const Office& office, std::string_view password, const people::PasswordOwner& owner,
                  const std::string& pointer) {
    Problems faults = people::faults_of_password(password, owner, office.settings.common_words);
    for (Problem& fault : faults) fault.place.file = pointer;
    if (!faults.empty()) throw Refusal(Refused::invalid, "Take another password.", std::move(faults));
}

void change_password(Office& office, const people::Principal& who, const PasswordChange& given) {
    require(who, people::Verb::change_self, people::own(who));
    const Gates gates = log_in_gates(office, who.tenant + " " + who.person, given.address);
    knock(office, gates);
    std::string hash;
    people::PasswordOwner owner;
    office.registry.read([&](Registers& registers) {
        hash = registers.passwords.hash_of(who.tenant, who.person).value_or(std::string());
        if (const auto person = registers.people.find(who.tenant, who.person)) owner = owner_of(registers, *person);
    });
    if (!office.secrecy.fits(hash, given.old_password))
        throw Refusal(Refused::unknown, "The old password is not right.");
    require_good(office, given.new_password, owner, "/new_password");
    const std::string fresh = office.secrecy.hash_password(given.new_password);
    office.registry.write([&](Registers& registers) {
        proved_right(office, registers, gates);
        registers.passwords.keep(who.tenant, who.person, fresh, office.clock.now_ms());
        registers.sessions.close_all(who.tenant, who.person, office.secrecy.fingerprint(given.session));
        leave_letter(office, registers, who.tenant, {Occasion::password_changed, who.person, {}, {}});
        write_down(office, registers, {who.tenant, who.person, "password.changed", who.person, {}});
    });
}

void request_reset(Office& office, const ResetRequest& given) {
    const std::string email = plain_email(given.email);
    knock(office, mail_gates(office, email + " " + given.company, given.address));
    office.registry.write([&](Registers& registers) {
        leave_letter(office, registers, {}, {Occasion::password_reset, {}, email, given.company});
        write_down(office, registers, {{}, {}, "password.reset_asked", {}, {}});
    });
}

void reset_password(Office& office, const std::string& link, const std::string& new_password) {
    const std::string tenant = tenant_in(link), print = office.secrecy.fingerprint(link);
    people::PasswordOwner owner;
    bool there = false;
    office.registry.read([&](Registers& registers) {
        const auto found = registers.links.find(tenant, print, office.clock.now_ms());
        there = found && found->purpose == LinkPurpose::password_reset;
        const auto person = there ? registers.people.find(tenant, found->person) : std::nullopt;
        if (person) owner = owner_of(registers, *person);
    });
    if (!there) throw bad_link();
    require_good(office, new_password, owner);
    const std::string hash = office.secrecy.hash_password(new_password);
    office.registry.write([&](Registers& registers) {
        const auto taken = registers.links.take(tenant, print, office.clock.now_ms());
        if (!taken || taken->purpose != LinkPurpose::password_reset) throw bad_link();
        registers.links.revoke(tenant, taken->person, LinkPurpose::password_reset);
        registers.passwords.keep(tenant, taken->person, hash, office.clock.now_ms());
        registers.sessions.close_all(tenant, taken->person, {});
        leave_letter(office, registers, tenant, {Occasion::password_changed, taken->person, {}, {}});
        write_down(office, registers, {tenant, taken->person, "password.reset", taken->person, {}});
    });
}

}  // namespace praxis::app
