#include "tools/lint_wording/lint.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/wording/sentence.hpp"
#include "tools/lint_wording/faults.hpp"

namespace praxis::lint_wording {
namespace {

using wording::GrammarEntry;

// Said by assistants and brochures, not by customers.
constexpr std::array<std::string_view, 22> kForeign = {"i appreciate",    "great question",  "good question",
                                                       "certainly happy", "happy to help",   "feel free",
                                                       "delve",           "leverage",        "i understand your",
                                                       "that resonates",  "as an ai",        "assist you",
                                                       "reach out",       "circle back",     "touch base",
                                                       "moving forward",  "excellent point", "thank you for sharing",
                                                       "i'm here to",     "absolutely!",     "rest assured",
                                                       "valuable insight"};

constexpr int kVariantsMin = 6;

std::string without_conditions(const std::string& text) {
    if (!text.starts_with('[')) return text;
    const std::size_t close = text.find("] ");
    return close == std::string::npos ? text : text.substr(close + 2);
}

// The line as it might be spoken.
std::string filled(std::string text) {
    for (int i = 0; i < wording::kSlotCount; ++i) {
        const auto slot = static_cast<wording::Slot>(i);
        const std::string mark = "{" + std::string(wording::name(slot)) + "}";
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.replace(at, mark.size(), slot == wording::Slot::brief ? "Thing." : "Thing");
    }
    return text;
}

class Lint {
public:
    void check(const GrammarEntry& entry) {
        const bool spoken = entry.section == "moves" || entry.section == "short" || entry.section == "phrases";
        if (!spoken) return;
        const std::string text = without_conditions(entry.text);
        const std::string as_said = filled(text);
        if (!text.ends_with(','))
            for (const std::string& fault : faults_of(as_said)) report(entry, fault);
        if (text.find_first_of("0123456789") != std::string::npos) report(entry, "holds a figure");
        for (const std::string_view phrase : kForeign)
            if (wording::has_phrase(text, phrase)) report(entry, "speaks like an assistant: " + std::string(phrase));
        const std::size_t brief = text.find("{brief}");
        if (brief != std::string::npos && brief + 7 != text.size()) report(entry, "{brief} must end the line");
        if (entry.section == "moves") check_twice(entry, text);
    }

    void check_depth(const wording::Grammar& grammar) {
        for (int m = 0; m < kBuyerMoveCount; ++m)
            for (int w = 0; w < 3; ++w)
                for (int s = 0; s < strategy::kStyleCount; ++s) check_cell(grammar, m, w, s);
    }

    Problems problems;

private:
    void report(const GrammarEntry& entry, std::string what) {
        problems.push_back({Severity::warning, entry.at, "'" + entry.text + "' " + what, ""});
    }

    void check_twice(const GrammarEntry& entry, const std::string& text) {
        for (const std::string_view sentence : wording::sentences_of(text)) {
            if (wording::words_of(sentence).size() <= 3) continue;
            const auto [known, is_new] = seen_.emplace(wording::sentence_key(sentence), entry.text);
            if (!is_new && known->second != entry.text) report(entry, "shares a sentence with '" + known->second + "'");
            if (!is_new && known->second == entry.text) report(entry, "stands twice");
        }
    }

    // Lines that need nothing but the mood and the manner.
    void check_cell(const wording::Grammar& grammar, int m, int w, int s) {
        const auto move = static_cast<BuyerMove>(m);
        int lines = 0;
        for (const wording::Cell& cell : grammar.of(move)) {
            const bool fits = (!cell.warmth || *cell.warmth == static_cast<wording::Warmth>(w)) &&
                              (!cell.style || *cell.style == static_cast<strategy::Style>(s));
            if (!fits) continue;
            lines += static_cast<int>(std::ranges::count_if(cell.lines, [](const wording::Line& line) {
                return (line.conditions - wording::Conditions{wording::Condition::casual}).empty();
            }));
        }
        if (lines < kVariantsMin)
            problems.push_back({Severity::warning,
                                {},
                                std::string(name(move)) + " has only " + std::to_string(lines) + " lines for a " +
                                    std::string(name(static_cast<wording::Warmth>(w))) + " " +
                                    std::string(name(static_cast<strategy::Style>(s))) + " customer",
                                "write more"});
    }

    std::map<std::uint64_t, std::string> seen_;
};

}  // namespace

Problems lint(const wording::GrammarSource& source) {
    auto grammar = wording::Grammar::make(source);
    if (!grammar) return grammar.error();
    Lint lint;
    for (const GrammarEntry& entry : source) lint.check(entry);
    lint.check_depth(*grammar);
    return lint.problems;
}

}  // namespace praxis::lint_wording
