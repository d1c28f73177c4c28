#include "adapters/storage/copy/copy.hpp"

#include <algorithm>

#include "adapters/storage/copy/database_sink.hpp"
#include "adapters/storage/copy/row_source.hpp"
#include "adapters/storage/migrate.hpp"

namespace praxis::storage {
namespace {

constexpr const char* kNodes =
    "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'praxis'";

// An empty database is brought to the schema that the rows were written under.
void prepare(Database& target, int schema) {
    refuse_newer_schema(schema);
    const int found = schema_version(target).found;
    if (found != 0 && found != schema)
        throw CopyRefused("the target has schema " + std::to_string(found) + " and the copy schema " +
                          std::to_string(schema) + ": give the address of a new, empty database");
    migrate(target, migrations().first(static_cast<std::size_t>(schema)));
}

// An SQLite file that could be opened is nobody else's.
void refuse_running_nodes(Database& database) {
    if (database.engine() == Engine::sqlite) return;
    const Rows nodes = database.read([](Transaction& transaction) { return transaction.run(kNodes); });
    if (nodes.front().whole(0) > 0)
        throw CopyRefused("the source is in use by " + nodes.front().text(0) +
                          " connections: stop its nodes, or what they write meanwhile is lost");
}

void compare(const Inventory& sent, const std::vector<TableSum>& arrived) {
    for (const TableSum& table : sent.tables)
        if (std::find(arrived.begin(), arrived.end(), table) == arrived.end())
            throw CopyRefused("table " + table.name + " did not arrive as it was sent: nothing was kept");
}

Inventory copy(RowSource& source, Database& target) {
    prepare(target, source.schema());
    const Inventory sent = target.write([&](Transaction& transaction) {
        std::optional<DatabaseSink> sink;
        Inventory inventory = source.send([&]() -> RowSink& { return sink.emplace(transaction, target.engine()); });
        compare(inventory, sink->sums());
        return inventory;
    });
    migrate(target);
    return sent;
}

}  // namespace

Inventory inventory_of(Database& database) {
    Nowhere nowhere;
    return DatabaseSource(database).send([&]() -> RowSink& { return nowhere; });
}

Inventory backup(Database& from, const std::filesystem::path& to) {
    refuse_newer_schema(schema_version(from).found);
    if (schema_version(from).found == 0) throw CopyRefused("there is nothing to back up: the database is empty");
    const std::int64_t now = from.read([](Transaction& all) { return all.run("SELECT now_ms()").front().whole(0); });
    std::optional<BackupWriter> writer;
    DatabaseSource source(from);
    const int schema = source.schema();
    const Inventory inventory = source.send([&]() -> RowSink& {
        writer.reset();
        writer.emplace(to).head({schema, from.engine(), now});
        return *writer;
    });
    writer->finish();
    return inventory;
}

Inventory restore(const std::filesystem::path& from, Database& to) {
    BackupSource source(from);
    return copy(source, to);
}

Inventory move(Database& from, Database& to) {
    DatabaseSource source(from);
    if (source.schema() == 0) throw CopyRefused("there is nothing to move: the source is empty");
    refuse_running_nodes(from);
    return copy(source, to);
}

Inventory check_backup(const std::filesystem::path& file) {
    Nowhere nowhere;
    return BackupSource(file).send([&]() -> RowSink& { return nowhere; });
}

}  // namespace praxis::storage
