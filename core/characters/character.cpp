#include "core/characters/character.hpp"

#include <algorithm>

#include "core/base/nearest.hpp"

namespace praxis::characters {
namespace {

bool is_word(const std::string& text) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && text.size() <= kWordMost && letter(text.front()) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_colour(const std::string& text) {
    const auto digit = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    return text.size() == 7 && text.front() == '#' && std::all_of(text.begin() + 1, text.end(), digit);
}

std::string shown(double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

constexpr std::size_t kShownMost = 40;  // of what was sent, in a complaint about it

std::string shown(const TraitValue& value) {
    if (const double* number = std::get_if<double>(&value)) return shown(*number);
    const std::string& text = std::get<std::string>(value);
    return text.size() <= kShownMost ? "'" + text + "'" : "this text";
}

bool fits(const TraitValue& value, const Trait& trait) {
    if (const double* number = std::get_if<double>(&value))
        return trait.kind == Trait::Kind::number && *number >= trait.least && *number <= trait.most;
    const std::string& text = std::get<std::string>(value);
    if (trait.kind == Trait::Kind::colour) return is_colour(text);
    return std::find(trait.choices.begin(), trait.choices.end(), text) != trait.choices.end();
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string wanted(const Trait& trait) {
    switch (trait.kind) {
        case Trait::Kind::number: return "give a number from " + shown(trait.least) + " to " + shown(trait.most);
        case Trait::Kind::colour: return "give a colour such as #4a3020";
        case Trait::Kind::choice: break;
    }
    return "take one of " + joined(trait.choices);
}

std::string wanted(const Trait& trait, const TraitValue& instead_of) {
    const std::string* text = std::get_if<std::string>(&instead_of);
    const std::string near = text ? nearest(*text, trait.choices) : std::string();
    return near.empty() ? wanted(trait) : "did you mean '" + near + "'?";
}

class Checking {
public:
    Checking(const Character& who, const TraitTable& table, const std::string& where)
        : who_(who), table_(table), where_(where) {}

    Problems problems() && {
        if (!is_word(who_.word))
            complain("/id", "must be a lower-case word of at most 40 letters",
                     "write letters, digits and '-', with a letter first: anna-berg");
        if (who_.suits.empty()) complain("/suits", "is empty", "name at least one setting");
        for (const Trait& trait : table_) check(trait);
        for (const auto& [path, value] : who_.traits)
            if (std::none_of(table_.begin(), table_.end(), [&](const Trait& one) { return one.path == path; }))
                complain(place_of(path), "is no trait of a character", "leave it out, or mend its name");
        return std::move(problems_);
    }

private:
    void check(const Trait& trait) {
        const auto found = who_.traits.find(trait.path);
        if (found == who_.traits.end()) return complain(place_of(trait.path), "is missing", wanted(trait));
        if (!fits(found->second, trait))
            complain(place_of(trait.path), shown(found->second) + " does not fit", wanted(trait, found->second));
    }

    static std::string place_of(std::string path) {
        std::replace(path.begin(), path.end(), '.', '/');
        return "/" + path;
    }

    void complain(const std::string& place, std::string what, std::string mend) {
        problems_.push_back({Severity::error, {where_ + place, 0, 0}, std::move(what), std::move(mend)});
    }

    const Character& who_;
    const TraitTable& table_;
    const std::string& where_;
    Problems problems_;
};

}  // namespace

Problems faults_of(const Character& who, const TraitTable& table, const std::string& where) {
    return Checking(who, table, where).problems();
}

}  // namespace praxis::characters
