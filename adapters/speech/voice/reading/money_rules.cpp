#include "adapters/speech/voice/reading/number_words.hpp"
#include "adapters/speech/voice/reading/rule.hpp"

namespace praxis::speech {
namespace {

constexpr const char* kSign = R"(((?:US|CA|AU|NZ)?\$|[\x01\x02\x03]))";
constexpr const char* kCode = R"((USD|EUR|GBP|CHF|JPY|CAD|AUD))";
constexpr const char* kScale = R"((?: ?(k|K|mn|MM|m|M|bn|b|B|thousand|million|billion|trillion|grand)\b)?)";

struct Currency {
    std::string_view written, one, many, cents;
};

const Currency* currency(std::string_view written) {
    static constexpr std::array<Currency, 14> kCurrencies = {
        {{"$", "dollar", "dollars", "cents"},
         {"US$", "US dollar", "US dollars", "cents"},
         {"CA$", "Canadian dollar", "Canadian dollars", "cents"},
         {"AU$", "Australian dollar", "Australian dollars", "cents"},
         {"NZ$", "New Zealand dollar", "New Zealand dollars", "cents"},
         {"\x01", "euro", "euros", "cents"},
         {"\x02", "pound", "pounds", "pence"},
         {"\x03", "yen", "yen", "sen"},
         {"USD", "US dollar", "US dollars", "cents"},
         {"EUR", "euro", "euros", "cents"},
         {"GBP", "pound", "pounds", "pence"},
         {"CHF", "Swiss franc", "Swiss francs", "centimes"},
         {"JPY", "yen", "yen", "sen"},
         {"CAD", "Canadian dollar", "Canadian dollars", "cents"}}};
    for (const Currency& each : kCurrencies)
        if (each.written == written) return &each;
    return nullptr;
}

// "US dollars" with the letters spelled.
void say_currency(std::string_view words, Utterer& out) {
    if (words.starts_with("US ")) {
        out.spell("US");
        words.remove_prefix(3);
    }
    out.say(words);
}

bool all_zero(std::string_view digits) {
    return digits.find_first_not_of('0') == std::string_view::npos;
}

void say_amount(std::string_view whole, std::string_view fraction, std::string_view scale, const Currency& money,
                Utterer& out) {
    if (scale.empty() && fraction.size() == 2) {  // cents
        if (!all_zero(whole) || all_zero(fraction)) {
            out.say(cardinal_words(whole));
            say_currency(whole == "1" ? money.one : money.many, out);
            if (all_zero(fraction)) return;
            out.say("and");
        }
        out.say(cardinal_words(fraction[0] == '0' ? fraction.substr(1) : fraction));
        return out.say(money.cents);
    }
    out.say(decimal_words(whole, fraction));
    out.say(scale);
    say_currency(whole == "1" && fraction.empty() && scale.empty() ? money.one : money.many, out);
}

// groups: sign, whole, fraction, scale
bool amount(const Match& m, Utterer& out) {
    const Currency* money = currency(m[1]);
    if (!money) return false;
    say_amount(m[2], m[3], scale_word(m[4]), *money, out);
    return true;
}

// groups: minus, sign, whole, fraction, scale
bool lost_amount(const Match& m, Utterer& out) {
    const Currency* money = currency(m[1]);
    if (!money) return false;
    out.say("minus");
    say_amount(m[2], m[3], scale_word(m[4]), *money, out);
    return true;
}

// groups: whole, fraction, scale, code
bool amount_before_code(const Match& m, Utterer& out) {
    const Currency* money = currency(m[4]);
    if (!money) return false;
    say_amount(m[1], m[2], scale_word(m[3]), *money, out);
    return true;
}

// groups: sign, whole, fraction, scale, whole, fraction, scale
bool amounts(const Match& m, Utterer& out) {
    const Currency* money = currency(m[1]);
    if (!money) return false;
    const std::string_view first = scale_word(m[4]), second = scale_word(m[7]);
    out.say(decimal_words(m[2], m[3]));
    if (!first.empty() && first != second) out.say(first);
    out.say("to");
    say_amount(m[5], m[6], second, *money, out);
    return true;
}

bool per_cent(const Match& m, Utterer& out) {
    if (m[1] == "-") out.say("minus");
    if (m[1] == "+") out.say("plus");
    out.say(decimal_words(m[2], m[3]));
    out.say("per cent");
    return true;
}

bool per_cents(const Match& m, Utterer& out) {
    out.say(decimal_words(m[1], m[2]));
    out.say("to");
    out.say(decimal_words(m[3], m[4]));
    out.say("per cent");
    return true;
}

bool only_sign(const Match& m, Utterer& out) {
    const Currency* money = currency(m[1]);
    if (money) say_currency(money->many, out);
    return money != nullptr;
}

}  // namespace

const std::vector<Rule>& money_rules() {
    static const std::string number = kNumber, sign = kSign, scale = kScale;
    static const std::string to = R"( ?(?:-|to) ?)", end = R"((?:\b|$))";
    static const std::vector<Rule> kRules = made({
        {sign + " ?" + number + scale + to + R"((?:(?:US|CA|AU|NZ)?\$|[\x01\x02\x03])? ?)" + number + scale + end,
         amounts},
        {sign + " ?" + number + scale + end, amount},
        {"-" + sign + " ?" + number + scale + end, lost_amount},
        {kCode + std::string(" ?") + number + scale + end, amount},
        {number + scale + " ?" + kCode + end, amount_before_code},
        {number + " ?%?" + to + number + " ?%", per_cents},
        {"([-+]?)" + number + " ?%", per_cent},
        {sign, only_sign},
    });
    return kRules;
}

}  // namespace praxis::speech
