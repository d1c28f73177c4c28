#include "program/curve/sparkline.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace praxis::program::curve {
namespace {

using coaching::CurvePoint;
using coaching::Mark;
using coaching::MarkedTurn;

constexpr std::array<const char*, 8> kBlocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr int kIndent_columns = 2;
constexpr std::uint32_t kNumberedTurns = 5;

struct Face {
    const char* sign;
    Ink ink;
    const char* word;
};
constexpr std::array<Face, coaching::kMarkCount> kFaces = {{
    {"✓", Ink::good, "strong"},
    {"·", Ink::dim, "fine"},
    {"○", Ink::warn, "missed chance"},
    {"✗", Ink::bad, "cost you"},
    {"◆", Ink::strong, "turning point"},
}};

const Face& face(Mark mark) {
    return kFaces[static_cast<std::size_t>(mark)];
}

Ink ink_of(double value) {
    return value >= 0.67 ? Ink::good : value >= 0.34 ? Ink::warn : Ink::bad;
}

const MarkedTurn* mark_at(const coaching::Report& report, std::uint32_t turn) {
    const auto found = std::find_if(report.marks.begin(), report.marks.end(),
                                    [&](const MarkedTurn& marked) { return marked.turn == turn; });
    return found == report.marks.end() || !found->stakes ? nullptr : &*found;
}

class Sparkline {
public:
    Sparkline(const coaching::Report& report, const Terminal& terminal) : report_(report), terminal_(terminal) {}

    std::string text() && {
        const auto& points = report_.curve->points;
        const auto columns = static_cast<std::size_t>(std::max(10, terminal_.width() - 2 * kIndent_columns));
        for (std::size_t begin = 0; begin < points.size(); begin += columns)
            row(begin, std::min(points.size(), begin + columns));
        legend();
        return std::move(out_);
    }

private:
    void line(const std::string& text) { out_ += std::string(kIndent_columns, ' ') + text + "\n"; }

    void row(std::size_t begin, std::size_t end) {
        std::string blocks, marks, numbers;
        for (std::size_t i = begin; i < end; ++i) {
            const CurvePoint& point = report_.curve->points[i];
            const auto height = static_cast<std::size_t>(std::lround(point.value * (kBlocks.size() - 1)));
            blocks += terminal_.ink(ink_of(point.value), kBlocks[std::min(height, kBlocks.size() - 1)]);
            marks += sign_at(point.turn);
            number(numbers, i - begin, point.turn);
        }
        line(blocks);
        line(marks);
        line(terminal_.ink(Ink::dim, numbers));
    }

    std::string sign_at(std::uint32_t turn) const {
        if (turn == 0) return " ";
        const MarkedTurn* marked = mark_at(report_, turn);
        if (marked == nullptr) return terminal_.ink(Ink::dim, "?");
        return terminal_.ink(face(marked->mark).ink, face(marked->mark).sign);
    }

    static void number(std::string& numbers, std::size_t column, std::uint32_t turn) {
        if (turn % kNumberedTurns != 0 && turn != 1) return;
        if (turn == 0 || numbers.size() > column) return;
        numbers.resize(column, ' ');
        numbers += std::to_string(turn);
    }

    // Only the signs that occur.
    void legend() {
        std::string text;
        const auto add = [&](const std::string& sign, const char* word) {
            text += (text.empty() ? "" : "  ") + sign + " " + word;
        };
        for (int i = 0; i < coaching::kMarkCount; ++i) {
            const auto mark = static_cast<Mark>(i);
            const bool there = std::any_of(report_.marks.begin(), report_.marks.end(), [&](const MarkedTurn& marked) {
                return marked.stakes && marked.mark == mark;
            });
            if (there && mark != Mark::fine) add(terminal_.ink(face(mark).ink, face(mark).sign), face(mark).word);
        }
        const auto& points = report_.curve->points;
        const bool unmarked = std::any_of(points.begin(), points.end(), [&](const CurvePoint& point) {
            return point.turn != 0 && mark_at(report_, point.turn) == nullptr;
        });
        if (unmarked) add("?", "not understood");
        if (!text.empty()) line(text);
    }

    const coaching::Report& report_;
    const Terminal& terminal_;
    std::string out_;
};

}  // namespace

const char* sign_of(Mark mark) {
    return face(mark).sign;
}
Ink ink_of(Mark mark) {
    return face(mark).ink;
}
const char* word_of(Mark mark) {
    return face(mark).word;
}

std::string percent(double share) {
    return std::to_string(std::lround(100 * share)) + " %";
}

std::string sparkline(const coaching::Report& report, const Terminal& terminal) {
    if (!report.curve || report.curve->points.empty()) return {};
    return Sparkline(report, terminal).text();
}

}  // namespace praxis::program::curve
