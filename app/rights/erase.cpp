#include "app/rights/erase.hpp"

namespace praxis::app {
namespace {

constexpr std::int64_t kStep = 1000;

void erase_demo_tenant(Office& office, Registers& registers, const Tenant& tenant, const std::string& actor) {
    if (!tenant.demo) throw Refusal(Refused::conflict, "This is no demo company: it is not deleted like this.");
    registers.dossiers.erase_tenant(tenant.id);
    write_down(office, registers, {tenant.id, actor, "tenant.demo_erased", tenant.id, {}});
}

}  // namespace

void erase_person(Office& office, const people::Principal& who, const std::string& id) {
    require(who, people::Verb::erase_person, {who.tenant, id, false, false});
    office.registry.write([&](Registers& registers) {
        const auto person = registers.people.find(who.tenant, id);
        if (!person) throw Refusal(Refused::missing, "There is no such person.");
        const bool admin = person->state == PersonState::active && person->roles.has(people::Role::admin);
        if (admin && registers.people.count_active(who.tenant, people::Role::admin) <= 1)
            throw Refusal(Refused::conflict, "This is the last admin: make somebody else one first.");
        registers.dossiers.erase_person(who.tenant, id, person->email);
        write_down(office, registers, {who.tenant, who.person, "person.erased", id, {}});
    });
}

Records export_person(Office& office, const people::Principal& who, const std::string& id) {
    require(who, people::Verb::export_person, {who.tenant, id, false, false});
    Records records;
    office.registry.write([&](Registers& registers) {
        records = registers.dossiers.of_person(who.tenant, id);
        write_down(office, registers, {who.tenant, who.person, "person.exported", id, {}});
    });
    return records;
}

std::int64_t sweep(Office& office) {
    std::vector<std::string> tenants = {{}};  // what belongs to none, too
    office.registry.read([&](Registers& registers) {
        tenants.resize(1);
        for (const Tenant& tenant : registers.tenants.list()) tenants.push_back(tenant.id);
    });
    const std::int64_t now = office.clock.now_ms();
    std::int64_t all = 0;
    for (const std::string& tenant : tenants)
        for (int i = 0; i < people::kDataKindCount; ++i) {
            const auto kind = static_cast<people::DataKind>(i);
            std::int64_t swept = kStep, of_kind = 0;
            while (swept >= kStep) {
                office.registry.write([&](Registers& registers) {
                    const int days = people::days_of(registers.retention.days(tenant), kind);
                    swept = registers.retention.sweep(tenant, kind, now - days * people::kDay_ms, kStep);
                    if (swept > 0)
                        write_down(
                            office, registers,
                            {tenant, {}, "data.swept", std::string(people::keeping(kind).name), std::to_string(swept)});
                });
                of_kind += swept;
            }
            all += of_kind;
        }
    return all;
}

void erase_demo(Office& office, const people::Principal& who) {
    require(who, people::Verb::erase_demo, people::of_tenant(who));
    office.registry.write([&](Registers& registers) {
        const auto tenant = registers.tenants.find(who.tenant);
        if (!tenant) throw Refusal(Refused::missing, "There is no such company.");
        erase_demo_tenant(office, registers, *tenant, who.person);
    });
}

void erase_demo(Office& office, const std::string& slug) {
    office.registry.write([&](Registers& registers) {
        const auto tenant = registers.tenants.named(slug);
        if (!tenant) throw Refusal(Refused::missing, "There is no company of this name.");
        erase_demo_tenant(office, registers, *tenant, {});
    });
}

}  // namespace praxis::app
