#include "app/people/found_demo.hpp"

#include <array>

namespace praxis::app {
namespace {

using people::Role;

struct Made {
    std::string_view word, name;
    people::Roles roles;
    int team;  // in kTeams; -1: none
    bool leads;
};

constexpr std::array<std::string_view, 2> kTeams = {"North", "South"};

const std::array<Made, 16>& company() {
    static const std::array<Made, 16> kCompany = {{{"rep", "Robin Hale", {Role::rep}, 0, false},
                                                   {"manager", "Morgan Field", {Role::manager}, 0, true},
                                                   {"enablement", "Ellis Grant", {Role::enablement}, -1, false},
                                                   {"admin", "Alex Ward", {Role::admin}, -1, false},
                                                   {"partner", "Parker Lane", {Role::partner}, -1, false},
                                                   {"quinn", "Quinn Abbot", {Role::rep}, 0, false},
                                                   {"jules", "Jules Marten", {Role::rep}, 0, false},
                                                   {"sasha", "Sasha Brook", {Role::rep}, 0, false},
                                                   {"noor", "Noor Haddad", {Role::rep}, 0, false},
                                                   {"tomas", "Tomás Rivera", {Role::rep}, 0, false},
                                                   {"yuki", "Yuki Tanaka", {Role::rep}, 1, false},
                                                   {"imani", "Imani Okoro", {Role::rep}, 1, false},
                                                   {"lena", "Lena Fischer", {Role::rep}, 1, false},
                                                   {"arjun", "Arjun Mehta", {Role::rep}, 1, false},
                                                   {"freya", "Freya Lund", {Role::rep}, 1, false},
                                                   {"carol", "Carol Reyes", {Role::manager}, 1, true}}};
    return kCompany;
}

Demo made_in(Office& office, Registers& registers, const std::string& hash) {
    Demo demo;
    const std::int64_t now = office.clock.now_ms();
    demo.tenant.id = office.chance.next_id();
    demo.tenant.name = "Demo company (made up)";
    demo.tenant.slug = kDemoSlug;
    demo.tenant.demo = true;
    demo.tenant.created_ms = now;
    registers.tenants.add(demo.tenant);
    for (const std::string_view name : kTeams) {
        demo.teams.push_back({demo.tenant.id, office.chance.next_id(), std::string(name), now, 1});
        registers.teams.add(demo.teams.back());
    }
    for (const Made& made : company()) {
        const Person person{demo.tenant.id,
                            office.chance.next_id(),
                            std::string(made.word) + "@demo.invalid",
                            std::string(made.name),
                            made.roles,
                            PersonState::active,
                            std::nullopt,
                            now,
                            now,
                            1};
        registers.people.add(person);
        registers.passwords.keep(person.tenant, person.id, hash, now);
        // They are made up, and so is what they agreed to: whoever tries it out begins at once.
        const ConsentText& text = office.settings.consent_texts[static_cast<std::size_t>(Purpose::practice)];
        registers.consents.add(
            {person.tenant, office.chance.next_id(), person.id, Purpose::practice, true, text.hash, now});
        if (made.team >= 0)
            registers.memberships.place(
                {person.tenant, demo.teams[static_cast<std::size_t>(made.team)].id, person.id, made.leads});
        demo.people.push_back(person);
    }
    write_down(office, registers, {demo.tenant.id, {}, "tenant.demo_founded", demo.tenant.id, {}});
    return demo;
}

Demo there_in(Registers& registers, const Tenant& tenant) {
    return {tenant, registers.people.list({tenant.id, {}, {}, {}, 200}), registers.teams.list(tenant.id, {}), {}};
}

}  // namespace

Demo found_demo(Office& office, const std::string& wished_password) {
    const std::string password = wished_password.empty() ? office.chance.next_secret().substr(0, 16) : wished_password;
    const std::string hash = office.secrecy.hash_password(password);
    Demo demo;
    office.registry.write([&](Registers& registers) {
        if (const auto tenant = registers.tenants.named(std::string(kDemoSlug))) {
            if (!tenant->demo) throw Refusal(Refused::conflict, "A company that is no demo is called \"demo\" here.");
            demo = there_in(registers, *tenant);
            return;
        }
        demo = made_in(office, registers, hash);
        demo.password = password;
    });
    return demo;
}

}  // namespace praxis::app
