// Tenants and their settings in a database, for the port of app/ports/tenants.hpp.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/tenants.hpp"

namespace praxis::storage {

class StoredTenants final : public app::Tenants {
public:
    explicit StoredTenants(Database& database) : database_(database) {}

    void add(const app::Tenant&) override;
    std::optional<app::Tenant> find(const std::string& id) override;
    std::vector<app::Tenant> list() override;
    void change(const app::Tenant&) override;

private:
    Database& database_;
};

}  // namespace praxis::storage
