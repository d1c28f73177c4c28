// The tables of a database as its own catalogue tells them, the same for both engines. Values only; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/storage/database.hpp"

namespace praxis::storage {

enum class ColumnKind : std::uint8_t { text, whole, real };  // TEXT, BIGINT, DOUBLE PRECISION: there is no other
std::string_view name(ColumnKind);

struct Column {
    std::string name;
    ColumnKind kind = ColumnKind::text;
    friend bool operator==(const Column&, const Column&) = default;
};

struct Table {
    std::string name;
    std::vector<Column> columns;
    std::vector<std::string> key;  // the primary key's columns, in its order
    friend bool operator==(const Table&, const Table&) = default;
};

// All but the schema's history, those that others refer to before them, otherwise by name. Throws StorageError (broken)
// when one has no primary key or a column of another kind.
std::vector<Table> tables_in(Transaction&, Engine);

}  // namespace praxis::storage
