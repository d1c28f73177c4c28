// What a company decides about its people's data: the smallest group that figures are told of, how long each kind of
// data is kept, and whether a browser's own recognition may hear them. Errors: Refusal; `stale` when the version is not
// the one kept.
#pragma once

#include <optional>

#include "app/access/office.hpp"

namespace praxis::app {

struct CompanySettings {
    Tenant tenant;
    people::RetentionDays retention{};
};
CompanySettings read_settings(Office&, const people::Principal&);

struct SettingsChange {  // what is absent stays
    std::optional<std::string> name;
    std::optional<int> smallest_group;
    std::vector<std::pair<people::DataKind, int>> retention;
    std::int64_t version = 0;
    std::optional<bool> browser_recognition = {};
};
CompanySettings change_settings(Office&, const people::Principal&, const SettingsChange&);

// Newest first.
std::vector<AuditEntry> read_audit(Office&, const people::Principal&, const std::string& after, std::size_t most);

}  // namespace praxis::app
