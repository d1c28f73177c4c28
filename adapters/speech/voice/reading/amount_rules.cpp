#include <array>

#include "adapters/speech/voice/reading/code_point.hpp"
#include "adapters/speech/voice/reading/number_words.hpp"
#include "adapters/speech/voice/reading/rule.hpp"

namespace praxis::speech {
namespace {

constexpr std::size_t kNumberLongest = 3;  // of a code: longer ones are said digit by digit

bool is_one(std::string_view whole, std::string_view fraction) {
    return whole == "1" && fraction.empty();
}

// A bare "2025" is a year, "2,025" is none.
std::string number_or_year(std::string_view whole, std::string_view fraction) {
    const bool year = fraction.empty() && whole.size() == 4 && (whole.starts_with("19") || whole.starts_with("20"));
    return year ? year_words(whole) : decimal_words(whole, fraction);
}

const Unit* unit_of(std::string_view written, const Utterer& out) {
    std::string key;
    for (const char c : written) key += small(c);
    const auto found = out.how().units.find(key);
    return found == out.how().units.end() ? nullptr : &found->second;
}

bool with_unit(const Match& m, Utterer& out) {
    const Unit* unit = unit_of(m[3], out);
    if (!unit) return false;
    out.say(decimal_words(m[1], m[2]));
    out.say(is_one(m[1], m[2]) ? unit->one : unit->many);
    return true;
}

bool range_with_unit(const Match& m, Utterer& out) {
    const Unit* unit = unit_of(m[5], out);
    if (!unit) return false;
    out.say(decimal_words(m[1], m[2]));
    out.say("to");
    out.say(decimal_words(m[3], m[4]));
    out.say(unit->many);
    return true;
}

bool scaled_range(const Match& m, Utterer& out) {
    out.say(decimal_words(m[1], m[2]));
    out.say("to");
    out.say(decimal_words(m[3], m[4]));
    out.say(scale_word(m[5]));
    return true;
}

bool scaled(const Match& m, Utterer& out) {
    out.say(decimal_words(m[1], m[2]));
    out.say(scale_word(m[3]));
    return true;
}

bool degrees(const Match& m, Utterer& out) {
    if (m.has(1)) out.say("minus");
    out.say(decimal_words(m[2], m[3]));
    out.say("degrees");
    if (m[4] == "C") out.say("celsius");
    if (m[4] == "F") out.say("fahrenheit");
    return true;
}

bool range(const Match& m, Utterer& out) {
    out.say(number_or_year(m[1], m[2]));
    out.say("to");
    out.say(number_or_year(m[3], m[4]));
    return true;
}

bool ratio(const Match& m, Utterer& out) {
    out.say(cardinal_words(m[1]));
    out.say("to");
    out.say(cardinal_words(m[2]));
    return true;
}

bool fraction(const Match& m, Utterer& out) {
    static constexpr std::array<std::string_view, 11> kParts = {
        "", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
    const std::string top(m[2]), bottom(m[3]);
    const std::size_t parts = std::stoul(bottom);
    if (parts < 2 || parts >= kParts.size() || std::stoul(top) >= parts || top == "0") return false;
    if (m.has(1)) {
        out.say(cardinal_words(m[1]));
        out.say("and");
    }
    out.say(top == "1" ? (m.has(1) || parts == 2 ? "a" : "one") : cardinal_words(top));
    out.say(top == "1" ? std::string(kParts[parts]) : plural_of(std::string(kParts[parts])));
    return true;
}

bool by(const Match& m, Utterer& out) {
    out.say(cardinal_words(m[1]));
    out.say("by");
    out.say(cardinal_words(m[2]));
    return true;
}

bool numbered(const Match& m, Utterer& out) {
    out.say("number");
    out.say(cardinal_words(m[1]));
    return true;
}

bool ordinal(const Match& m, Utterer& out) {
    out.say(ordinal_words(m[1]));
    return true;
}

// "v2.1", "3.10.2"
bool version(const Match& m, Utterer& out) {
    if (m[0][0] == 'v' || m[0][0] == 'V') out.say("version");
    std::string_view rest = m[1];
    while (true) {
        const std::size_t dot = std::min(rest.find('.'), rest.size());
        out.say(cardinal_words(rest.substr(0, dot)));
        if (dot == rest.size()) return true;
        out.say("point");
        rest.remove_prefix(dot + 1);
    }
}

// "HX-200", "AB1234-C": capitals are spelled, words read, short numbers said whole.
bool code(const Match& m, Utterer& out) {
    const std::string_view text = m[0];
    bool letters = false, digits = false;
    for (const char c : text) letters |= is_ascii_letter(c), digits |= is_digit(c);
    if (!letters || !digits) return false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        const bool word = is_ascii_letter(text[at]), number = is_digit(text[at]);
        while (end < text.size() && ((word && is_ascii_letter(text[end])) || (number && is_digit(text[end])))) ++end;
        const std::string_view run = text.substr(at, end - at);
        const bool readable =
            word && run.size() > 2 && (is_small(run[1]) || run.size() > 5 || out.how().said.contains(run));
        if (word && readable)
            out.say(run);
        else if (word)
            out.spell(run);
        else if (number)
            out.say(run.size() > kNumberLongest ? digit_words(run) : cardinal_words(run));
        at = std::max(end, at + 1);
    }
    return true;
}

bool plain(const Match& m, Utterer& out) {
    if (m.has(1)) out.say("minus");
    out.say(number_or_year(m[2], m[3]));
    return true;
}

bool many_digits(const Match& m, Utterer& out) {
    out.say(digit_words(m[0]));
    return true;
}

}  // namespace

const std::vector<Rule>& amount_rules() {
    static const std::string number = kNumber, to = R"( ?- ?)";
    static const std::string scale = R"((k|K|M|mn|MM|bn|B|thousand|million|billion|trillion|grand))";
    static const std::vector<Rule> kRules = made({
        {R"((\d{1,3})x(\d{1,3})\b)", by},
        {number + to + number + " ?" + scale + R"(\b)", scaled_range},
        {number + to + number + R"( ?([A-Za-z]+(?:/h|[23])?)\b)", range_with_unit},
        {number + " ?" + scale + R"(\b)", scaled},
        {R"((-?))" + number + R"( ?\x04 ?([CF]?)\b)", degrees},
        {R"((-?))" + number + R"( ?\x04)", degrees},
        {number + R"( ?([A-Za-z]+(?:/h|[23])?)\b)", with_unit},
        {R"((\d{1,6})(?:st|nd|rd|th)\b)", ordinal},
        {R"([vV]\.?(\d{1,4}(?:\.\d{1,4}){0,3})\b)", version},
        {R"((\d{1,4}(?:\.\d{1,4}){2,3})\b)", version},
        {R"((?:(\d{1,6}) )?(\d{1,2})/(\d{1,2})\b)", fraction},
        {R"((\d{1,6}):(\d{1,6})\b)", ratio},
        {R"((?:#|[Nn]o\. ?|[Nn]r\. ?)(\d{1,12})\b)", numbered},
        {number + to + number + R"(\b)", range},
        {R"([A-Za-z0-9]{1,30}(?:[-/.][A-Za-z0-9]{1,30}){0,6}\b)", code},
        {"(-?)" + number + R"((?:\b|$))", plain},
        {R"(\d+)", many_digits},
    });
    return kRules;
}

}  // namespace praxis::speech
