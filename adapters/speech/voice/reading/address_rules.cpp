#include "adapters/speech/voice/reading/code_point.hpp"
#include "adapters/speech/voice/reading/number_words.hpp"
#include "adapters/speech/voice/reading/rule.hpp"

namespace praxis::speech {
namespace {

// Letters as a word, digits one by one, "." as dot; "jane.doe" → "jane dot doe".
void say_address(std::string_view address, Utterer& out) {
    for (std::size_t at = 0; at < address.size();) {
        std::size_t end = at;
        const bool letters = is_ascii_letter(address[at]), digits = is_digit(address[at]);
        while (end < address.size() &&
               ((letters && is_ascii_letter(address[end])) || (digits && is_digit(address[end]))))
            ++end;
        const std::string_view run = address.substr(at, end - at);
        if (letters && run.size() < 3 && run != "io" && run != "my" && run != "co")
            out.spell(run);
        else if (letters)
            out.say(run == "io" ? "I O" : run);
        else if (digits)
            out.say(run.size() > 2 ? digit_words(run) : cardinal_words(run));
        else if (address[at] == '.')
            out.say("dot");
        else if (address[at] == '-')
            out.say("dash");
        else if (address[at] == '/' && at + 1 < address.size())
            out.say("slash");
        at = std::max(end, at + 1);
    }
}

bool mail(const Match& m, Utterer& out) {
    say_address(m[1], out);
    out.say("at");
    say_address(m[2], out);
    return true;
}

bool web(const Match& m, Utterer& out) {
    say_address(m[1], out);
    return true;
}

// Groups of digits, a breath between them.
bool telephone(const Match& m, Utterer& out) {
    std::string group;
    if (m[0][0] == '+') out.say("plus");
    for (const char c : m[0]) {
        if (is_digit(c)) {
            group += c;
            continue;
        }
        out.say(digit_words(group));
        if (!group.empty()) out.pause(',');
        group.clear();
    }
    out.say(digit_words(group));
    return true;
}

}  // namespace

const std::vector<Rule>& address_rules() {
    static const std::vector<Rule> kRules = made({
        {R"(([\w.+-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63}){1,5}))", mail},
        {R"(https?://(?:www\.)?([\w.-]{1,80})[^\s<>"]{0,400})", web},
        {R"(www\.([\w.-]{1,80}\w)(?:/[^\s<>"]{0,400})?)", web},
        {R"(([A-Za-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,3}\.(?:com|io|net|org|eu|dev|ai|example|co\.uk))\b)", web},
        {R"(\+\d[\d ()-]{6,20}\d\b)", telephone},
        {R"(\(\d{3}\) ?\d{3}-\d{4}\b)", telephone},
        {R"((?:1[- ])?\d{3}[- .]\d{3}[- .]\d{4}\b)", telephone},
        {R"(555-\d{4}\b)", telephone},
        {R"(0\d{2,4}(?: \d{3,4}){1,3}\b)", telephone},
    });
    return kRules;
}

}  // namespace praxis::speech
