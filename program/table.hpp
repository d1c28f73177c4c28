// A table for people: columns as wide as their widest cell, numbers to the right; and the same rows as CSV. One thread.
#pragma once

#include <string>
#include <vector>

#include "program/terminal.hpp"

namespace praxis::program {

class Table {
public:
    enum class Side { left, right };
    struct Column {
        std::string title;
        Side side = Side::left;
    };

    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    std::string to_text(const Terminal&) const;
    std::string to_csv() const;

private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace praxis::program
