#include "adapters/speech/voice/reading/rule.hpp"

#include <array>
#include <utility>

namespace praxis::speech {

std::vector<Rule> made(const std::vector<RuleText>& texts) {
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    std::vector<Rule> rules;
    for (const RuleText& text : texts)
        rules.push_back({std::make_unique<const RE2>("(?:" + text.pattern + ")", options), text.say});
    return rules;
}

std::string_view scale_word(std::string_view written) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kScales = {
        {{"k", "thousand"},
         {"K", "thousand"},
         {"thousand", "thousand"},
         {"grand", "grand"},
         {"m", "million"},
         {"M", "million"},
         {"mn", "million"},
         {"MM", "million"},
         {"million", "million"},
         {"b", "billion"},
         {"B", "billion"},
         {"bn", "billion"},
         {"billion", "billion"},
         {"trillion", "trillion"}}};
    for (const auto& [short_form, word] : kScales)
        if (short_form == written) return word;
    return {};
}

}  // namespace praxis::speech
