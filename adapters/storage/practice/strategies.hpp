// Published strategies in a database, for the port of app/ports/strategies.hpp.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/strategies.hpp"

namespace praxis::storage {

class StoredStrategies final : public app::Strategies {
public:
    explicit StoredStrategies(Database& database) : database_(database) {}

    std::vector<app::Published> list(const std::string& tenant) override;
    std::optional<app::Edition> find(const std::string& tenant, const std::string& strategy,
                                     const std::string& version) override;
    std::vector<app::Edition> editions(const std::string& tenant, const std::string& strategy) override;
    bool publish(const app::Edition&, const std::string& name, const std::string& before) override;
    bool withdraw(const std::string& tenant, const std::string& strategy, std::int64_t now_ms) override;

private:
    Database& database_;
};

}  // namespace praxis::storage
