#include "adapters/storage/copy/row_source.hpp"

#include <algorithm>

#include "adapters/storage/copy/row_line.hpp"
#include "adapters/storage/migrate.hpp"

namespace praxis::storage {
namespace {

constexpr int kPage = 200;  // rows

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string page_of(const Table& table, bool first) {
    std::string columns, places;
    for (const Column& column : table.columns) columns += (columns.empty() ? "" : ", ") + column.name;
    for (std::size_t i = 1; i <= table.key.size(); ++i) places += (i == 1 ? "$" : ", $") + std::to_string(i);
    const std::string key = joined(table.key);
    return "SELECT " + columns + " FROM " + table.name + (first ? "" : " WHERE (" + key + ") > (" + places + ")") +
           " ORDER BY " + key + " LIMIT " + std::to_string(kPage);
}

std::vector<Value> key_of(const Row& row, const Table& table) {
    std::vector<Value> key;
    for (const std::string& column : table.key) key.push_back(row.value(column));
    return key;
}

// A copy may take long, and what it writes to may be slow.
void allow_time(Transaction& transaction, Engine engine) {
    if (engine == Engine::postgres) transaction.run("SET LOCAL idle_in_transaction_session_timeout = 0");
}

}  // namespace

TableSum send_table(Transaction& transaction, const Table& table, RowSink& sink) {
    RowSum sum;
    sink.begin_table(table);
    const std::string next_page = page_of(table, false);
    for (Rows rows = transaction.run(page_of(table, true)); !rows.empty();) {
        for (const Row& row : rows) {
            std::vector<Value> values;
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                values.push_back(as_kept(row.value(i), table.columns[i].kind));
            const std::string line = to_line(values);
            sum.add(line);
            sink.row(std::move(values), line);
        }
        if (rows.size() < kPage) break;
        rows = transaction.run_with(next_page, key_of(rows.back(), table)).rows;
    }
    sink.end_table();
    return {table.name, sum.rows(), sum.digest()};
}

int DatabaseSource::schema() {
    return schema_version(database_).found;
}

Inventory DatabaseSource::send(const std::function<RowSink&()>& begin) {
    return database_.read([&](Transaction& transaction) {
        allow_time(transaction, database_.engine());
        Inventory inventory;
        inventory.schema = schema_of(transaction, database_.engine());
        RowSink& sink = begin();
        for (const Table& table : tables_in(transaction, database_.engine()))
            inventory.tables.push_back(send_table(transaction, table, sink));
        return inventory;
    });
}

}  // namespace praxis::storage
