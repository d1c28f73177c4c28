#include "app/rights/settings.hpp"

#include "app/people/contact.hpp"

namespace praxis::app {
namespace {

void require_sound(const SettingsChange& change) {
    Problems faults;
    if (change.name) add_faults_of_name(*change.name, "/name", faults);
    if (change.smallest_group &&
        (*change.smallest_group < people::kSmallestGroupLeast || *change.smallest_group > people::kSmallestGroupMost))
        faults.push_back({Severity::error, {"/smallest_group", 0, 0}, "must be from 3 to 50", "take 5 when in doubt"});
    for (const auto& [kind, days] : change.retention) {
        const people::Keeping& bounds = people::keeping(kind);
        if (days < bounds.least_days || days > bounds.most_days)
            faults.push_back({Severity::error,
                              {"/retention_days/" + std::string(bounds.name), 0, 0},
                              "must be from " + std::to_string(bounds.least_days) + " to " +
                                  std::to_string(bounds.most_days) + " days",
                              "take " + std::to_string(bounds.days) + " when in doubt"});
    }
    if (!faults.empty()) throw Refusal(Refused::invalid, "These settings cannot be kept.", std::move(faults));
}

CompanySettings settings_in(Registers& registers, const std::string& tenant) {
    const auto found = registers.tenants.find(tenant);
    if (!found) throw Refusal(Refused::missing, "There is no such company.");
    return {*found, registers.retention.days(tenant)};
}

std::string said_of(const SettingsChange& change) {
    std::string text = change.name ? "name" : "";
    if (change.smallest_group) text += " smallest_group " + std::to_string(*change.smallest_group);
    if (change.browser_recognition)
        text += std::string(" browser_recognition ") + (*change.browser_recognition ? "on" : "off");
    for (const auto& [kind, days] : change.retention)
        text += " " + std::string(people::keeping(kind).name) + " " + std::to_string(days);
    return text;
}

}  // namespace

CompanySettings read_settings(Office& office, const people::Principal& who) {
    require(who, people::Verb::manage_settings, people::of_tenant(who));
    CompanySettings settings;
    office.registry.read([&](Registers& registers) { settings = settings_in(registers, who.tenant); });
    return settings;
}

CompanySettings change_settings(Office& office, const people::Principal& who, const SettingsChange& change) {
    require(who, people::Verb::manage_settings, people::of_tenant(who));
    require_sound(change);
    CompanySettings settings;
    office.registry.write([&](Registers& registers) {
        Tenant tenant = settings_in(registers, who.tenant).tenant;
        if (change.name) tenant.name = *change.name;
        if (change.smallest_group) tenant.smallest_group = *change.smallest_group;
        if (change.browser_recognition) tenant.browser_recognition = *change.browser_recognition;
        tenant.version = change.version;
        if (!registers.tenants.change(tenant))
            throw Refusal(Refused::stale, "Somebody changed the settings meanwhile.");
        for (const auto& [kind, days] : change.retention) registers.retention.set(who.tenant, kind, days);
        write_down(office, registers, {who.tenant, who.person, "settings.changed", who.tenant, said_of(change)});
        settings = settings_in(registers, who.tenant);
    });
    return settings;
}

std::vector<AuditEntry> read_audit(Office& office, const people::Principal& who, const std::string& after,
                                   std::size_t most) {
    require(who, people::Verb::read_audit, people::of_tenant(who));
    std::vector<AuditEntry> entries;
    office.registry.read([&](Registers& registers) { entries = registers.audit.list(who.tenant, after, most); });
    return entries;
}

}  // namespace praxis::app
