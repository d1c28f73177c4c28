// Published strategies in a database, for the port of app/ports/strategies.hpp.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/strategies.hpp"

namespace praxis::storage {

class StoredStrategies final : public app::Strategies {
public:
    // `left_work` is called after a change with which jobs were left was kept.
    explicit StoredStrategies(Database& database, std::function<void()> left_work = {})
        : database_(database), left_work_(std::move(left_work)) {}

    std::vector<app::Published> list(const std::string& tenant) override;
    std::optional<app::Edition> find(const std::string& tenant, const std::string& strategy,
                                     const std::string& version) override;
    std::vector<app::Edition> editions(const std::string& tenant, const std::string& strategy) override;
    bool publish(const app::Edition&, const std::string& name, const std::string& before, const Along&) override;
    bool withdraw(const std::string& tenant, const std::string& strategy, std::int64_t now_ms, const Along&) override;

private:
    bool changed(const std::function<bool(Transaction&)>& change, const Along&);

    Database& database_;
    const std::function<void()> left_work_;
};

}  // namespace praxis::storage
