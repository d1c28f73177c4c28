// Puts the rows of a copy into the tables of a database that has them, many at a time. One thread, inside one
// transaction.
#pragma once

#include <string>
#include <vector>

#include "adapters/storage/copy/row_source.hpp"

namespace praxis::storage {

class DatabaseSink final : public RowSink {
public:
    // Throws CopyRefused unless all tables are empty.
    DatabaseSink(Transaction&, Engine);

    void begin_table(const Table&) override;
    void row(std::vector<Value>, const std::string& line) override;
    void end_table() override;
    // What the tables hold now.
    std::vector<TableSum> sums();

private:
    void insert(std::size_t rows);

    Transaction& transaction_;
    const std::vector<Table> tables_;
    const Table* table_ = nullptr;
    std::vector<Value> waiting_;
};

}  // namespace praxis::storage
