#include "tools/lint_wording/faults.hpp"

#include <algorithm>
#include <array>

#include "core/wording/sentence.hpp"

namespace praxis::lint_wording {
namespace {

constexpr std::array<std::string_view, 12> kMisprints = {"  ", "..", ",,", " ,", " .", " ?",
                                                         "?.", ".,", ",.", "!.", "{",  "}"};

bool begins_well(std::string_view sentence) {
    const char c = sentence.front();
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '"' || static_cast<unsigned char>(c) >= 0x80;
}

bool ends_well(std::string_view sentence) {
    if (sentence.ends_with('"') || sentence.ends_with(')')) sentence.remove_suffix(1);
    return sentence.ends_with('.') || sentence.ends_with('?') || sentence.ends_with('!') || sentence.ends_with("…");
}

std::vector<std::string> four_grams(std::string_view text) {
    const auto words = wording::words_of(text);
    std::vector<std::string> grams;
    for (std::size_t i = 0; i + 4 <= words.size(); ++i)
        grams.push_back(words[i] + " " + words[i + 1] + " " + words[i + 2] + " " + words[i + 3]);
    return grams;
}

}  // namespace

std::vector<std::string> faults_of(std::string_view reply) {
    std::vector<std::string> faults;
    if (reply.empty()) faults.emplace_back("is empty");
    for (const std::string_view misprint : kMisprints)
        if (reply.find(misprint) != std::string_view::npos) faults.push_back("holds '" + std::string(misprint) + "'");
    for (const std::string_view sentence : wording::sentences_of(reply)) {
        if (!begins_well(sentence)) faults.push_back("begins small: '" + std::string(sentence) + "'");
        if (!ends_well(sentence)) faults.push_back("does not end: '" + std::string(sentence) + "'");
    }
    return faults;
}

double overlap(std::string_view reply, std::string_view earlier) {
    const auto mine = four_grams(reply);
    const auto theirs = four_grams(earlier);
    if (mine.empty()) return 0;
    const auto shared = std::ranges::count_if(
        mine, [&](const std::string& gram) { return std::ranges::find(theirs, gram) != theirs.end(); });
    return static_cast<double>(shared) / static_cast<double>(mine.size());
}

}  // namespace praxis::lint_wording
