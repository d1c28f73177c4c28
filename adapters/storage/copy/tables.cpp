#include "adapters/storage/copy/tables.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace praxis::storage {
namespace {

// Each gives rows of text: table and column, table and key column, table and table it refers to.
struct Catalogue {
    const char *columns, *keys, *references;
};

constexpr Catalogue kSqlite = {
    "SELECT t.name, c.name, lower(c.type) FROM sqlite_master t JOIN pragma_table_info(t.name) c "
    "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid",
    "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c "
    "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND c.pk > 0 ORDER BY t.name, c.pk",
    "SELECT t.name, f.\"table\" FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'"};

constexpr Catalogue kPostgres = {
    "SELECT table_name, column_name, data_type FROM information_schema.columns "
    "WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position",
    "SELECT t.relname, a.attname FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid "
    "JOIN pg_namespace n ON n.oid = t.relnamespace "
    "CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (number, place) "
    "JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number "
    "WHERE i.indisprimary AND n.nspname = current_schema() ORDER BY t.relname, k.place",
    "SELECT t.relname, r.relname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid "
    "JOIN pg_class r ON r.oid = c.confrelid JOIN pg_namespace n ON n.oid = t.relnamespace "
    "WHERE c.contype = 'f' AND n.nspname = current_schema()"};

constexpr const char* kHistory = "schema_migration";

ColumnKind kind_of(const std::string& type, const std::string& where) {
    if (type == "text") return ColumnKind::text;
    if (type == "bigint") return ColumnKind::whole;
    if (type == "double precision") return ColumnKind::real;
    throw StorageError(Fault::broken, where + " is of type " + type +
                                          ": only TEXT, BIGINT and DOUBLE PRECISION are the same on both engines");
}

using ByName = std::map<std::string, Table>;
using References = std::map<std::string, std::set<std::string>>;

// Takes the first table that refers to none that is still left.
std::optional<Table> take_next(ByName& left, const References& references) {
    const auto free = [&](const auto& named) {
        const auto found = references.find(named.first);
        return found == references.end() ||
               std::none_of(found->second.begin(), found->second.end(),
                            [&](const auto& other) { return other != named.first && left.contains(other); });
    };
    const auto next = std::find_if(left.begin(), left.end(), free);
    if (next == left.end()) return std::nullopt;
    return std::move(left.extract(next).mapped());
}

}  // namespace

std::string_view name(ColumnKind kind) {
    return kind == ColumnKind::text ? "text" : kind == ColumnKind::whole ? "whole" : "real";
}

std::vector<Table> tables_in(Transaction& transaction, Engine engine) {
    const Catalogue& catalogue = engine == Engine::sqlite ? kSqlite : kPostgres;
    ByName left;
    for (const Row& row : transaction.run(catalogue.columns)) {
        Table& table = left[row.text(0)];
        table.name = row.text(0);
        if (table.name != kHistory)
            table.columns.push_back({row.text(1), kind_of(row.text(2), table.name + "." + row.text(1))});
    }
    left.erase(kHistory);
    for (const Row& row : transaction.run(catalogue.keys))
        if (const auto found = left.find(row.text(0)); found != left.end()) found->second.key.push_back(row.text(1));
    References references;
    for (const Row& row : transaction.run(catalogue.references)) references[row.text(0)].insert(row.text(1));

    std::vector<Table> ordered;
    while (auto next = take_next(left, references)) {
        if (next->key.empty()) throw StorageError(Fault::broken, "table " + next->name + " has no primary key");
        ordered.push_back(std::move(*next));
    }
    if (!left.empty()) throw StorageError(Fault::broken, "tables refer to each other in a circle");
    return ordered;
}

}  // namespace praxis::storage
