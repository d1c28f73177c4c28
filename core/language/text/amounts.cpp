#include "core/language/text/amounts.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace praxis::language::text {
namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

// A separator is a decimal point when it is the last of its kind and not followed by exactly three digits, or when it
// is a point followed by anything and no comma stands after it.
std::size_t decimal_mark(std::string_view text) {
    const auto point = text.rfind('.'), comma = text.rfind(',');
    if (point != std::string_view::npos && comma != std::string_view::npos) return std::max(point, comma);
    const auto mark = point != std::string_view::npos ? point : comma;
    if (mark == std::string_view::npos) return mark;
    const bool repeated = text.find(text[mark]) != mark;
    const bool three = text.size() - mark - 1 == 3;
    if (repeated || (three && (text[mark] == ',' || text[0] != '0'))) return std::string_view::npos;
    return mark;
}

std::string two(int number) {
    return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

std::string time_of_day(int hour, int minute) {
    return "T" + two(hour) + ":" + two(minute);
}

class Finder {
public:
    explicit Finder(const Utterance& utterance) : utterance_(utterance), terms_(utterance.terms()) {}

    std::vector<FoundAmount> find() {
        for (std::uint32_t i = 0; i < terms_.size();) {
            std::uint32_t end = relative_day(i);
            if (!end) end = date(i);
            if (!end) end = clock(i);
            if (!end) end = quantity(i);
            i = end > i ? end : i + 1;
        }
        spread_units();
        return std::move(found_);
    }

private:
    const Term* term(std::uint32_t i) const { return i < terms_.size() ? &terms_[i] : nullptr; }
    bool in(std::uint32_t i, WordSet set) const { return i < terms_.size() && terms_[i].in(set); }
    bool known(std::string_view word, WordSet set) const { return utterance_.pack().info(word).sets.has(set); }
    bool next_to(std::uint32_t i) const {  // no mark but a hyphen between i and the term before it
        for (std::uint32_t k = terms_[i - 1].token + 1; k < terms_[i].token; ++k)
            if (utterance_.tokens()[k].letter != Letter::dash) return false;
        return true;
    }
    std::uint32_t add(AmountKind kind, double value, std::string unit, std::uint32_t first, std::uint32_t end) {
        found_.push_back({kind, value, std::move(unit), first, end});
        return end;
    }

    std::uint32_t relative_day(std::uint32_t i) {
        for (const auto& [phrase, period] : utterance_.pack().source().relative_days) {
            const auto space = phrase.find(' ');
            if (terms_[i].word != std::string_view(phrase).substr(0, space)) continue;
            if (space == std::string::npos) return add(AmountKind::date, 0, period, i, i + 1);
            if (i + 1 < terms_.size() && terms_[i + 1].word == std::string_view(phrase).substr(space + 1))
                return add(AmountKind::date, 0, period, i, i + 2);
        }
        return 0;
    }

    int day_of_month(std::uint32_t i) const {  // "14", "14th", "the fourteenth" is left alone
        const Term* at = term(i);
        double value = 0;
        std::string_view rest;
        if (!at || !figure(at->word, value, rest)) return 0;
        const bool ordinal = rest.empty() || known(rest, WordSet::ordinal);
        return ordinal && value >= 1 && value <= 31 && value == std::floor(value) ? static_cast<int>(value) : 0;
    }
    bool ordinal(std::uint32_t i) const { return day_of_month(i) && !digit(terms_[i].word.back()); }

    int month(std::uint32_t i) const {
        const Term* at = term(i);
        if (!at || !at->info->month) return 0;
        if (!at->info->doubtful_month) return at->info->month;
        const bool beside_figure =
            (i > 0 && day_of_month(i - 1)) || ordinal(i + 1) || (i > 1 && in(i - 1, WordSet::of));
        const bool beside_word =
            i > 0 && terms_[i - 1].info->before_month && !(term(i + 1) && terms_[i + 1].in(WordSet::subject));
        return beside_figure || beside_word ? at->info->month : 0;
    }

    static std::string iso(int of_month, int day) { return "--" + two(of_month) + (day ? "-" + two(day) : ""); }

    std::uint32_t date(std::uint32_t i) {
        if (terms_[i].info->weekday)
            return add(AmountKind::date, 0, "-W-" + std::to_string(terms_[i].info->weekday), i, i + 1);
        if (const int of_month = month(i)) {
            const int day = day_of_month(i + 1) && next_to(i + 1) ? day_of_month(i + 1) : 0;
            return add(AmountKind::date, 0, iso(of_month, day), i, i + (day ? 2 : 1));
        }
        if (const int day = day_of_month(i)) {
            const std::uint32_t named = in(i + 1, WordSet::of) ? i + 2 : i + 1;
            if (const int of_month = month(named)) return add(AmountKind::date, 0, iso(of_month, day), i, named + 1);
            if (ordinal(i) && i > 0 && in(i - 1, WordSet::definite)) {
                return add(AmountKind::date, 0, "---" + two(day), i, i + 1);
            }
        }
        const std::string_view word = terms_[i].word;
        if (word.size() == 2 && word[0] == 'q' && word[1] >= '1' && word[1] <= '4')
            return add(AmountKind::date, 0, "-Q" + std::string(1, word[1]), i, i + 1);
        const bool year = word.size() == 4 && word.starts_with("20") && std::all_of(word.begin(), word.end(), digit);
        if (year && i > 0 && (terms_[i - 1].info->before_month || terms_[i - 1].info->month))
            return add(AmountKind::date, 0, std::string(word), i, i + 1);
        return 0;
    }

    std::uint32_t clock(std::uint32_t i) {  // "9am", "14:30", "half past two", "three o'clock"
        const std::string_view word = terms_[i].word;
        if (const auto colon = word.find(':');
            colon != std::string_view::npos && colon > 0 && colon <= 2 && word.size() >= colon + 3 && digit(word[0])) {
            const int hour = std::atoi(std::string(word.substr(0, colon)).c_str());
            const int minute = std::atoi(std::string(word.substr(colon + 1, 2)).c_str());
            if (hour > 24 || minute > 59) return 0;
            return add(AmountKind::date, 0, time_of_day(hour, minute), i, i + 1);
        }
        double value = 0;
        std::string_view rest;
        if (figure(word, value, rest) && value >= 1 && value <= 12 &&
            (known(rest, WordSet::before_noon) || known(rest, WordSet::after_noon))) {
            const int hour = static_cast<int>(value) % 12 + (known(rest, WordSet::after_noon) ? 12 : 0);
            return add(AmountKind::date, 0, time_of_day(hour, 0), i, i + 1);
        }
        const bool past = in(i + 1, WordSet::past), half = in(i, WordSet::half);
        if (past && (half || in(i, WordSet::quarter)) && term(i + 2) && terms_[i + 2].info->number >= 1 &&
            terms_[i + 2].info->number <= 12) {
            const int hour = static_cast<int>(terms_[i + 2].info->number);
            return add(AmountKind::date, 0, time_of_day(hour, half ? 30 : 15), i, i + 3);
        }
        return 0;
    }

    // "twenty" then "five", "hundred" then "forty"; not "two" then "three".
    static bool follows(double group, bool any, double number) {
        return !any || group == 0 || std::fmod(group, 100) == 0 ||
               (std::fmod(group, 10) == 0 && std::fmod(group, 100) >= 20 && number < 10);
    }

    // A run of number words: "twenty-five thousand", "a hundred and forty", "two point five".
    std::uint32_t words(std::uint32_t i, double& value) const {
        double total = 0, group = 0;
        bool any = false;
        std::uint32_t at = i;
        for (; at < terms_.size(); ++at) {
            const WordInfo& info = *terms_[at].info;
            if (at > i && !next_to(at)) break;
            const bool article = at == i && info.is_weak_number && info.number == 1 && term(at + 1) &&
                                 terms_[at + 1].info->magnitude > 0 && next_to(at + 1);
            if (article || (info.is_number && follows(group, any, info.number))) {
                group += info.number;
                any = true;
            } else if (any && info.magnitude == 100 && group < 100) {
                group *= 100;
            } else if (any && info.magnitude > 100) {
                total += group * info.magnitude;
                group = 0;
            } else if (any && terms_[at].in(WordSet::plus) && term(at + 1) && terms_[at + 1].info->is_number &&
                       at > i && (terms_[at - 1].info->magnitude > 0)) {
                continue;
            } else if (any && terms_[at].in(WordSet::decimal) && term(at + 1) && terms_[at + 1].info->is_number) {
                group += terms_[at + 1].info->number / 10;
                ++at;
            } else {
                break;
            }
        }
        value = total + group;
        return any ? at : 0;
    }

    // "one grand", "a million", "half a day": only before a magnitude or a unit.
    std::uint32_t weak(std::uint32_t i, double& value) const {
        if (!terms_[i].info->is_weak_number || !term(i + 1)) return 0;
        value = terms_[i].info->number;
        std::uint32_t at = i + 1;
        const bool article = terms_[i].in(WordSet::article);
        if (terms_[i].in(WordSet::half)) at += terms_[at].info->is_weak_number;
        if (term(at) && terms_[at].info->magnitude > 0) return magnitudes(at, value);
        if (term(at) && terms_[at].info->is_number && article) {  // "a dozen", "a couple of weeks"
            value = terms_[at].info->number;
            return in(at + 1, WordSet::of) ? at + 2 : at + 1;
        }
        if (!term(at) || !terms_[at].info->unit) return 0;
        const UnitSource& unit = utterance_.pack().unit(terms_[at].info->unit);
        if (unit.kind != "duration") return 0;
        if (!article) return at;
        const bool spoken_of = i > 0 && terms_[i - 1].in(WordSet::duration_lead);
        return unit.times != 1 || spoken_of ? at : 0;
    }

    std::uint32_t magnitudes(std::uint32_t at, double& value) const {
        while (term(at) && terms_[at].info->magnitude > 0 && next_to(at)) value *= terms_[at++].info->magnitude;
        return at;
    }

    std::uint32_t quantity(std::uint32_t i) {
        std::uint8_t unit = 0;
        std::uint32_t start = i;
        if (terms_[i].info->unit && utterance_.tokens()[terms_[i].token].letter == Letter::currency) {
            unit = terms_[i].info->unit;
            ++start;
            if (!term(start)) return 0;
        }
        double value = 0;
        std::string_view rest;
        std::uint32_t end = 0;
        bool grand = false;
        if (figure(terms_[start].word, value, rest)) {
            end = start + 1;
            if (!rest.empty() && !suffix(rest, value, unit, grand)) return 0;
            if (rest.empty()) end = magnitudes(end, value);
        } else {
            end = words(start, value);
            if (!end) end = weak(start, value);
        }
        if (!end) return 0;
        for (std::uint32_t k = start; k < end; ++k) grand = grand || money_word(*terms_[k].info);
        return finish(i, end, value, unit, grand);
    }

    // "grand", "k": a magnitude that only money has.
    bool money_word(const WordInfo& info) const {
        return info.unit && info.magnitude > 0 && utterance_.pack().unit(info.unit).kind == "money";
    }

    // "11.5k", "30m", "8%", "40min", "2t": what is glued to the digits.
    bool suffix(std::string_view rest, double& value, std::uint8_t& unit, bool& grand) const {
        const WordInfo& info = utterance_.pack().info(rest);
        const bool money = unit != 0;
        if (info.magnitude > 0 && (money || !info.unit || money_word(info))) {
            value *= info.magnitude;
            grand = money_word(info) && !money;
            return true;
        }
        std::string_view opened = utterance_.pack().expansion(rest);
        const WordInfo& meant = opened.empty() ? info : utterance_.pack().info(opened);
        if (meant.unit) unit = meant.unit;
        return meant.unit != 0;
    }

    std::uint32_t finish(std::uint32_t first, std::uint32_t end, double value, std::uint8_t unit, bool grand) {
        if (!unit && term(end) && terms_[end].info->unit && next_to(end)) unit = terms_[end++].info->unit;
        if (!unit && in(end, WordSet::per) && in(end + 1, WordSet::hundredth))
            return add(AmountKind::percent, value, "%", first, end + 2);
        if (!unit && in(end, WordSet::of) && term(end + 1) && terms_[end + 1].info->unit) {  // "a couple of weeks"
            unit = terms_[end + 1].info->unit;
            end += 2;
        }
        if (!unit) return add(grand ? AmountKind::money : AmountKind::number, value, "", first, end);
        const UnitSource& source = utterance_.pack().unit(unit);
        const AmountKind kind = source.kind == "money"      ? AmountKind::money
                                : source.kind == "percent"  ? AmountKind::percent
                                : source.kind == "duration" ? AmountKind::duration
                                                            : AmountKind::number;
        return add(kind, value * source.times, source.unit, first, end);
    }

    // "two or three weeks", "five to six thousand euros": the first figure takes the second's unit.
    void spread_units() {
        for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
            FoundAmount& left = found_[i];
            const FoundAmount& right = found_[i + 1];
            if (left.kind != AmountKind::number || !left.unit.empty() || right.kind == AmountKind::date) continue;
            if (right.first_term != left.end_term + 1) continue;
            const bool range = terms_[left.end_term].in(WordSet::range), plus = terms_[left.end_term].in(WordSet::plus);
            if (!range && !(plus && right.kind != AmountKind::number)) continue;
            left.kind = right.kind;
            left.unit = right.unit;
            if (left.value < 100 && right.value >= 1000 && range)
                left.value *= std::pow(1000.0, std::floor(std::log10(right.value) / 3));
        }
    }

    const Utterance& utterance_;
    const std::vector<Term>& terms_;
    std::vector<FoundAmount> found_;
};

}  // namespace

bool figure(std::string_view digits, double& value, std::string_view& rest) {
    if (digits.empty() || !digit(digits[0])) return false;
    std::size_t end = 0;
    while (end < digits.size() && (digit(digits[end]) || digits[end] == '.' || digits[end] == ',')) ++end;
    rest = digits.substr(end);
    const std::string_view number = digits.substr(0, end);
    const std::size_t mark = decimal_mark(number);
    std::string plain;
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (digit(number[i]))
            plain += number[i];
        else if (i == mark)
            plain += '.';
    }
    return plain.size() <= 18 && std::from_chars(plain.data(), plain.data() + plain.size(), value).ec == std::errc();
}

std::vector<FoundAmount> amounts_in(const Utterance& utterance) {
    return Finder(utterance).find();
}

void mark_amounts(Utterance& utterance, const std::vector<FoundAmount>& amounts) {
    for (const FoundAmount& amount : amounts) {
        if (amount.kind == AmountKind::number) continue;
        const Shape shape = amount.kind == AmountKind::money      ? Shape::money
                            : amount.kind == AmountKind::percent  ? Shape::percent
                            : amount.kind == AmountKind::duration ? Shape::duration
                                                                  : Shape::date;
        for (std::uint32_t i = amount.first_term; i < amount.end_term; ++i) {
            Term& term = utterance.terms()[i];
            term.shape = shape;
            term.form = term.stem = shape_hash(shape);
        }
    }
}

}  // namespace praxis::language::text
