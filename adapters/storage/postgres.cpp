#include "adapters/storage/postgres.hpp"

#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace praxis::storage {
namespace {

constexpr std::size_t kBatchMax = 512;
constexpr int kTriesMax = 5;
constexpr const char* kSettings =
    "SET client_min_messages = warning; SET synchronous_commit = on; SET statement_timeout = '20s';"
    "SET idle_in_transaction_session_timeout = '30s'; SET lock_timeout = '10s'; SET timezone = 'UTC'";
// What was not inserted was there already: the fence.
constexpr const char* kAppend =
    "INSERT INTO attempt_log (tenant_id, attempt_id, seq, at_ms, events) "
    "SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[]) "
    "ON CONFLICT DO NOTHING RETURNING tenant_id, attempt_id, seq";

enum Oid : unsigned { kBool = 16, kInt8 = 20, kInt2 = 21, kInt4 = 23, kFloat4 = 700, kFloat8 = 701, kNumeric = 1700 };

Fault fault_of(std::string_view state) {
    if (state == "23505") return Fault::unique;
    if (state == "23503") return Fault::foreign_key;
    if (state == "23514" || state == "23502") return Fault::check;
    if (state == "40001" || state == "40P01" || state == "55P03") return Fault::conflict;
    if (state == "53100") return Fault::full;
    const std::string_view group = state.substr(0, 2);
    if (group == "08" || group == "57" || group == "53" || state.empty()) return Fault::unavailable;
    return Fault::broken;
}

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

class Connection final : public Transaction {
public:
    explicit Connection(const std::string& url) : handle_(PQconnectdb(url.c_str())) {
        if (PQstatus(handle_) != CONNECTION_OK) {
            PQfinish(handle_);
            throw StorageError(Fault::unavailable, "the PostgreSQL server cannot be reached");
        }
        script(kSettings);
    }
    ~Connection() override { PQfinish(handle_); }
    Connection(const Connection&) = delete;

    bool alive() const { return PQstatus(handle_) == CONNECTION_OK; }

    using Transaction::run;
    Rows run(std::string_view sql, std::span<const Value> parameters) override {
        std::vector<std::string> texts(parameters.size());
        std::vector<const char*> values(parameters.size(), nullptr);
        for (std::size_t i = 0; i < parameters.size(); ++i)
            if (write(parameters[i], texts[i])) values[i] = texts[i].c_str();
        return rows_of(execute(prepared(sql, parameters.size()), values, sql));
    }
    std::int64_t changed() const override { return changed_; }

    void script(const std::string& sql) {
        const Answer answer(PQexec(handle_, sql.c_str()));
        check(answer.get(), sql);
    }

private:
    static bool write(const Value& value, std::string& text) {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) text = std::to_string(*whole);
        if (const auto* real = std::get_if<double>(&value)) {
            std::array<char, 32> digits{};
            text.assign(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), *real).ptr);
        }
        if (const auto* given = std::get_if<std::string>(&value)) text = *given;
        return !std::holds_alternative<std::monostate>(value);
    }

    const std::string& prepared(std::string_view sql, std::size_t parameters) {
        const auto found = statements_.find(std::string(sql));
        if (found != statements_.end()) return found->second;
        const std::string name = "s" + std::to_string(statements_.size());
        const std::string text(sql);
        const Answer answer(PQprepare(handle_, name.c_str(), text.c_str(), static_cast<int>(parameters), nullptr));
        check(answer.get(), sql);
        return statements_.emplace(text, name).first->second;
    }

    Answer execute(const std::string& name, const std::vector<const char*>& values, std::string_view sql) {
        Answer answer(
            PQexecPrepared(handle_, name.c_str(), static_cast<int>(values.size()), values.data(), nullptr, nullptr, 0));
        check(answer.get(), sql);
        const std::string_view count = PQcmdTuples(answer.get());
        changed_ = 0;
        std::from_chars(count.data(), count.data() + count.size(), changed_);
        return answer;
    }

    static Rows rows_of(const Answer& answer) {
        Rows rows;
        const int columns = PQnfields(answer.get());
        for (int i = 0; i < PQntuples(answer.get()); ++i) {
            std::vector<Value> values;
            for (int j = 0; j < columns; ++j) values.push_back(value_of(answer.get(), i, j));
            rows.emplace_back(std::move(values));
        }
        return rows;
    }

    static Value value_of(const PGresult* answer, int row, int column) {
        if (PQgetisnull(answer, row, column)) return std::monostate{};
        const std::string text(PQgetvalue(answer, row, column),
                               static_cast<std::size_t>(PQgetlength(answer, row, column)));
        std::int64_t whole = 0;
        double real = 0;
        switch (PQftype(answer, column)) {
            case kInt2:
            case kInt4:
            case kInt8: std::from_chars(text.data(), text.data() + text.size(), whole); return whole;
            case kBool: return static_cast<std::int64_t>(text == "t");
            case kFloat4:
            case kFloat8:
            case kNumeric: std::from_chars(text.data(), text.data() + text.size(), real); return real;
            default: return text;
        }
    }

    // The server's own detail line holds values; only state and primary message are kept.
    void check(const PGresult* answer, std::string_view sql) const {
        const ExecStatusType status = PQresultStatus(answer);
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
        const char* state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
        const char* message = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
        const Fault fault = alive() ? fault_of(state ? state : "") : Fault::unavailable;
        const bool quotes_values = state && std::string_view(state).starts_with("22");
        throw StorageError(fault, std::string(message && !quotes_values ? message : "the statement failed") + " (" +
                                      (state ? state : "no connection") + ") in: " + std::string(sql.substr(0, 120)));
    }

    PGconn* handle_;
    std::unordered_map<std::string, std::string> statements_;
    std::int64_t changed_ = 0;
};

std::string array_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

class Postgres final : public Database {
public:
    explicit Postgres(const PostgresSettings& settings) : settings_(settings) {
        idle_.push_back(std::make_unique<Connection>(settings_.url));
        made_ = 1;
        appender_ = std::thread([this] { append_on(); });
    }
    ~Postgres() override {
        {
            const std::lock_guard guard(log_mutex_);
            stopping_ = true;
        }
        arrived_.notify_one();
        appender_.join();
    }

    Engine engine() const override { return Engine::postgres; }
    void read(const Work& work) override { in_transaction(work, "BEGIN READ ONLY"); }
    void write(const Work& work) override { in_transaction(work, "BEGIN"); }

    void append(LogEntry entry, Appended done) override {
        {
            const std::lock_guard guard(log_mutex_);
            waiting_.push_back({std::move(entry), std::move(done)});
        }
        arrived_.notify_one();
    }

    void script(const std::string& sql) override {
        auto connection = borrow();
        try {
            connection->script(sql);
        } catch (...) {
            give_back(std::move(connection));
            throw;
        }
        give_back(std::move(connection));
    }

private:
    struct Waiting {
        LogEntry entry;
        Appended done;
    };

    void in_transaction(const Work& work, const char* begin) {
        for (int attempt = 1;; ++attempt) {
            auto connection = borrow();
            try {
                connection->script(begin);
                work(*connection);
                connection->script("COMMIT");
                return give_back(std::move(connection));
            } catch (const StorageError& error) {
                give_back(rolled_back(std::move(connection)));
                if (error.fault != Fault::conflict || attempt == kTriesMax) throw;
                std::this_thread::sleep_for(std::chrono::milliseconds(5 << attempt));
            } catch (...) {
                give_back(rolled_back(std::move(connection)));
                throw;
            }
        }
    }

    static std::unique_ptr<Connection> rolled_back(std::unique_ptr<Connection> connection) {
        try {
            connection->script("ROLLBACK");
        } catch (const StorageError&) {
            connection.reset();
        }
        return connection;
    }

    std::unique_ptr<Connection> borrow() {
        std::unique_lock guard(mutex_);
        returned_.wait(guard, [this] { return !idle_.empty() || made_ < settings_.connections; });
        while (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            if (connection->alive()) return connection;
            --made_;
        }
        ++made_;
        guard.unlock();
        try {
            return std::make_unique<Connection>(settings_.url);
        } catch (...) {
            give_back(nullptr);
            throw;
        }
    }

    void give_back(std::unique_ptr<Connection> connection) {
        {
            const std::lock_guard guard(mutex_);
            if (connection && connection->alive())
                idle_.push_back(std::move(connection));
            else
                --made_;
        }
        returned_.notify_one();
    }

    void append_on() {
        std::unique_ptr<Connection> connection;
        while (true) {
            std::vector<Waiting> batch;
            {
                std::unique_lock guard(log_mutex_);
                arrived_.wait(guard, [this] { return stopping_ || !waiting_.empty(); });
                if (waiting_.empty()) return;
                while (!waiting_.empty() && batch.size() < kBatchMax) {
                    batch.push_back(std::move(waiting_.front()));
                    waiting_.pop_front();
                }
            }
            append_all(connection, batch);
        }
    }

    void append_all(std::unique_ptr<Connection>& connection, std::vector<Waiting>& batch) {
        try {
            if (!connection || !connection->alive()) connection = std::make_unique<Connection>(settings_.url);
            const std::vector<bool> kept = insert(*connection, batch);
            for (std::size_t i = 0; i < batch.size(); ++i)
                batch[i].done(kept[i] ? std::nullopt
                                      : std::optional(StorageError(Fault::unique, "this entry was written already")));
        } catch (const StorageError& error) {
            if (batch.size() > 1 && error.fault != Fault::unavailable && error.fault != Fault::full)
                return append_singly(connection, batch);
            for (Waiting& one : batch) one.done(error);
        }
    }

    // One bad entry must not take the others with it.
    void append_singly(std::unique_ptr<Connection>& connection, std::vector<Waiting>& batch) {
        for (Waiting& one : batch) {
            std::vector<Waiting> alone;
            alone.push_back(std::move(one));
            append_all(connection, alone);
        }
    }

    static std::vector<bool> insert(Connection& connection, const std::vector<Waiting>& batch) {
        std::array<std::string, 5> columns;
        for (const Waiting& one : batch) {
            const LogEntry& entry = one.entry;
            const std::array<std::string, 5> texts = {array_text(entry.tenant), array_text(entry.attempt),
                                                      std::to_string(entry.seq), std::to_string(entry.at_ms),
                                                      array_text(entry.events)};
            for (std::size_t i = 0; i < columns.size(); ++i) columns[i] += (columns[i].empty() ? "{" : ",") + texts[i];
        }
        for (std::string& column : columns) column += "}";
        const Rows inserted = connection.run(kAppend, columns[0], columns[1], columns[2], columns[3], columns[4]);
        std::vector<bool> kept(batch.size(), inserted.size() == batch.size());
        if (inserted.size() == batch.size()) return kept;
        for (const Row& row : inserted)
            for (std::size_t i = 0; i < batch.size(); ++i) {
                const LogEntry& entry = batch[i].entry;
                if (!kept[i] && entry.attempt == row.text(1) && entry.seq == row.whole(2) &&
                    entry.tenant == row.text(0)) {
                    kept[i] = true;
                    break;
                }
            }
        return kept;
    }

    const PostgresSettings settings_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    unsigned made_ = 0;
    std::mutex log_mutex_;
    std::condition_variable arrived_;
    std::deque<Waiting> waiting_;
    bool stopping_ = false;
    std::thread appender_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const PostgresSettings& settings) {
    return std::make_unique<Postgres>(settings);
}

}  // namespace praxis::storage
