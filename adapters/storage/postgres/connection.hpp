// One connection to a PostgreSQL server with its prepared statements, and the mapping of its errors. One thread at a
// time. Nothing waits for ever: connecting, statements, locks and idle transactions have limits, and a server that has
// vanished from the network is noticed.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "adapters/storage/database.hpp"

namespace praxis::storage::postgres {

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

class Connection final : public Transaction {
public:
    // `url` as libpq reads it; a password in it never gets into an error. `who`: how the server lists it. Throws
    // StorageError (unavailable).
    Connection(const std::string& url, const std::string& who);

    // False when the server has closed it, as far as that can be told without asking.
    bool usable();
    bool alive() const { return PQstatus(handle_.get()) == CONNECTION_OK; }

    Outcome run_with(std::string_view sql, std::span<const Value> parameters) override;
    // Any number of statements without parameters, in the simple protocol.
    void script(const std::string& sql);
    void begin(const char* manner);
    // Throws when a statement had failed, and nothing is kept.
    void commit();
    // Gives up the transaction, if there is one.
    void roll_back() noexcept;

    PGconn* handle() const { return handle_.get(); }

private:
    struct Close {
        void operator()(PGconn* handle) const { PQfinish(handle); }
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    struct Prepared {
        std::string name;
        Row::Names columns;  // known from its first answer on
    };
    Prepared& prepared(std::string_view sql, std::size_t parameters);
    Outcome execute(std::string_view sql, std::span<const Value> parameters);
    void check(const PGresult* answer, std::string_view sql);

    std::unique_ptr<PGconn, Close> handle_;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> statements_;  // by their text
    std::size_t names_ = 0;
    bool spoilt_ = false;
};

}  // namespace praxis::storage::postgres
