// The tables of rights behind app's registers, each over one transaction. Inside adapters/storage/people only.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/rights.hpp"

namespace praxis::storage {

class AuditTable final : public app::Audit {
public:
    explicit AuditTable(Transaction& rows) : rows_(rows) {}
    void add(const app::AuditEntry&) override;
    std::vector<app::AuditEntry> list(const std::string& tenant, const std::string& after, std::size_t most) override;

private:
    Transaction& rows_;
};

class ConsentTable final : public app::Consents {
public:
    explicit ConsentTable(Transaction& rows) : rows_(rows) {}
    void add(const app::Consent&) override;
    std::vector<app::Consent> list(const std::string& tenant, const std::string& person) override;

private:
    Transaction& rows_;
};

class ShareTable final : public app::Shares {
public:
    // What is shared: a table and its key, and the table that says with whom.
    struct Shared {
        const char *things, *key, *shares;
    };
    static constexpr Shared kAttempts{"attempt", "attempt_id", "share"};
    static constexpr Shared kCalls{"call_review", "call_id", "call_share"};

    ShareTable(Transaction& rows, const Shared& shared)
        : rows_(rows), things_(shared.things), key_(shared.key), shares_(shared.shares) {}
    std::optional<std::string> owner_of(const std::string& tenant, const std::string& what) override;
    void add(const std::string& tenant, const std::string& what, const std::string& with, std::int64_t now_ms) override;
    void remove(const std::string& tenant, const std::string& what, const std::string& with) override;
    std::vector<std::string> readers_of(const std::string& tenant, const std::string& what) override;
    std::vector<app::SharedWith> with_person(const std::string& tenant, const std::string& person) override;

private:
    Transaction& rows_;
    const std::string things_, key_, shares_;
};

class AppealTable final : public app::Appeals {
public:
    explicit AppealTable(Transaction& rows) : rows_(rows) {}
    void add(const app::Appeal&) override;
    std::optional<app::Appeal> find(const std::string& tenant, const std::string& id) override;
    std::vector<app::Appeal> list(const app::AppealQuery&) override;
    bool settle(const app::Appeal&) override;
    bool has_verdict(const app::Appeal& about) override;

private:
    Transaction& rows_;
};

class RetentionTable final : public app::Retention {
public:
    RetentionTable(Transaction& rows, Engine engine) : rows_(rows), engine_(engine) {}
    people::RetentionDays days(const std::string& tenant) override;
    void set(const std::string& tenant, people::DataKind, int days) override;
    std::int64_t sweep(const std::string& tenant, people::DataKind, std::int64_t before_ms, std::int64_t most) override;

private:
    Transaction& rows_;
    Engine engine_;
};

class DossierTables final : public app::Dossiers {
public:
    DossierTables(Transaction& rows, Engine engine) : rows_(rows), engine_(engine) {}
    app::Records of_person(const std::string& tenant, const std::string& person) override;
    void erase_person(const std::string& tenant, const std::string& person, const std::string& email) override;
    void erase_attempt(const std::string& tenant, const std::string& attempt) override;
    void erase_tenant(const std::string& tenant) override;
    app::Counted by_behaviour(const app::FiguresQuery&) override;
    app::Counted by_scenario(const app::FiguresQuery&) override;

private:
    Transaction& rows_;
    Engine engine_;
};

// Deletes these attempts with everything that belongs to them in any table.
void erase_attempts(Transaction&, Engine, const std::string& tenant, const std::vector<std::string>& attempts);

}  // namespace praxis::storage
