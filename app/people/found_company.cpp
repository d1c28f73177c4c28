#include "app/people/found_company.hpp"

#include "app/access/passwords.hpp"
#include "app/people/contact.hpp"

namespace praxis::app {
namespace {

// Of a demo company's people nobody can administer the installation, so they do not count.
bool has_people(Registers& registers) {
    for (const Tenant& tenant : registers.tenants.list())
        if (!tenant.demo && !registers.people.list({tenant.id, {}, {}, {}, 1}).empty()) return true;
    return false;
}

void require_sound(const Office& office, const Founding& given, const std::string& slug, const std::string& email) {
    Problems faults;
    add_faults_of_name(given.company, "/company", faults);
    add_faults_of_slug(slug, "/slug", faults);
    add_faults_of_name(given.name, "/name", faults);
    add_faults_of_email(email, "/email", faults);
    if (!faults.empty()) throw Refusal(Refused::invalid, "The company cannot be founded like this.", std::move(faults));
    require_good(office, given.password, {email, given.name, given.company});
}

}  // namespace

std::optional<std::string> first_admin_address(Office& office) {
    std::optional<std::string> address;
    office.registry.write([&](Registers& registers) {
        address.reset();
        if (has_people(registers)) return;
        const std::string secret = new_secret(office, {});
        const std::int64_t now = office.clock.now_ms();
        registers.links.revoke({}, {}, LinkPurpose::first_admin);
        registers.links.add(
            {{}, office.secrecy.fingerprint(secret), {}, LinkPurpose::first_admin, now, now + people::kFirstAdmin_ms});
        address = office.settings.address + "/start#" + secret;
    });
    return address;
}

Entered found_company(Office& office, const Founding& given) {
    const std::string email = plain_email(given.email);
    const std::string slug = given.slug.empty() ? slug_of(given.company) : given.slug;
    const std::string print = office.secrecy.fingerprint(given.link);
    const std::int64_t now = office.clock.now_ms();
    const Refusal bad_link(Refused::unknown,
                           "This link was used already or has run out. Restart the server for a new one.");
    bool there = false;
    office.registry.read([&](Registers& registers) { there = registers.links.find({}, print, now).has_value(); });
    if (!there) throw bad_link;
    require_sound(office, given, slug, email);
    const std::string hash = office.secrecy.hash_password(given.password);
    Entered entered;
    office.registry.write([&](Registers& registers) {
        const auto link = registers.links.take({}, print, now);
        if (!link || link->purpose != LinkPurpose::first_admin || has_people(registers)) throw bad_link;
        Tenant tenant{office.chance.next_id(), given.company};
        tenant.slug = slug;
        tenant.created_ms = now;
        const Person admin{tenant.id,
                           office.chance.next_id(),
                           email,
                           given.name,
                           {people::Role::admin},
                           PersonState::active,
                           std::nullopt,
                           now,
                           now,
                           1};
        registers.tenants.add(tenant);
        registers.people.add(admin);
        registers.passwords.keep(tenant.id, admin.id, hash, now);
        entered = enter(office, registers, admin, {});
        write_down(office, registers, {tenant.id, admin.id, "tenant.founded", tenant.id, {}});
    });
    return entered;
}

}  // namespace praxis::app
