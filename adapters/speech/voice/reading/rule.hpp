// Rules of how something written is said. A rule's pattern is tried where a word may begin; the first that matches and
// does not decline speaks. They stand in tables, one file an idea; order matters inside a table and among them.
// Patterns are linear in time, whatever the text. Any thread.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "adapters/speech/voice/reading/utterer.hpp"

namespace praxis::speech {

inline constexpr int kGroupsMost = 10;

class Match {
public:
    std::string_view operator[](int group) const { return {groups_[group].data(), groups_[group].size()}; }
    bool has(int group) const { return !groups_[group].empty(); }
    std::size_t length() const { return groups_[0].size(); }
    re2::StringPiece* groups() { return groups_; }

private:
    re2::StringPiece groups_[kGroupsMost];
};

struct Rule {
    std::unique_ptr<const RE2> pattern;
    bool (*say)(const Match&, Utterer&);  // false: it declines, and others are tried
};

struct RuleText {
    std::string pattern;
    bool (*say)(const Match&, Utterer&);
};

// Pieces of patterns. A number has two groups: its whole part and its fraction.
inline constexpr const char* kNumber = R"((\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.(\d{1,6}))?)";

std::vector<Rule> made(const std::vector<RuleText>&);

// In the order they are tried.
const std::vector<Rule>& address_rules();  // mail, web, telephone
const std::vector<Rule>& money_rules();    // money and per cent
const std::vector<Rule>& date_rules();     // dates, times, quarters
const std::vector<Rule>& amount_rules();   // ranges, units, fractions, codes, plain numbers

// "k", "m", "bn", "million" … as a word; empty: it is none.
std::string_view scale_word(std::string_view written);

}  // namespace praxis::speech
