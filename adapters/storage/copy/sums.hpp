// How many rows a table has and a digest of them all that does not depend on their order, since engines sort text
// differently: the sum of the SHA-256 of each row's line, modulo 2^256. It finds damage and mistakes; it is no
// protection against somebody who makes rows to fit. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/storage/copy/sha256.hpp"

namespace praxis::storage {

class RowSum {
public:
    void add(std::string_view line);
    std::int64_t rows() const { return rows_; }
    std::string digest() const;  // 64 hexadecimal digits

private:
    Sha256 sha256_;
    std::int64_t rows_ = 0;
    std::array<std::uint32_t, 8> sum_{};  // the least significant first
};

struct TableSum {
    std::string name;
    std::int64_t rows = 0;
    std::string digest;
    friend bool operator==(const TableSum&, const TableSum&) = default;
};

// What a copy holds, or a database.
struct Inventory {
    int schema = 0;
    std::vector<TableSum> tables;
    std::int64_t rows() const {
        std::int64_t all = 0;
        for (const TableSum& table : tables) all += table.rows;
        return all;
    }
    friend bool operator==(const Inventory&, const Inventory&) = default;
};

}  // namespace praxis::storage
