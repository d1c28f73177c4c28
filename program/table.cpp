#include "program/table.hpp"

#include <algorithm>

namespace praxis::program {
namespace {

std::string csv_cell(const std::string& cell) {
    if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string csv_row(const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) row += (&cell == cells.data() ? "" : ",") + csv_cell(cell);
    return row + "\r\n";
}

std::string padded(const std::string& cell, int width, Table::Side side) {
    const std::string space(static_cast<std::size_t>(std::max(0, width - columns(cell))), ' ');
    return side == Table::Side::right ? space + cell : cell + space;
}

}  // namespace

std::string Table::to_text(const Terminal& terminal) const {
    std::vector<int> widths;
    for (const Column& column : columns_) widths.push_back(columns(column.title));
    for (const auto& row : rows_)
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], columns(row[i]));
    const auto line = [&](const auto& cell_at, std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i)
            text += (i ? "  " : "") + padded(cell_at(i), widths[i], columns_[i].side);
        text.erase(text.find_last_not_of(' ') + 1);
        return text;
    };
    std::string out =
        terminal.ink(Ink::strong, line([&](std::size_t i) { return columns_[i].title; }, columns_.size())) + "\n";
    for (const auto& row : rows_)
        out += line([&](std::size_t i) { return row[i]; }, std::min(row.size(), columns_.size())) + "\n";
    return out;
}

std::string Table::to_csv() const {
    std::vector<std::string> titles;
    for (const Column& column : columns_) titles.push_back(column.title);
    std::string text = csv_row(titles);
    for (const auto& row : rows_) text += csv_row(row);
    return text;
}

}  // namespace praxis::program
