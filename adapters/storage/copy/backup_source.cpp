#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <set>

#include "adapters/storage/copy/backup_file.hpp"
#include "adapters/storage/copy/row_line.hpp"

namespace praxis::storage {

// The file line by line, with the digest of what was read.
struct BackupSource::Lines {
    explicit Lines(const std::filesystem::path& path) : file(path), in(path, std::ios::binary) {
        if (!in) throw BackupError("cannot open " + file.string());
    }
    bool next() {
        if (!std::getline(in, line)) return false;
        ++number;
        return true;
    }
    void count() {
        line += '\n';
        sha256.add(line);
        line.pop_back();
    }
    [[noreturn]] void refuse(const std::string& what) const {
        throw BackupError(file.string() + ":" + std::to_string(number) + ": " + what +
                          "; use another copy of this backup");
    }
    // The line as an object; anything else is refused.
    boost::json::object object() const {
        boost::system::error_code error;
        const boost::json::value value = boost::json::parse(line, error);
        if (error || !value.is_object()) refuse("this is no line of a backup");
        return value.get_object();
    }
    std::int64_t whole(const boost::json::object& object, const char* key) const {
        const boost::json::value* value = object.if_contains(key);
        if (!value || !value->is_int64()) refuse("\"" + std::string(key) + "\" is missing");
        return value->get_int64();
    }
    std::string text(const boost::json::object& object, const char* key) const {
        const boost::json::value* value = object.if_contains(key);
        if (!value || !value->is_string()) refuse("\"" + std::string(key) + "\" is missing");
        return std::string(value->get_string());
    }
    std::vector<std::string> texts(const boost::json::object& object, const char* key) const {
        const boost::json::value* value = object.if_contains(key);
        if (!value || !value->is_array()) refuse("\"" + std::string(key) + "\" is missing");
        std::vector<std::string> all;
        for (const boost::json::value& one : value->get_array()) {
            if (!one.is_string()) refuse("\"" + std::string(key) + "\" holds no texts");
            all.emplace_back(one.get_string());
        }
        return all;
    }
    std::filesystem::path file;
    std::ifstream in;
    std::string line;
    std::int64_t number = 0;
    Sha256 sha256;
};

BackupSource::BackupSource(std::filesystem::path file) : file_(std::move(file)) {
    Lines lines(file_);
    head_ = read_head(lines);
}

Inventory BackupSource::send(const std::function<RowSink&()>& begin) {
    Lines lines(file_);
    Inventory inventory;
    inventory.schema = read_head(lines).schema;
    RowSink& sink = begin();
    while (const auto table = next_table(lines)) inventory.tables.push_back(send_rows(lines, *table, sink));
    read_end(lines, inventory);
    return inventory;
}

BackupHead BackupSource::read_head(Lines& lines) {
    if (!lines.next() || !lines.line.starts_with("{\"praxis_backup\":"))
        throw BackupError(lines.file.string() + " is no backup of Praxis");
    const boost::json::object head = lines.object();
    if (lines.whole(head, "praxis_backup") != 1)
        throw BackupError(lines.file.string() + " has a newer form: restore it with the program that made it");
    lines.count();
    const Engine engine = lines.text(head, "engine") == name(Engine::sqlite) ? Engine::sqlite : Engine::postgres;
    return {static_cast<int>(lines.whole(head, "schema")), engine, lines.whole(head, "made_ms")};
}

// Nothing: the next line is the last.
std::optional<Table> BackupSource::next_table(Lines& lines) {
    if (!lines.next()) lines.refuse("the file ends too early");
    const boost::json::object object = lines.object();
    if (object.contains("end_of_backup")) return std::nullopt;
    lines.count();
    Table table;
    table.name = lines.text(object, "table");
    const std::vector<std::string> columns = lines.texts(object, "columns"), kinds = lines.texts(object, "kinds");
    if (columns.empty() || columns.size() != kinds.size()) lines.refuse("columns and kinds do not fit");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto kind = kinds[i] == "text"    ? std::optional(ColumnKind::text)
                          : kinds[i] == "whole" ? std::optional(ColumnKind::whole)
                          : kinds[i] == "real"  ? std::optional(ColumnKind::real)
                                                : std::nullopt;
        if (!kind) lines.refuse("a column is of no known kind");
        table.columns.push_back({columns[i], *kind});
    }
    table.key = lines.texts(object, "key");
    return table;
}

TableSum BackupSource::send_rows(Lines& lines, const Table& table, RowSink& sink) {
    RowSum sum;
    sink.begin_table(table);
    while (true) {
        if (!lines.next()) lines.refuse("the file ends too early");
        lines.count();
        if (!lines.line.starts_with('[')) break;
        auto values = from_line(lines.line, table);
        if (!values) lines.refuse("this is no row of " + table.name);
        sum.add(lines.line);
        sink.row(std::move(*values), lines.line);
    }
    const boost::json::object end = lines.object();
    if (lines.text(end, "end") != table.name || lines.whole(end, "rows") != sum.rows() ||
        lines.text(end, "digest") != sum.digest())
        lines.refuse("the rows of " + table.name + " are not those that were written");
    sink.end_table();
    return {table.name, sum.rows(), sum.digest()};
}

void BackupSource::read_end(Lines& lines, const Inventory& inventory) {
    const boost::json::object end = lines.object();
    if (lines.whole(end, "end_of_backup") != static_cast<std::int64_t>(inventory.tables.size()) ||
        lines.whole(end, "rows") != inventory.rows() || lines.text(end, "sha256") != to_hex(lines.sha256.finish()))
        lines.refuse("the file is not as it was written");
    if (lines.next()) lines.refuse("something follows the end");
}

}  // namespace praxis::storage
