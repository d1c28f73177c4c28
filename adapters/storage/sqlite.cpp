#include "adapters/storage/sqlite.hpp"

#include <sys/stat.h>

#include "adapters/storage/pool.hpp"
#include "adapters/storage/sqlite/connection.hpp"
#include "adapters/storage/sqlite/file_lock.hpp"
#include "adapters/storage/sqlite/writer.hpp"

namespace praxis::storage {
namespace {

constexpr const char* kAppend =
    "INSERT INTO attempt_log (tenant_id, attempt_id, seq, at_ms, events) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT DO NOTHING";
constexpr const char* kSameEntry =
    "SELECT 1 FROM attempt_log WHERE tenant_id = $1 AND attempt_id = $2 AND seq = $3 AND at_ms = $4 AND events = $5";

void append_one(sqlite::Connection& connection, const LogEntry& entry) {
    const std::vector<Value> values = values_of(entry.tenant, entry.attempt, entry.seq, entry.at_ms, entry.events);
    if (connection.run_with(kAppend, values).changed == 1) return;
    if (entry.again && !connection.run_with(kSameEntry, values).rows.empty()) return;
    throw StorageError(Fault::unique, "this log entry was written already");
}

// Ends a reading transaction, which has nothing to keep, and what failed in it.
struct RollBack {
    sqlite::Connection& connection;
    ~RollBack() { connection.roll_back(); }
};

class Readers {
public:
    explicit Readers(const SqliteSettings& settings)
        : pool_(settings.readers, [file = settings.file] {
              return std::make_unique<sqlite::Connection>(file, sqlite::Connection::Purpose::reading);
          }) {}

    void read(const Database::Work& work) {
        const auto connection = pool_.borrow();
        const RollBack after{*connection};
        connection->run_with("BEGIN", {});
        work(*connection);
        if (const auto spoilt = connection->take_failure()) throw *spoilt;
    }

    // A statement by itself sees one moment anyway.
    Rows look(std::string_view sql, std::span<const Value> parameters) {
        const auto connection = pool_.borrow();
        const RollBack after{*connection};
        return connection->run_with(sql, parameters).rows;
    }

private:
    Pool<sqlite::Connection> pool_;
};

class Sqlite final : public Database {
public:
    explicit Sqlite(const SqliteSettings& settings)
        : lock_(settings.file), writer_(settings.file), readers_(settings) {}

    Engine engine() const override { return Engine::sqlite; }
    void read_with(const Work& work) override { readers_.read(work); }

    Rows look_with(std::string_view sql, std::span<const Value> parameters) override {
        return readers_.look(sql, parameters);
    }

    void write_with(const Work& work) override {
        writer_.run(sqlite::Writer::Manner::together, [&work](sqlite::Connection& connection) { work(connection); });
    }

    Outcome once_with(std::string_view sql, std::span<const Value> parameters) override {
        Outcome outcome;
        writer_.run(sqlite::Writer::Manner::statement,
                    [&](sqlite::Connection& connection) { outcome = connection.run_with(sql, parameters); });
        return outcome;
    }

    void append(LogEntry entry, Appended done) override {
        writer_.hand_in(
            sqlite::Writer::Manner::statement,
            [entry = std::move(entry)](sqlite::Connection& connection) { append_one(connection, entry); },
            [done = std::move(done)](const std::exception_ptr& failure) { done(error_of(failure)); });
    }

    void script(const std::string& sql) override {
        writer_.run(sqlite::Writer::Manner::alone, [&sql](sqlite::Connection& connection) { connection.script(sql); });
    }

private:
    sqlite::FileLock lock_;
    sqlite::Writer writer_;
    Readers readers_;  // closed before the writer, which is to be the last: it folds the log into the file
};

class OnlyReadSqlite final : public Database {
public:
    explicit OnlyReadSqlite(const SqliteSettings& settings) : readers_(settings) {
        readers_.read([](Transaction& transaction) { transaction.run("SELECT 1 FROM sqlite_master LIMIT 1"); });
    }

    Engine engine() const override { return Engine::sqlite; }
    void read_with(const Work& work) override { readers_.read(work); }
    Rows look_with(std::string_view sql, std::span<const Value> parameters) override {
        return readers_.look(sql, parameters);
    }
    void write_with(const Work&) override { refuse(); }
    Outcome once_with(std::string_view, std::span<const Value>) override { refuse(); }
    void append(LogEntry, Appended) override { refuse(); }
    void script(const std::string&) override { refuse(); }

private:
    [[noreturn]] static void refuse() { throw StorageError(Fault::broken, "this database was opened only to read"); }
    Readers readers_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const SqliteSettings& settings) {
    if (settings.only_reads) return std::make_unique<OnlyReadSqlite>(settings);
    const std::filesystem::path folder = settings.file.parent_path();
    std::error_code error;
    if (!folder.empty() && std::filesystem::create_directories(folder, error)) ::chmod(folder.c_str(), 0700);
    return std::make_unique<Sqlite>(settings);
}

}  // namespace praxis::storage
