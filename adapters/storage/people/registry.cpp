#include "adapters/storage/people/registry.hpp"

#include "adapters/storage/people/access.hpp"
#include "adapters/storage/people/calls.hpp"
#include "adapters/storage/people/characters.hpp"
#include "adapters/storage/people/people.hpp"
#include "adapters/storage/people/rights.hpp"
#include "adapters/storage/trouble.hpp"
#include "adapters/storage/work/work_tables.hpp"

namespace praxis::storage {
namespace {

struct Tables {
    Tables(Transaction& rows, Engine engine)
        : tenants(rows),
          people(rows),
          teams(rows),
          memberships(rows),
          passwords(rows),
          sessions(rows),
          links(rows),
          tokens(rows),
          throttles(rows),
          departures(rows),
          audit(rows),
          jobs(rows, left_work),
          outbox(rows),
          webhooks(rows),
          deliveries(rows),
          errands(jobs),
          consents(rows),
          shares(rows, ShareTable::kAttempts),
          appeals(rows),
          retention(rows, engine),
          dossiers(rows, engine),
          calls(rows),
          call_shares(rows, ShareTable::kCalls),
          characters(rows) {}

    bool left_work = false;
    TenantTable tenants;
    PersonTable people;
    TeamTable teams;
    MembershipTable memberships;
    PasswordTable passwords;
    SessionTable sessions;
    LinkTable links;
    TokenTable tokens;
    ThrottleTable throttles;
    DepartureTable departures;
    AuditTable audit;
    JobTable jobs;
    OutboxTable outbox;
    WebhookTable webhooks;
    DeliveryTable deliveries;
    ErrandTable errands;
    ConsentTable consents;
    ShareTable shares;
    AppealTable appeals;
    RetentionTable retention;
    DossierTables dossiers;
    CallTable calls;
    ShareTable call_shares;
    CharacterTable characters;
    app::Registers registers{tenants,   people,     teams,  memberships, passwords,  sessions, links,       tokens,
                             throttles, departures, audit,  errands,     consents,   shares,   appeals,     retention,
                             dossiers,  jobs,       outbox, webhooks,    deliveries, calls,    call_shares, characters};
};

// Each statement by itself, outside of any transaction: PostgreSQL would keep what it wrote.
class Glances final : public Transaction {
public:
    explicit Glances(Database& database) : database_(database) {}
    Outcome run_with(std::string_view sql, std::span<const Value> parameters) override {
        if (!sql.starts_with("SELECT")) throw StorageError(Fault::broken, "a glance only reads: " + excerpt(sql));
        return {database_.look_with(sql, parameters), 0};
    }

private:
    Database& database_;
};

class StoredRegistry final : public app::Registry {
public:
    StoredRegistry(Database& database, std::function<void()> left_work)
        : database_(database), left_work_(std::move(left_work)) {}

    void read(const std::function<void(app::Registers&)>& work) override {
        told([&] { database_.read_with([&](Transaction& rows) { with_registers(rows, database_.engine(), work); }); });
    }
    void glance(const std::function<void(app::Registers&)>& work) override {
        told([&] {
            Glances rows(database_);
            with_registers(rows, database_.engine(), work);
        });
    }
    void write(const std::function<void(app::Registers&)>& work) override {
        bool left = false;
        told([&] {
            database_.write_with([&](Transaction& rows) { left = with_registers(rows, database_.engine(), work); });
        });
        if (left && left_work_) left_work_();
    }

private:
    Database& database_;
    const std::function<void()> left_work_;
};

// Both engines take the same words here but for how a trigger says no.
std::string refusing_trigger(Engine engine, const std::string& table) {
    if (engine == Engine::sqlite) {
        std::string sql;
        for (const std::string what : {"UPDATE", "DELETE"})
            sql += "CREATE TRIGGER IF NOT EXISTS " + table + "_refuses_" + what + " BEFORE " + what + " ON " + table +
                   " BEGIN SELECT RAISE(ABORT, '" + table + " is only added to'); END;";
        return sql;
    }
    return "CREATE OR REPLACE FUNCTION " + table +
           "_refuses() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '" + table +
           " is only added to'; END $$;" + "CREATE OR REPLACE TRIGGER " + table +
           "_refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON " + table + " FOR EACH STATEMENT EXECUTE FUNCTION " +
           table + "_refuses();";
}

}  // namespace

std::unique_ptr<app::Registry> registry_in(Database& database, std::function<void()> left_work) {
    return std::make_unique<StoredRegistry>(database, std::move(left_work));
}

bool with_registers(Transaction& rows, Engine engine, const std::function<void(app::Registers&)>& work) {
    Tables tables(rows, engine);
    work(tables.registers);
    return tables.left_work;
}

void seal(Database& database) {
    told([&] {
        if (database.engine() == Engine::sqlite) database.script("PRAGMA secure_delete = ON");
        for (const char* ledger : {"audit", "consent"}) database.script(refusing_trigger(database.engine(), ledger));
    });
}

}  // namespace praxis::storage
