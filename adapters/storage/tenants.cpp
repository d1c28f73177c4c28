#include "adapters/storage/tenants.hpp"

#include <algorithm>

#include "adapters/storage/trouble.hpp"

namespace praxis::storage {
namespace {

using app::Tenant;

constexpr const char* kAdd =
    "INSERT INTO tenant (tenant_id, name, is_demo, settings, created_ms, version) VALUES ($1, $2, $3, $4, $5, $6)";
constexpr const char* kFind = "SELECT * FROM tenant WHERE tenant_id = $1";
constexpr const char* kList = "SELECT * FROM tenant ORDER BY tenant_id";
constexpr const char* kChange =
    "UPDATE tenant SET name = $3, settings = $4, version = version + 1 WHERE tenant_id = $1 AND version = $2";

Tenant tenant_of(const Row& row) {
    return {row.text("tenant_id"), row.text("name"),        row.whole("is_demo") != 0,
            row.text("settings"),  row.whole("created_ms"), row.whole("version")};
}

}  // namespace

void StoredTenants::add(const Tenant& tenant) {
    told([&] {
        database_.once(kAdd, tenant.id, tenant.name, tenant.demo, tenant.settings, tenant.created_ms, tenant.version);
    });
}

std::optional<Tenant> StoredTenants::find(const std::string& id) {
    return told([&]() -> std::optional<Tenant> {
        const Rows rows = database_.read([&](Transaction& transaction) { return transaction.run(kFind, id); });
        if (rows.empty()) return std::nullopt;
        return tenant_of(rows.front());
    });
}

std::vector<Tenant> StoredTenants::list() {
    return told([&] {
        const Rows rows = database_.read([&](Transaction& transaction) { return transaction.run(kList); });
        std::vector<Tenant> tenants;
        std::transform(rows.begin(), rows.end(), std::back_inserter(tenants), tenant_of);
        return tenants;
    });
}

void StoredTenants::change(const Tenant& tenant) {
    told([&] {
        const bool changed = database_.write([&](Transaction& transaction) {
            if (transaction.run(kFind, tenant.id).empty())
                throw app::StoreTrouble(app::Trouble::missing, "no tenant " + tenant.id);
            return transaction.change(kChange, tenant.id, tenant.version, tenant.name, tenant.settings) == 1;
        });
        if (!changed) throw app::StoreTrouble(app::Trouble::taken, "tenant " + tenant.id + " has changed meanwhile");
    });
}

}  // namespace praxis::storage
