#include "adapters/storage/people/registry.hpp"

#include "adapters/storage/people/access.hpp"
#include "adapters/storage/people/people.hpp"
#include "adapters/storage/people/rights.hpp"
#include "adapters/storage/trouble.hpp"

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
          errands(rows),
          consents(rows),
          shares(rows),
          appeals(rows),
          retention(rows, engine),
          dossiers(rows, engine) {}

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
    ErrandTable errands;
    ConsentTable consents;
    ShareTable shares;
    AppealTable appeals;
    RetentionTable retention;
    DossierTables dossiers;
    app::Registers registers{tenants,  people, teams,     memberships, passwords, sessions,
                             links,    tokens, throttles, departures,  audit,     errands,
                             consents, shares, appeals,   retention,   dossiers};
};

class StoredRegistry final : public app::Registry {
public:
    explicit StoredRegistry(Database& database) : database_(database) {}

    void read(const std::function<void(app::Registers&)>& work) override {
        told([&] { database_.read_with(over(work)); });
    }
    void write(const std::function<void(app::Registers&)>& work) override {
        told([&] { database_.write_with(over(work)); });
    }

private:
    Database::Work over(const std::function<void(app::Registers&)>& work) {
        return [this, &work](Transaction& rows) {
            Tables tables(rows, database_.engine());
            work(tables.registers);
        };
    }

    Database& database_;
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

std::unique_ptr<app::Registry> registry_in(Database& database) {
    return std::make_unique<StoredRegistry>(database);
}

void seal(Database& database) {
    told([&] {
        if (database.engine() == Engine::sqlite) database.script("PRAGMA secure_delete = ON");
        for (const char* ledger : {"audit", "consent"}) database.script(refusing_trigger(database.engine(), ledger));
    });
}

}  // namespace praxis::storage
