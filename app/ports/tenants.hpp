// Where tenants and their settings are kept. Calls block and belong on a worker. Any thread. Errors: StoreTrouble,
// thrown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ports/store_trouble.hpp"
#include "app/tenants/tenant.hpp"

namespace praxis::app {

class Tenants {
public:
    virtual ~Tenants() = default;
    virtual void add(const Tenant&) = 0;
    virtual std::optional<Tenant> find(const std::string& id) = 0;
    virtual std::vector<Tenant> list() = 0;  // oldest first
    // Name and settings, if it still has the version given, which then goes up by one; `taken` when it has another.
    virtual void change(const Tenant&) = 0;
};

}  // namespace praxis::app
