#include "app/rights/erase.hpp"

#include "app/webhooks/announce.hpp"

namespace praxis::app {
namespace {

constexpr std::int64_t kStep = 1000;

void require_demo(const Tenant& tenant) {
    if (!tenant.demo) throw Refusal(Refused::conflict, "This is no demo company: it is not deleted like this.");
}

std::vector<std::string> tenants_and_nobody(Office& office) {
    std::vector<std::string> tenants;
    office.registry.read([&](Registers& registers) {
        tenants = {{}};
        for (const Tenant& tenant : registers.tenants.list()) tenants.push_back(tenant.id);
    });
    return tenants;
}

std::int64_t step(Office& office, const std::string& tenant, people::DataKind kind, std::int64_t now) {
    std::int64_t swept = 0;
    office.registry.write([&](Registers& registers) {
        const int days = people::days_of(registers.retention.days(tenant), kind);
        swept = registers.retention.sweep(tenant, kind, now - days * people::kDay_ms, kStep);
        if (swept > 0)
            write_down(office, registers,
                       {tenant, {}, "data.swept", std::string(people::keeping(kind).name), std::to_string(swept)});
    });
    return swept;
}

}  // namespace

void erase_person(Office& office, const people::Principal& who, const std::string& id) {
    office.registry.write([&](Registers& registers) {
        require(who, people::Verb::erase_person, subject_of_person(registers, who, id));
        const auto person = registers.people.find(who.tenant, id);
        if (!person) throw Refusal(Refused::missing, "There is no such person.");
        const bool admin = person->state == PersonState::active && person->roles.has(people::Role::admin);
        if (admin && registers.people.count_active(who.tenant, people::Role::admin) <= 1)
            throw Refusal(Refused::conflict, "This is the last admin: make somebody else one first.");
        registers.dossiers.erase_person(who.tenant, id, person->email);
        write_down(office, registers, {who.tenant, who.person, "person.erased", id, {}});
        announce(office, registers, who.tenant, {EventKind::person_left, {{"person", id}, {"how", "erased"}}});
    });
}

Records export_person(Office& office, const people::Principal& who, const std::string& id) {
    Records records;
    office.registry.write([&](Registers& registers) {
        require(who, people::Verb::export_person, subject_of_person(registers, who, id));
        records = registers.dossiers.of_person(who.tenant, id);
        write_down(office, registers, {who.tenant, who.person, "person.exported", id, {}});
    });
    return records;
}

std::int64_t sweep(Office& office, const std::string& tenant, const std::function<bool()>& go_on) {
    const std::int64_t now = office.clock.now_ms();
    std::int64_t all = 0;
    for (int i = 0; i < people::kDataKindCount; ++i) {
        const auto kind = static_cast<people::DataKind>(i);
        for (std::int64_t swept = kStep; swept >= kStep && go_on(); all += swept)
            swept = step(office, tenant, kind, now);
    }
    return all;
}

std::int64_t sweep(Office& office) {
    std::int64_t all = 0;
    for (const std::string& tenant : tenants_and_nobody(office)) all += sweep(office, tenant, [] { return true; });
    return all;
}

void leave_sweeps(Office& office) {
    const std::int64_t now = office.clock.now_ms();
    const std::string today = std::string(kSweepJob) + " " + std::to_string(now / people::kDay_ms);
    for (const std::string& tenant : tenants_and_nobody(office))
        office.registry.write([&](Registers& registers) {
            registers.jobs.add({tenant, office.chance.next_id(), std::string(kSweepJob), {}, {}, today, 0, now});
        });
}

void erase_demo(Office& office, const people::Principal& who) {
    require(who, people::Verb::erase_demo, people::of_tenant(who));
    office.registry.write([&](Registers& registers) {
        const auto tenant = registers.tenants.find(who.tenant);
        if (!tenant) throw Refusal(Refused::missing, "There is no such company.");
        require_demo(*tenant);
        // Of no tenant: it is not to go with what it deletes.
        registers.jobs.add({{},
                            office.chance.next_id(),
                            std::string(kEraseDemoJob),
                            who.tenant,
                            who.person,
                            {},
                            0,
                            office.clock.now_ms()});
    });
}

void erase_demo_now(Office& office, const std::string& tenant_id, const std::string& actor) {
    office.registry.write([&](Registers& registers) {
        const auto tenant = registers.tenants.find(tenant_id);
        if (!tenant) return;
        require_demo(*tenant);
        registers.dossiers.erase_tenant(tenant->id);
        write_down(office, registers, {tenant->id, actor, "tenant.demo_erased", tenant->id, {}});
    });
}

}  // namespace praxis::app
