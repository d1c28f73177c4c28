// A grammar of few words for the tests of this room: every move and lead has six numbered ways, to which a test adds
// its own. Tests only.
#pragma once

#include <string>

#include "core/wording/rep/grammar.hpp"

namespace praxis::wording::rep {

inline GrammarSource small_source() {
    GrammarSource source;
    const auto add = [&source](const char* section, std::string name, std::string text) {
        source.push_back({section, std::move(name), "any", std::move(text), {}});
    };
    for (int n = 0; n < static_cast<int>(kVariantsMin); ++n) {
        const std::string variant = "Variant " + std::to_string(n) + " of ";
        for (int i = 0; i < kRepMoveCount; ++i)
            if (const auto move = static_cast<RepMove>(i); move != RepMove::as_practised)
                add("lines", std::string(praxis::name(move)), variant + std::string(praxis::name(move)) + ".");
        for (int i = 0; i < kLeadCount; ++i) {
            const std::string lead(name(static_cast<Lead>(i)));
            add("leads", lead, variant + lead + ".");
        }
    }
    add("dates", "any", "Thursday at ten");
    add("pairs", "units", "EUR = euros");
    add("pairs", "turned", "we = you");
    add("pairs", "turned", "our = your");
    add("words", "lowerable", "it the");
    add("words", "verbs", "costs keep");
    add("words", "openers", "who");
    add("words", "ends", "on");
    add("words", "departments", "finance");
    add("words", "an", "hour");
    add("words", "a", "uni use euro one");
    return source;
}

}  // namespace praxis::wording::rep
