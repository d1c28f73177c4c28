// Where the rows of a copy come from: a database at one moment, or a backup file. Tables come in an order in which they
// can be filled. One thread.
#pragma once

#include <functional>
#include <vector>

#include "adapters/storage/copy/sums.hpp"
#include "adapters/storage/copy/tables.hpp"

namespace praxis::storage {

class RowSink {
public:
    virtual ~RowSink() = default;
    virtual void begin_table(const Table&) = 0;
    // Values as they are kept, and their line.
    virtual void row(std::vector<Value>, const std::string& line) = 0;
    virtual void end_table() = 0;
};

// For those who only want the inventory.
class Nowhere final : public RowSink {
public:
    void begin_table(const Table&) override {}
    void row(std::vector<Value>, const std::string&) override {}
    void end_table() override {}
};

class RowSource {
public:
    virtual ~RowSource() = default;
    virtual int schema() = 0;
    // From the beginning, each time it is called. `sink` is made by `begin`, since a source that was interrupted begins
    // again with a new one.
    virtual Inventory send(const std::function<RowSink&()>& begin) = 0;
};

// `database` must outlive it. Reads page by page in one reading transaction: what is written meanwhile is not seen.
class DatabaseSource final : public RowSource {
public:
    explicit DatabaseSource(Database& database) : database_(database) {}
    int schema() override;
    Inventory send(const std::function<RowSink&()>& begin) override;

private:
    Database& database_;
};

// The rows of a table, page by page.
TableSum send_table(Transaction&, const Table&, RowSink&);

}  // namespace praxis::storage
