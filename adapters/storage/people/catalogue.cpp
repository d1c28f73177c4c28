#include "adapters/storage/people/catalogue.hpp"

#include <algorithm>

namespace praxis::storage {

Catalogue catalogue(Transaction& rows, Engine engine) {
    const char* sqlite =
        "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid";
    const char* postgres =
        "SELECT c.table_name::text, c.column_name::text FROM information_schema.columns c "
        "JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name "
        "WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' "
        "ORDER BY c.table_name, c.ordinal_position";
    Catalogue tables;
    for (const Row& row : rows.run(engine == Engine::sqlite ? sqlite : postgres))
        tables[row.text(0)].push_back(row.text(1));
    return tables;
}

bool has_column(const std::vector<std::string>& columns, std::string_view name) {
    return std::find(columns.begin(), columns.end(), name) != columns.end();
}

}  // namespace praxis::storage
