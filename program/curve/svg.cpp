#include "program/curve/svg.hpp"

#include <algorithm>
#include <cstdio>

#include "program/curve/sparkline.hpp"

namespace praxis::program::curve {
namespace {

using coaching::CurvePoint;
using coaching::Mark;
using coaching::MarkedTurn;

// Pixels of the picture at its own size; it scales.
constexpr double kWidth = 760, kHeight = 340;
constexpr double kLeft = 52, kRight = 20, kTop = 54, kBottom = 74;
constexpr int kNumbersMost = 20;  // along the turns

// Colours stand as they are, not as variables: not every program that shows an SVG knows those.
constexpr const char* kStyle =
    "  <style>\n"
    "    text { font: 12px system-ui, -apple-system, \"Segoe UI\", sans-serif; fill: #1b1f24; }\n"
    "    .title { font-size: 15px; font-weight: 600; }\n"
    "    .quiet { fill: #59636e; }\n"
    "    .paper { fill: #ffffff; }\n"
    "    .grid { stroke: #d8dee4; stroke-width: 1; }\n"
    "    .band { fill: #0b62c4; opacity: 0.14; }\n"
    "    .line { fill: none; stroke: #0b62c4; stroke-width: 2; stroke-linejoin: round; }\n"
    "    .end { stroke: #0b62c4; stroke-width: 2; stroke-dasharray: 2 4; }\n"
    "    .fine { fill: #0b62c4; }\n"
    "    .strong { fill: #1a7f37; }\n"
    "    .missed { fill: #ffffff; stroke: #9a6700; stroke-width: 2.5; }\n"
    "    .cost { fill: none; stroke: #c11d2b; stroke-width: 3; stroke-linecap: round; }\n"
    "    .turning { fill: none; stroke: #1b1f24; stroke-width: 1.5; }\n"
    "    @media (prefers-color-scheme: dark) {\n"
    "      text { fill: #e6edf3; }\n"
    "      .quiet { fill: #9aa4af; }\n"
    "      .paper { fill: #0d1117; }\n"
    "      .grid { stroke: #30363d; }\n"
    "      .band, .fine { fill: #6cb2ff; }\n"
    "      .line, .end { stroke: #6cb2ff; }\n"
    "      .strong { fill: #4ac26b; }\n"
    "      .missed { fill: #0d1117; stroke: #e3b341; }\n"
    "      .cost { stroke: #ff7b72; }\n"
    "      .turning { stroke: #e6edf3; }\n"
    "    }\n"
    "  </style>\n";

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    return out;
}

class Picture {
public:
    Picture(const coaching::Report& report, const std::string& title)
        : report_(report), curve_(*report.curve), title_(title) {}

    std::string text() && {
        open();
        grid();
        band();
        line();
        end();
        for (const CurvePoint& point : curve_.points) mark(point);
        legend();
        out_ += "</svg>\n";
        return std::move(out_);
    }

private:
    // The last column is the end of the conversation, where it is known.
    double columns() const {
        const double last = static_cast<double>(curve_.points.size()) - 1 + (curve_.reached ? 1 : 0);
        return std::max(1.0, last);
    }
    double x(double column) const { return kLeft + column / columns() * (kWidth - kLeft - kRight); }
    static double y(double value) { return kTop + (1 - value) * (kHeight - kTop - kBottom); }
    double x_of(const CurvePoint& point) const { return x(static_cast<double>(&point - curve_.points.data())); }

    void element(const std::string& text) { out_ += "  " + text + "\n"; }
    void write(double at_x, double at_y, const std::string& attributes, const std::string& text) {
        element("<text x=\"" + number(at_x) + "\" y=\"" + number(at_y) + "\"" + attributes + ">" + escaped(text) +
                "</text>");
    }

    void open() {
        out_ += "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(kWidth) + " " + number(kHeight) +
                "\" width=\"" + number(kWidth) + "\" height=\"" + number(kHeight) +
                "\" role=\"img\" aria-labelledby=\"title description\">\n";
        out_ += "  <title id=\"title\">" + escaped(title_) + "</title>\n";
        out_ += "  <desc id=\"description\">" + escaped(description()) + "</desc>\n";
        out_ += kStyle;
        element("<rect class=\"paper\" width=\"" + number(kWidth) + "\" height=\"" + number(kHeight) + "\"/>");
        write(kLeft, 24, " class=\"title\"", title_);
        write(kLeft, 42, " class=\"quiet\"", "how much of the goal a practised rep would still reach from here");
    }

    std::string description() const {
        const auto& points = curve_.points;
        std::string text = "The value begins at " + percent(points.front().value) + " and stands at " +
                           percent(points.back().value) + " after turn " + std::to_string(points.back().turn) + ".";
        if (curve_.reached) text += " Reached in the end: " + percent(*curve_.reached) + ".";
        for (const MarkedTurn& marked : report_.marks) {
            if (!marked.stakes || (marked.mark == Mark::fine && !marked.turning)) continue;
            text += " " + spoken(marked);
        }
        return text + " " + curve_.note;
    }

    static std::string spoken(const MarkedTurn& marked) {
        std::string text = "Turn " + std::to_string(marked.turn) + ", " + word_of(marked.mark);
        if (marked.turning && marked.mark != Mark::turning_point) text += " and a turning point";
        text += ", from " + percent(marked.stakes->before) + " to " + percent(marked.stakes->after) + ".";
        return marked.why.empty() ? text : text + " " + marked.why;
    }

    void grid() {
        for (const double value : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            element("<line class=\"grid\" x1=\"" + number(kLeft) + "\" x2=\"" + number(kWidth - kRight) + "\" y1=\"" +
                    number(y(value)) + "\" y2=\"" + number(y(value)) + "\"/>");
            write(kLeft - 8, y(value) + 4, " class=\"quiet\" text-anchor=\"end\"", percent(value));
        }
        const auto count = static_cast<int>(curve_.points.size());
        const int step = std::max(1, (count + kNumbersMost - 1) / kNumbersMost);
        for (int i = 0; i < count; i += step) {
            const CurvePoint& point = curve_.points[static_cast<std::size_t>(i)];
            write(x(i), kHeight - kBottom + 18, " class=\"quiet\" text-anchor=\"middle\"",
                  point.turn == 0 ? "start" : std::to_string(point.turn));
        }
        write(kWidth - kRight, kHeight - kBottom + 34, " class=\"quiet\" text-anchor=\"end\"", "turn");
    }

    void band() {
        std::string path;
        for (const CurvePoint& point : curve_.points) path += number(x_of(point)) + "," + number(y(point.high)) + " ";
        for (auto point = curve_.points.rbegin(); point != curve_.points.rend(); ++point)
            path += number(x_of(*point)) + "," + number(y(point->low)) + " ";
        path.pop_back();
        element("<polygon class=\"band\" points=\"" + path + "\"/>");
    }

    void line() {
        std::string path;
        for (const CurvePoint& point : curve_.points) path += number(x_of(point)) + "," + number(y(point.value)) + " ";
        path.pop_back();
        element("<polyline class=\"line\" points=\"" + path + "\"/>");
    }

    void end() {
        if (!curve_.reached) return;
        const CurvePoint& last = curve_.points.back();
        element("<line class=\"end\" x1=\"" + number(x_of(last)) + "\" y1=\"" + number(y(last.value)) + "\" x2=\"" +
                number(x(columns())) + "\" y2=\"" + number(y(*curve_.reached)) + "\"/>");
        write(x(columns()), kHeight - kBottom + 18, " class=\"quiet\" text-anchor=\"middle\"", "end");
    }

    void mark(const CurvePoint& point) {
        const auto marked = std::find_if(report_.marks.begin(), report_.marks.end(), [&](const MarkedTurn& each) {
            return each.turn == point.turn && each.stakes;
        });
        const double cx = x_of(point), cy = y(point.value);
        if (point.turn == 0 || marked == report_.marks.end()) return;
        out_ += "  <g><title>" + escaped(spoken(*marked)) + "</title>";
        out_ += shape(marked->mark, cx, cy);
        if (marked->turning) out_ += ring(cx, cy);
        out_ += "</g>\n";
    }

    static std::string at(double cx, double cy) { return " cx=\"" + number(cx) + "\" cy=\"" + number(cy) + "\""; }
    static std::string ring(double cx, double cy) { return "<circle class=\"turning\"" + at(cx, cy) + " r=\"10\"/>"; }

    // Told apart by form as well as by colour.
    static std::string shape(Mark mark, double cx, double cy) {
        switch (mark) {
            case Mark::strong: return "<circle class=\"strong\"" + at(cx, cy) + " r=\"6\"/>";
            case Mark::missed_chance: return "<circle class=\"missed\"" + at(cx, cy) + " r=\"5\"/>";
            case Mark::cost_you:
                return "<path class=\"cost\" d=\"M" + number(cx - 5) + " " + number(cy - 5) + "l10 10m0 -10l-10 10\"/>";
            case Mark::fine:
            case Mark::turning_point: return "<circle class=\"fine\"" + at(cx, cy) + " r=\"3\"/>";
        }
        return {};
    }

    void legend() {
        double at_x = kLeft + 6;
        const double at_y = kHeight - 20;
        const auto add = [&](const std::string& drawn, const char* word, double width) {
            element(drawn);
            write(at_x + 15, at_y + 4, "", word);
            at_x += width;
        };
        add(shape(Mark::strong, at_x, at_y), "strong", 84);
        add(shape(Mark::missed_chance, at_x, at_y), "missed chance", 130);
        add(shape(Mark::cost_you, at_x, at_y), "cost you", 96);
        add(ring(at_x, at_y), "turning point", 120);
        element("<rect class=\"band\" x=\"" + number(at_x - 6) + "\" y=\"" + number(at_y - 6) +
                "\" width=\"14\" height=\"12\"/>");
        write(at_x + 14, at_y + 4, "", "95 % interval");
    }

    const coaching::Report& report_;
    const coaching::Curve& curve_;
    std::string title_, out_;
};

}  // namespace

std::string svg(const coaching::Report& report, const std::string& title) {
    return Picture(report, title).text();
}

}  // namespace praxis::program::curve
