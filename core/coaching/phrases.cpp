#include "core/coaching/phrases.hpp"

#include <algorithm>

#include "core/base/nearest.hpp"

namespace praxis::coaching {
namespace {

bool braces_close(std::string_view text) {
    bool open = false;
    for (const char c : text) {
        if ((c == '{' && open) || (c == '}' && !open)) return false;
        if (c == '{' || c == '}') open = c == '{';
    }
    return !open;
}

void capitalise(std::string& text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
}

}  // namespace

std::optional<std::string> fill(std::string_view wording, const Slots& slots) {
    std::string text;
    for (std::size_t at = 0; at < wording.size();) {
        if (wording[at] != '{') {
            text += wording[at++];
            continue;
        }
        const std::size_t end = wording.find('}', at);
        if (end == std::string_view::npos) return std::nullopt;
        const auto slot = slots.find(wording.substr(at + 1, end - at - 1));
        if (slot == slots.end() || slot->second.empty()) return std::nullopt;
        text += slot->second;
        at = end + 1;
    }
    if (wording.starts_with('{')) capitalise(text);
    return text;
}

strategy::Texts say_all(const Phrases& phrases, std::string_view name, const Slots& slots) {
    strategy::Texts said;
    const auto found = phrases.texts.find(name);
    if (found == phrases.texts.end()) return said;
    for (const std::string& wording : found->second)
        if (auto text = fill(wording, slots)) said.push_back(std::move(*text));
    return said;
}

std::string say(const Phrases& phrases, std::string_view name, const Slots& slots, std::uint64_t number) {
    const strategy::Texts said = say_all(phrases, name, slots);
    return said.empty() ? std::string() : said[pick(number, static_cast<std::uint32_t>(said.size()))];
}

std::string say_exactly(const Phrases& phrases, std::string_view name, const Slots& slots, std::uint64_t number) {
    const auto found = phrases.texts.find(name);
    if (found == phrases.texts.end()) return {};
    std::vector<std::string> exact;
    std::ptrdiff_t most = -1;
    for (const std::string& wording : found->second) {
        auto text = fill(wording, slots);
        const auto count = std::count(wording.begin(), wording.end(), '{');
        if (!text || count < most) continue;
        if (count > most) exact.clear();
        most = count;
        exact.push_back(std::move(*text));
    }
    return exact.empty() ? std::string() : exact[pick(number, static_cast<std::uint32_t>(exact.size()))];
}

Problems check(const Phrases& phrases) {
    Problems problems;
    std::vector<std::string> known;
    for (const PhraseName& each : phrase_names()) {
        known.push_back(each.name);
        if (each.required && !phrases.texts.contains(each.name))
            problems.push_back({Severity::error, {}, "the phrase '" + each.name + "' is missing", "add it"});
    }
    for (const auto& [name, wordings] : phrases.texts) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const std::string near = nearest(name, known);
            problems.push_back({Severity::error,
                                {},
                                "no report says '" + name + "'",
                                near.empty() ? "remove it" : "did you mean '" + near + "'?"});
        }
        if (wordings.empty()) problems.push_back({Severity::error, {}, "'" + name + "' has no wording", "write one"});
        for (const std::string& wording : wordings)
            if (wording.empty() || !braces_close(wording))
                problems.push_back({Severity::error,
                                    {},
                                    "'" + name + "' is empty or has a brace that does not close",
                                    "write slots as {topic}"});
    }
    return problems;
}

}  // namespace praxis::coaching
