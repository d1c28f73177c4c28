#include "app/access/log_in.hpp"

#include "app/access/knock.hpp"
#include "app/people/contact.hpp"

namespace praxis::app {
namespace {

struct Account {
    std::optional<Person> person;
    std::string hash;  // empty: none
};

Account look_up(Office& office, const std::string& email, const std::string& company) {
    Account account;
    office.registry.read([&](Registers& registers) {
        account = {};
        for (const Person& person : registers.people.with_email(email)) {
            const auto tenant = registers.tenants.find(person.tenant);
            if (!company.empty() && (!tenant || tenant->slug != company)) continue;
            account.person = person;
            account.hash = registers.passwords.hash_of(person.tenant, person.id).value_or(std::string());
            return;
        }
    });
    return account;
}

}  // namespace

Entered log_in(Office& office, const LogIn& given) {
    const std::string email = plain_email(given.email);
    const Gates gates = log_in_gates(office, email + " " + given.company, given.address);
    knock(office, gates);
    const Account account = look_up(office, email, given.company);
    const bool fits = office.secrecy.fits(account.hash, given.password);
    const bool enters = fits && account.person && account.person->state == PersonState::active;
    const bool renew = enters && office.secrecy.outdated(account.hash);
    const std::string renewed = renew ? office.secrecy.hash_password(given.password) : std::string();
    Entered entered;
    office.registry.write([&](Registers& registers) {
        const std::string tenant = account.person ? account.person->tenant : std::string();
        const std::string id = account.person ? account.person->id : std::string();
        if (!enters) return write_down(office, registers, {tenant, {}, "log_in.failed", id, {}});
        proved_right(office, registers, gates);
        if (renew) registers.passwords.keep(tenant, id, renewed, office.clock.now_ms());
        entered = enter(office, registers, *account.person, given.previous);
        write_down(office, registers, {tenant, id, "log_in", id, "password"});
    });
    if (!enters) throw Refusal(Refused::unknown, "The address or the password is not right.");
    return entered;
}

void log_out(Office& office, const people::Principal& who, const std::string& secret) {
    office.registry.write([&](Registers& registers) {
        registers.sessions.close(who.tenant, office.secrecy.fingerprint(secret));
        write_down(office, registers, {who.tenant, who.person, "log_out", who.person, {}});
    });
}

void log_out_everywhere(Office& office, const people::Principal& who, const std::string& keep) {
    require(who, people::Verb::change_self, people::own(who));
    office.registry.write([&](Registers& registers) {
        registers.sessions.close_all(who.tenant, who.person, keep.empty() ? "" : office.secrecy.fingerprint(keep));
        write_down(office, registers, {who.tenant, who.person, "log_out.everywhere", who.person, {}});
    });
}

}  // namespace praxis::app
