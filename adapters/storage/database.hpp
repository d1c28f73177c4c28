// A database as this program uses one: SQL written once, run on SQLite or PostgreSQL. Parameters are $1 … $n on both;
// `now_ms()` in a statement is the database's own clock (ms since 1970, UTC), the same for every node. Threads: any;
// calls block the calling thread (never call from an event loop), except `append`, which only queues. Errors:
// StorageError. Owner: program.
//
// The two engines are made to behave alike:
// - A write runs as if it were alone. Where two meet, one is run again, so it must have no effect but on the database.
// - A statement that failed spoils its transaction, even if its error is caught: nothing of it is kept.
// - A read sees one moment, whatever is written meanwhile.
// - What returns without an error is on the disk. `unavailable` says that it is not known whether it was kept.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "adapters/storage/fault.hpp"
#include "adapters/storage/row.hpp"

namespace praxis::storage {

class Transaction {
public:
    virtual ~Transaction() = default;
    virtual Outcome run_with(std::string_view sql, std::span<const Value> parameters) = 0;

    template <class... Parameters>
    Rows run(std::string_view sql, Parameters&&... parameters) {
        return run_with(sql, values_of(std::forward<Parameters>(parameters)...)).rows;
    }
    // How many rows the statement changed.
    template <class... Parameters>
    std::int64_t change(std::string_view sql, Parameters&&... parameters) {
        return run_with(sql, values_of(std::forward<Parameters>(parameters)...)).changed;
    }
};

enum class Engine : std::uint8_t { sqlite, postgres };
std::string_view name(Engine);

// One entry of an attempt's log. (tenant, attempt, seq) is the fence: of two nodes that write the same entry one is
// refused with Fault::unique.
struct LogEntry {
    std::string tenant, attempt;
    std::int64_t seq = 0;
    std::int64_t at_ms = 0;
    std::string events;  // JSON lines
    bool again = false;  // repeats one whose fate is not known: if it is there with this content, it counts as kept
};
using Appended = std::function<void(std::optional<StorageError>)>;

class Database {
public:
    using Work = std::function<void(Transaction&)>;

    virtual ~Database() = default;
    virtual Engine engine() const = 0;
    virtual void read_with(const Work&) = 0;
    virtual void write_with(const Work&) = 0;
    // One statement that only reads, by itself: it sees one moment without a transaction around it, which on PostgreSQL
    // is a third of the round trips of a read.
    virtual Rows look_with(std::string_view sql, std::span<const Value> parameters) = 0;
    // One statement by itself, which on PostgreSQL is a third of the round trips of a write. It meets others row by
    // row: an UPDATE looks at its WHERE again when it had to wait for the row.
    virtual Outcome once_with(std::string_view sql, std::span<const Value> parameters) = 0;
    // Durable when `done` is called, from a thread of the database's; many together cost little more than one. Entries
    // are written in the order they came. `done` must not block, throw, or call the database.
    virtual void append(LogEntry, Appended done) = 0;
    // Statements that cannot run inside a transaction, without parameters and not repeated.
    virtual void script(const std::string& sql) = 0;

    // What `work` returns, from the run that was kept.
    template <class F>
    auto read(F&& work) {
        return resulting<std::invoke_result_t<F, Transaction&>>([&](const Work& all) { read_with(all); }, work);
    }
    template <class F>
    auto write(F&& work) {
        return resulting<std::invoke_result_t<F, Transaction&>>([&](const Work& all) { write_with(all); }, work);
    }
    template <class... Parameters>
    Rows look(std::string_view sql, Parameters&&... parameters) {
        return look_with(sql, values_of(std::forward<Parameters>(parameters)...));
    }
    template <class... Parameters>
    Outcome once(std::string_view sql, Parameters&&... parameters) {
        return once_with(sql, values_of(std::forward<Parameters>(parameters)...));
    }

private:
    template <class Result, class Run, class F>
    static Result resulting(const Run& run, F& work) {
        if constexpr (std::is_void_v<Result>) {
            run([&](Transaction& transaction) { work(transaction); });
        } else {
            std::optional<Result> result;
            run([&](Transaction& transaction) { result.emplace(work(transaction)); });
            return std::move(*result);
        }
    }
};

}  // namespace praxis::storage
