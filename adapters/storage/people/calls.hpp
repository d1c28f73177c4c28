// The table of real calls behind app's register, over one transaction. Inside adapters/storage/people only.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/calls.hpp"

namespace praxis::storage {

class CallTable final : public app::Calls {
public:
    explicit CallTable(Transaction& rows) : rows_(rows) {}
    void add(const app::RealCall&, const app::SaidTurns&, const std::vector<app::KeptVerdict>&) override;
    std::optional<app::RealCall> find(const std::string& tenant, const std::string& id) override;
    app::SaidTurns said(const std::string& tenant, const std::string& id) override;
    std::vector<app::RealCall> list(const app::CallQuery&) override;
    std::vector<app::RealCall> shared_with(const std::string& tenant, const std::string& person) override;
    void erase(const std::string& tenant, const std::string& id) override;
    std::int64_t erase_of(const std::string& tenant, const std::string& person) override;
    std::vector<app::BehaviourSeen> by_behaviour(const std::string& tenant, const std::string& person) override;

private:
    Transaction& rows_;
};

}  // namespace praxis::storage
