// The value of a conversation as lines of text and as a picture.
#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>

#include "program/curve/sparkline.hpp"
#include "program/curve/svg.hpp"

namespace praxis::program::curve {
namespace {

using coaching::Mark;

coaching::Report report_of(const std::vector<double>& values, std::optional<double> reached = std::nullopt) {
    coaching::Report report;
    report.curve.emplace();
    for (std::size_t i = 0; i < values.size(); ++i)
        report.curve->points.push_back({static_cast<std::uint32_t>(i), values[i], std::max(0.0, values[i] - 0.03),
                                        std::min(1.0, values[i] + 0.03)});
    report.curve->reached = reached;
    report.curve->note = "An opinion.";
    for (std::size_t i = 1; i < values.size(); ++i) {
        coaching::MarkedTurn marked;
        marked.turn = static_cast<std::uint32_t>(i);
        marked.mark = Mark::fine;
        marked.stakes = coaching::Stakes{values[i - 1], values[i], 0};
        report.marks.push_back(marked);
    }
    return report;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

TEST(Sparkline, HasABlockAndAMarkForEveryTurn) {
    auto report = report_of({1, 0.5, 0, 1, 1, 1, 1});
    report.marks[0].mark = Mark::cost_you;
    report.marks[1].mark = Mark::missed_chance;
    report.marks[2].mark = Mark::strong;
    report.marks.erase(report.marks.begin() + 3);  // turn 4 was not understood
    EXPECT_EQ(lines_of(sparkline(report, Terminal(false, 80))),
              (std::vector<std::string>{"  █▅▁████", "   ✗○✓?··", "   1   5",
                                        "  ✓ strong  ○ missed chance  ✗ cost you  ? not understood"}));
}

TEST(Sparkline, BreaksALongConversationIntoRows) {
    const auto report = report_of(std::vector<double>(100, 0.5));
    const auto lines = lines_of(sparkline(report, Terminal(false, 44)));
    ASSERT_EQ(lines.size(), 9U) << "three rows of three lines; nothing to explain";
    for (const std::string& line : lines) EXPECT_LE(columns(line), 44);
    EXPECT_EQ(columns(lines[0]) + columns(lines[3]) + columns(lines[6]), 100 + 3 * 2);
    EXPECT_NE(lines[8].find("95"), std::string::npos);
}

TEST(Sparkline, IsColouredOnlyWhereThereIsColour) {
    EXPECT_EQ(sparkline(report_of({1, 0}), Terminal(false, 80)).find('\033'), std::string::npos);
    EXPECT_NE(sparkline(report_of({1, 0}), Terminal(true, 80)).find("\033[31m▁"), std::string::npos);
}

TEST(Sparkline, OfNoCurveIsNothing) {
    EXPECT_EQ(sparkline(coaching::Report{}, Terminal(false, 80)), "");
}

// Every element is closed, and in the right order: enough of XML to notice a slip.
std::string unbalanced(const std::string& text) {
    static const std::regex kTag(R"(<(/?)([a-z]+)([^<>]*?)(/?)>)");
    std::vector<std::string> open;
    for (std::sregex_iterator tag(text.begin(), text.end(), kTag), end; tag != end; ++tag) {
        const std::string name = (*tag)[2];
        if ((*tag)[1].length() > 0) {
            if (open.empty() || open.back() != name) return "</" + name + ">";
            open.pop_back();
        } else if ((*tag)[4].length() == 0) {
            open.push_back(name);
        }
    }
    return open.empty() ? "" : "<" + open.back() + ">";
}

TEST(Svg, StandsAloneAndSaysWhatItShows) {
    auto report = report_of({0.9, 0.95, 0.3}, 0.25);
    report.marks[1].mark = Mark::cost_you;
    report.marks[1].turning = true;
    report.marks[1].why = "You said \"<never>\" & more.";
    const std::string text = svg(report, "A & B");
    EXPECT_EQ(unbalanced(text), "");
    EXPECT_EQ(count(text, "http"), 1U) << "only the namespace";
    for (const char* forbidden : {"@import", "url(", "<script", "<image", "href", "var("})
        EXPECT_EQ(count(text, forbidden), 0U) << forbidden;
    EXPECT_NE(text.find("<title id=\"title\">A &amp; B</title>"), std::string::npos);
    EXPECT_NE(text.find("prefers-color-scheme: dark"), std::string::npos);
    EXPECT_NE(text.find("role=\"img\" aria-labelledby=\"title description\""), std::string::npos);
    EXPECT_NE(text.find("Turn 2, cost you and a turning point, from 95 % to 30 %. You said &quot;&lt;never&gt;&quot; "
                        "&amp; more."),
              std::string::npos);
    EXPECT_NE(text.find("begins at 90 % and stands at 30 % after turn 2. Reached in the end: 25 %."),
              std::string::npos);
    EXPECT_NE(text.find("An opinion."), std::string::npos);
    EXPECT_EQ(count(text, ">end</text>"), 1U);
}

TEST(Svg, StaysInsideItsFrame) {
    for (const std::size_t turns : {1U, 2U, 30U, 200U}) {
        const std::string text = svg(report_of(std::vector<double>(turns + 1, 1.0)), "Long");
        static const std::regex kPlace("c?[xy][12]?=\"([0-9.-]+)\"");
        for (std::sregex_iterator at(text.begin(), text.end(), kPlace), end; at != end; ++at) {
            const double place = std::atof((*at)[1].str().c_str());
            EXPECT_GE(place, 0);
            EXPECT_LE(place, 760);
        }
        EXPECT_EQ(count(text, "<g><title>"), turns);
        EXPECT_LE(count(text, "text-anchor=\"middle\""), 22U)
            << "not every turn of a long talk has room for its number";
    }
}

}  // namespace
}  // namespace praxis::program::curve
