#include "adapters/storage/copy/database_sink.hpp"

#include <algorithm>
#include <span>

#include "adapters/storage/copy/copy.hpp"

namespace praxis::storage {
namespace {

constexpr std::size_t kTogether = 50;  // rows in a statement

std::string insert_of(const Table& table, std::size_t rows) {
    std::string columns, values;
    for (const Column& column : table.columns) columns += (columns.empty() ? "" : ", ") + column.name;
    std::size_t number = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        values += i == 0 ? "(" : ", (";
        for (std::size_t j = 0; j < table.columns.size(); ++j)
            values += (j == 0 ? "$" : ", $") + std::to_string(++number);
        values += ")";
    }
    return "INSERT INTO " + table.name + " (" + columns + ") VALUES " + values;
}

}  // namespace

DatabaseSink::DatabaseSink(Transaction& transaction, Engine engine)
    : transaction_(transaction), tables_(tables_in(transaction, engine)) {
    for (const Table& table : tables_)
        if (!transaction_.run("SELECT 1 FROM " + table.name + " LIMIT 1").empty())
            throw CopyRefused("the target is not empty (table " + table.name +
                              " has rows): give the address of a new, empty database");
}

void DatabaseSink::begin_table(const Table& table) {
    const auto found =
        std::find_if(tables_.begin(), tables_.end(), [&](const Table& one) { return one.name == table.name; });
    if (found == tables_.end() || *found != table)
        throw CopyRefused("table " + table.name + " is not known, or has other columns here");
    table_ = &*found;
}

void DatabaseSink::row(std::vector<Value> values, const std::string&) {
    waiting_.insert(waiting_.end(), std::make_move_iterator(values.begin()), std::make_move_iterator(values.end()));
    if (waiting_.size() >= kTogether * table_->columns.size()) insert(kTogether);
}

void DatabaseSink::end_table() {
    const std::size_t rows = waiting_.size() / table_->columns.size();
    if (rows > 0) insert(rows);
}

void DatabaseSink::insert(std::size_t rows) {
    transaction_.run_with(insert_of(*table_, rows), waiting_);
    waiting_.clear();
}

std::vector<TableSum> DatabaseSink::sums() {
    Nowhere nowhere;
    std::vector<TableSum> sums;
    for (const Table& table : tables_) sums.push_back(send_table(transaction_, table, nowhere));
    return sums;
}

}  // namespace praxis::storage
