#include "adapters/storage/postgres.hpp"

#include "adapters/storage/pool.hpp"
#include "adapters/storage/postgres/appender.hpp"
#include "adapters/storage/postgres/connection.hpp"
#include "adapters/storage/postgres/patience.hpp"

namespace praxis::storage {
namespace {

using postgres::Connection;
using postgres::Patience;

// A transaction that is given up unless it was committed.
class Begun {
public:
    Begun(Connection& connection, const char* manner) : connection_(connection) { connection.begin(manner); }
    ~Begun() { connection_.roll_back(); }
    Begun(const Begun&) = delete;

private:
    Connection& connection_;
};

class Postgres final : public Database {
public:
    explicit Postgres(const PostgresSettings& settings)
        : patience_(settings.patience_ms),
          pool_(settings.connections, [settings] { return std::make_unique<Connection>(settings.url, settings.who); }),
          appender_(settings.url, settings.who, patience_) {
        patiently([this](bool&) { pool_.borrow(); });
    }

    Engine engine() const override { return Engine::postgres; }

    void read_with(const Work& work) override {
        patiently([&](bool&) {
            const auto connection = pool_.borrow();
            const Begun begun(*connection, "ISOLATION LEVEL REPEATABLE READ READ ONLY");
            work(*connection);
            connection->commit();
        });
    }

    Rows look_with(std::string_view sql, std::span<const Value> parameters) override {
        Rows rows;
        patiently([&](bool&) { rows = pool_.borrow()->run_with(sql, parameters).rows; });
        return rows;
    }

    void write_with(const Work& work) override {
        patiently([&](bool& may_be_kept) {
            const auto connection = pool_.borrow();
            const Begun begun(*connection, "ISOLATION LEVEL SERIALIZABLE");
            work(*connection);
            may_be_kept = true;
            connection->commit();
        });
    }

    Outcome once_with(std::string_view sql, std::span<const Value> parameters) override {
        Outcome outcome;
        patiently([&](bool& may_be_kept) {
            const auto connection = pool_.borrow();
            may_be_kept = true;
            outcome = connection->run_with(sql, parameters);
        });
        return outcome;
    }

    void append(LogEntry entry, Appended done) override { appender_.append(std::move(entry), std::move(done)); }

    void script(const std::string& sql) override { pool_.borrow()->script(sql); }

private:
    // A conflict has kept nothing. What was sent for good and got no answer may have been kept: it is not repeated.
    template <class Try>
    void patiently(const Try& attempt) {
        for (Patience patience(patience_);;) {
            bool may_be_kept = false;
            try {
                return attempt(may_be_kept);
            } catch (const StorageError& error) {
                const bool away = error.fault == Fault::unavailable && !may_be_kept;
                if ((!away && error.fault != Fault::conflict) || !patience.wait()) throw;
            }
        }
    }

    const std::chrono::milliseconds patience_;
    Pool<Connection> pool_;
    postgres::Appender appender_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const PostgresSettings& settings) {
    return std::make_unique<Postgres>(settings);
}

}  // namespace praxis::storage
