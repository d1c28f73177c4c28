// One connection to an SQLite file with its prepared statements, and the mapping of SQLite's errors. One thread at a
// time. The writing one creates the file, readable by its owner only; a reading one cannot write or checkpoint.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "adapters/storage/database.hpp"

namespace praxis::storage::sqlite {

class Connection final : public Transaction {
public:
    enum class Purpose : std::uint8_t { writing, reading };

    Connection(const std::filesystem::path& file, Purpose);

    bool usable() const { return true; }

    // Throws when the transaction is spoilt already.
    Outcome run_with(std::string_view sql, std::span<const Value> parameters) override;
    // Any number of statements, not kept prepared.
    void script(const std::string& sql);
    // In a transaction? SQLite ends one by itself when the disk is full or broken.
    bool within() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
    // Gives up the transaction, if there is one.
    void roll_back() noexcept;
    // The first error since this was called last: a statement that failed spoils what is around it.
    std::optional<StorageError> take_failure();

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    struct Statement {
        std::unique_ptr<sqlite3_stmt, Finalize> handle;
        std::vector<std::size_t> numbers;  // of $1, $2 …, as they occur: SQLite counts places, not numbers
        std::size_t parameters = 0;
        Row::Names columns;
        int prepared_anew = 0;  // how often, since the schema changed, when `columns` was made
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    Statement& prepared(std::string_view sql);
    Statement prepare(std::string_view sql);
    void bind(const Statement&, std::span<const Value> parameters, std::string_view sql);
    Outcome step(Statement&, std::string_view sql);
    [[noreturn]] void fail(std::string_view sql);

    std::unique_ptr<sqlite3, Close> handle_;
    std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> statements_;
    std::optional<StorageError> failure_;
};

}  // namespace praxis::storage::sqlite
