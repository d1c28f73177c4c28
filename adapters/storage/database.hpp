// A database as this program uses one: SQL written once, run on SQLite or PostgreSQL. Parameters are $1 … $n on both.
// Work runs inside transactions that commit durably before the call returns; a write that meets a conflict is run
// again, so it must have no effect but on the database. Errors: StorageError, whose text names statement and cause but
// never a bound value. Threads: any; calls block the calling thread (never call from an event loop), except `append`,
// which only queues. Owner: program.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace praxis::storage {

enum class Fault : std::uint8_t {
    unique,       // the row is there already
    foreign_key,  // refers to a row that is not there
    check,        // breaks a rule of the schema
    conflict,     // two writers met; tried again in vain
    unavailable,  // no connection: worth trying later
    full,         // no room on the disk
    newer,        // the schema was made by a newer program
    broken,       // anything else
};
std::string_view name(Fault);

struct StorageError : std::runtime_error {
    StorageError(Fault kind, const std::string& what) : std::runtime_error(what), fault(kind) {}
    Fault fault;
};

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

class Row {
public:
    explicit Row(std::vector<Value> values) : values_(std::move(values)) {}
    bool null(std::size_t column) const { return std::holds_alternative<std::monostate>(values_.at(column)); }
    std::int64_t whole(std::size_t column) const;  // null: 0
    double number(std::size_t column) const;       // null: 0
    std::string text(std::size_t column) const;    // null: empty
    std::optional<std::int64_t> maybe_whole(std::size_t column) const;
    std::optional<std::string> maybe_text(std::size_t column) const;

private:
    std::vector<Value> values_;
};
using Rows = std::vector<Row>;

class Transaction {
public:
    virtual ~Transaction() = default;
    virtual Rows run(std::string_view sql, std::span<const Value> parameters) = 0;

    template <class... Parameters>
    Rows run(std::string_view sql, Parameters&&... parameters) {
        const std::vector<Value> values{to_value(std::forward<Parameters>(parameters))...};
        return run(sql, std::span<const Value>(values));
    }
    // How many rows the last statement changed.
    virtual std::int64_t changed() const = 0;

private:
    static Value to_value(std::nullptr_t) { return {}; }
    static Value to_value(const std::string& text) { return text; }
    static Value to_value(std::string_view text) { return std::string(text); }
    static Value to_value(const char* text) { return std::string(text); }
    static Value to_value(double number) { return number; }
    static Value to_value(Value value) { return value; }
    template <class T>
    requires std::is_integral_v<T>
    static Value to_value(T number) { return static_cast<std::int64_t>(number); }
    template <class T>
    static Value to_value(const std::optional<T>& maybe) {
        return maybe ? to_value(*maybe) : Value{};
    }
};

enum class Engine : std::uint8_t { sqlite, postgres };

// One entry of an attempt's log. (tenant, attempt, seq) is the fence: of two nodes that write the same entry one is
// refused with Fault::unique.
struct LogEntry {
    std::string tenant, attempt;
    std::int64_t seq = 0;
    std::int64_t at_ms = 0;
    std::string events;  // JSON lines
};
using Appended = std::function<void(std::optional<StorageError>)>;

class Database {
public:
    using Work = std::function<void(Transaction&)>;

    virtual ~Database() = default;
    virtual Engine engine() const = 0;
    virtual void read(const Work&) = 0;
    virtual void write(const Work&) = 0;
    // Durable when `done` is called, from a thread of the database's; many together cost little more than one.
    virtual void append(LogEntry, Appended done) = 0;
    // Statements that cannot run inside a transaction, without parameters.
    virtual void script(const std::string& sql) = 0;
};

}  // namespace praxis::storage
