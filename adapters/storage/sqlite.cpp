#include "adapters/storage/sqlite.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace praxis::storage {
namespace {

constexpr std::size_t kBatchMax = 512;  // works in one commit
constexpr const char* kAppend =
    "INSERT INTO attempt_log (tenant_id, attempt_id, seq, at_ms, events) VALUES ($1, $2, $3, $4, $5)";

Fault fault_of(int code) {
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY: return Fault::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY: return Fault::foreign_key;
        case SQLITE_CONSTRAINT_CHECK:
        case SQLITE_CONSTRAINT_NOTNULL: return Fault::check;
        default: break;
    }
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Fault::conflict;
        case SQLITE_FULL: return Fault::full;
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR: return Fault::unavailable;
        default: return Fault::broken;
    }
}

class Connection final : public Transaction {
public:
    Connection(const std::filesystem::path& file, bool writes) {
        const int flags =
            SQLITE_OPEN_NOMUTEX | (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
        if (sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
            const StorageError error(Fault::unavailable,
                                     "cannot open " + file.string() + ": " + sqlite3_errmsg(handle_));
            sqlite3_close(handle_);
            throw error;
        }
        sqlite3_extended_result_codes(handle_, 1);
        sqlite3_busy_timeout(handle_, 5000);
        if (writes) script("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=2000;");
        script(
            "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA trusted_schema=OFF;");
        if (!writes) script("PRAGMA wal_autocheckpoint=0; PRAGMA query_only=ON;");
    }
    ~Connection() override {
        for (auto& [sql, statement] : statements_) sqlite3_finalize(statement);
        sqlite3_close(handle_);
    }
    Connection(const Connection&) = delete;

    using Transaction::run;
    Rows run(std::string_view sql, std::span<const Value> parameters) override {
        sqlite3_stmt* statement = prepared(sql);
        for (std::size_t i = 0; i < parameters.size(); ++i) bind(statement, static_cast<int>(i) + 1, parameters[i]);
        Rows rows;
        int code = SQLITE_OK;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) rows.push_back(row_of(statement));
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
        if (code != SQLITE_DONE) fail(code, sql);
        return rows;
    }
    std::int64_t changed() const override { return sqlite3_changes64(handle_); }

    void script(const std::string& sql) {
        const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) fail(sqlite3_extended_errcode(handle_), sql);
    }

private:
    sqlite3_stmt* prepared(std::string_view sql) {
        const auto found = statements_.find(std::string(sql));
        if (found != statements_.end()) return found->second;
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                               nullptr) != SQLITE_OK)
            fail(sqlite3_extended_errcode(handle_), sql);
        return statements_.emplace(std::string(sql), statement).first->second;
    }

    void bind(sqlite3_stmt* statement, int at, const Value& value) {
        if (const auto* whole = std::get_if<std::int64_t>(&value))
            sqlite3_bind_int64(statement, at, *whole);
        else if (const auto* real = std::get_if<double>(&value))
            sqlite3_bind_double(statement, at, *real);
        else if (const auto* text = std::get_if<std::string>(&value))
            sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        else
            sqlite3_bind_null(statement, at);
    }

    static Row row_of(sqlite3_stmt* statement) {
        std::vector<Value> values;
        const int columns = sqlite3_column_count(statement);
        values.reserve(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i) values.push_back(value_of(statement, i));
        return Row(std::move(values));
    }

    static Value value_of(sqlite3_stmt* statement, int column) {
        switch (sqlite3_column_type(statement, column)) {
            case SQLITE_INTEGER: return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
            case SQLITE_FLOAT: return sqlite3_column_double(statement, column);
            case SQLITE_NULL: return std::monostate{};
            default: break;
        }
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    }

    // SQLite's messages name columns and statements, never values.
    [[noreturn]] void fail(int code, std::string_view sql) {
        throw StorageError(fault_of(code),
                           std::string(sqlite3_errmsg(handle_)) + " in: " + std::string(sql.substr(0, 120)));
    }

    sqlite3* handle_ = nullptr;
    std::unordered_map<std::string, sqlite3_stmt*> statements_;
};

// Held while the file is open: two programs that write would meet the fault above.
class FileLock {
public:
    explicit FileLock(const std::filesystem::path& file) {
        const std::string path = file.string() + ".lock";
        descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor_ < 0) throw StorageError(Fault::unavailable, "cannot open " + path);
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
            ::close(descriptor_);
            throw StorageError(Fault::unavailable, "another program holds " + file.string() + " open");
        }
    }
    ~FileLock() { ::close(descriptor_); }
    FileLock(const FileLock&) = delete;

private:
    int descriptor_ = -1;
};

class Sqlite final : public Database {
public:
    explicit Sqlite(const SqliteSettings& settings)
        : settings_(settings), lock_(settings.file), writer_(settings.file, true), thread_([this] { write_on(); }) {}
    ~Sqlite() override {
        {
            const std::lock_guard guard(mutex_);
            stopping_ = true;
        }
        arrived_.notify_one();
        thread_.join();
    }

    Engine engine() const override { return Engine::sqlite; }

    void read(const Work& work) override {
        std::unique_ptr<Connection> connection = borrow();
        try {
            connection->script("BEGIN");
            work(*connection);
            connection->script("COMMIT");
        } catch (...) {
            if (connection) roll_back(*connection);
            give_back(std::move(connection));
            throw;
        }
        give_back(std::move(connection));
    }

    void write(const Work& work) override {
        std::exception_ptr failure;
        std::mutex mutex;
        std::condition_variable finished;
        bool done = false;
        queue({[&work](Connection& connection) { work(connection); },
               [&](const std::exception_ptr& error) {
                   const std::lock_guard guard(mutex);
                   failure = error;
                   done = true;
                   finished.notify_one();
               }});
        std::unique_lock guard(mutex);
        finished.wait(guard, [&] { return done; });
        if (failure) std::rethrow_exception(failure);
    }

    void append(LogEntry entry, Appended done) override {
        queue({[entry = std::move(entry)](Connection& connection) {
                   connection.run(kAppend, entry.tenant, entry.attempt, entry.seq, entry.at_ms, entry.events);
               },
               [done = std::move(done)](const std::exception_ptr& failure) { done(error_of(failure)); }});
    }

    void script(const std::string& sql) override {
        std::exception_ptr failure;
        std::mutex mutex;
        std::condition_variable finished;
        bool done = false;
        Job job{[&](Connection& connection) { connection.script(sql); },
                [&](const std::exception_ptr& error) {
                    const std::lock_guard guard(mutex);
                    failure = error;
                    done = true;
                    finished.notify_one();
                }};
        job.alone = true;
        queue(std::move(job));
        std::unique_lock guard(mutex);
        finished.wait(guard, [&] { return done; });
        if (failure) std::rethrow_exception(failure);
    }

private:
    struct Job {
        std::function<void(Connection&)> work;
        std::function<void(const std::exception_ptr&)> done;
        bool alone = false;  // outside any transaction
        std::exception_ptr failure{};
    };

    static std::optional<StorageError> error_of(const std::exception_ptr& failure) {
        if (!failure) return std::nullopt;
        try {
            std::rethrow_exception(failure);
        } catch (const StorageError& error) {
            return error;
        } catch (const std::exception& error) {
            return StorageError(Fault::broken, error.what());
        }
    }

    void queue(Job job) {
        {
            const std::lock_guard guard(mutex_);
            jobs_.push_back(std::move(job));
        }
        arrived_.notify_one();
    }

    void write_on() {
        while (true) {
            std::vector<Job> batch = next_batch();
            if (batch.empty()) return;
            if (batch.front().alone)
                do_alone(batch.front());
            else
                commit(batch);
            for (Job& job : batch) job.done(job.failure);
        }
    }

    std::vector<Job> next_batch() {
        std::unique_lock guard(mutex_);
        arrived_.wait(guard, [this] { return stopping_ || !jobs_.empty(); });
        std::vector<Job> batch;
        while (!jobs_.empty() && batch.size() < kBatchMax) {
            if (jobs_.front().alone && !batch.empty()) break;
            batch.push_back(std::move(jobs_.front()));
            jobs_.pop_front();
            if (batch.back().alone) break;
        }
        return batch;
    }

    void do_alone(Job& job) {
        try {
            job.work(writer_);
        } catch (...) {
            job.failure = std::current_exception();
        }
    }

    // Every job has a savepoint, so that one that fails takes nothing of the others with it. When the commit itself
    // fails, nothing was kept and everybody is told.
    void commit(std::vector<Job>& batch) {
        try {
            writer_.run("BEGIN IMMEDIATE");
            for (Job& job : batch) attempt(job);
            writer_.run("COMMIT");
        } catch (...) {
            const std::exception_ptr failure = std::current_exception();
            roll_back(writer_);
            for (Job& job : batch)
                if (!job.failure) job.failure = failure;
        }
    }

    void attempt(Job& job) {
        writer_.run("SAVEPOINT job");
        try {
            job.work(writer_);
        } catch (...) {
            job.failure = std::current_exception();
        }
        if (job.failure) writer_.run("ROLLBACK TO job");
        writer_.run("RELEASE job");
    }

    static void roll_back(Connection& connection) {
        try {
            connection.script("ROLLBACK");
        } catch (const StorageError&) {  // SQLite has done so by itself
        }
    }

    std::unique_ptr<Connection> borrow() {
        std::unique_lock guard(readers_mutex_);
        returned_.wait(guard, [this] { return !readers_.empty() || made_ < settings_.readers; });
        if (!readers_.empty()) {
            auto connection = std::move(readers_.back());
            readers_.pop_back();
            return connection;
        }
        auto connection = std::make_unique<Connection>(settings_.file, false);
        ++made_;
        return connection;
    }

    void give_back(std::unique_ptr<Connection> connection) {
        {
            const std::lock_guard guard(readers_mutex_);
            readers_.push_back(std::move(connection));
        }
        returned_.notify_one();
    }

    const SqliteSettings settings_;
    FileLock lock_;
    Connection writer_;  // its thread only
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Job> jobs_;
    bool stopping_ = false;
    std::mutex readers_mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> readers_;
    unsigned made_ = 0;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const SqliteSettings& settings) {
    std::error_code error;
    if (settings.file.has_parent_path()) std::filesystem::create_directories(settings.file.parent_path(), error);
    return std::make_unique<Sqlite>(settings);
}

}  // namespace praxis::storage
