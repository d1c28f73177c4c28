#include "core/language/text/pack.hpp"

#include <algorithm>
#include <array>

#include "core/language/text/stemmer.hpp"

namespace praxis::language::text {
namespace {

constexpr std::array<std::string_view, kWordSetCount> kSetNames = {
    "filler",        "hedge",        "discourse",     "wh",          "auxiliary",   "subject",    "negation",
    "anaphor",       "first_person", "second_person", "conditional", "elicit",      "stop",       "article",
    "definite",      "of",           "range",         "plus",        "decimal",     "per",        "hundredth",
    "duration_lead", "past",         "half",          "quarter",     "before_noon", "after_noon", "ordinal"};

Problem missing(const std::string& what) {
    return {Severity::error, {}, "The language pack has no " + what + ".", "Add it to pack.yaml's lists."};
}

}  // namespace

Result<Pack, Problems> Pack::make(PackSource source) {
    Problems problems;
    Pack pack;
    pack.source_ = std::move(source);
    const PackSource& from = pack.source_;
    if (from.language.empty()) problems.push_back(missing("language"));
    for (const auto& [form, meaning] : from.contractions) pack.expansions_[form] = meaning;
    for (const auto& [name, words] : from.sets) {
        const auto found = std::find(kSetNames.begin(), kSetNames.end(), name);
        if (found == kSetNames.end()) {
            problems.push_back(
                {Severity::error, {}, "The language pack names a set '" + name + "' that nothing uses.", ""});
            continue;
        }
        const auto set = static_cast<WordSet>(found - kSetNames.begin());
        for (const std::string& word : words) pack.words_[word].sets.insert(set);
    }
    for (const auto& [word, number] : from.numbers) {
        pack.words_[word].number = number;
        pack.words_[word].is_number = true;
    }
    for (const auto& [word, number] : from.weak_numbers) {
        pack.words_[word].number = number;
        pack.words_[word].is_weak_number = true;
    }
    for (std::size_t i = 0; i < from.units.size() && i < 254; ++i)
        for (const std::string& word : from.units[i].words) pack.words_[word].unit = static_cast<std::uint8_t>(i + 1);
    for (const auto& [name, words] : from.calendar)
        for (std::size_t i = 0; i < words.size(); ++i) {
            WordInfo& info = pack.words_[words[i]];
            if (name == "weekday") info.weekday = static_cast<std::uint8_t>(i + 1);
            if (name == "month") info.month = static_cast<std::uint8_t>(i + 1);
            if (name == "doubtful_month") info.doubtful_month = true;
            if (name == "before_month") info.before_month = true;
        }
    for (const std::string& word : from.common) pack.words_[word].common = true;
    for (const auto& [word, magnitude] : from.magnitudes) pack.words_[word].magnitude = magnitude;
    Stemmer stemmer(from.stemmer);
    for (std::size_t i = 0; i < from.classes.size() && i < 254; ++i)
        for (const std::string& word : from.classes[i].second)
            pack.stems_.try_emplace(std::string(stemmer.stem(word)), static_cast<std::uint8_t>(i + 1));
    if (!problems.empty()) return refuse(std::move(problems));
    return pack;
}

const WordInfo& Pack::info(std::string_view word) const {
    static const WordInfo kUnknown;
    const auto found = words_.find(word);
    return found == words_.end() ? kUnknown : found->second;
}

std::uint8_t Pack::class_of_stem(std::string_view stem) const {
    const auto found = stems_.find(stem);
    return found == stems_.end() ? std::uint8_t{0} : found->second;
}

std::string_view Pack::expansion(std::string_view word) const {
    const auto found = expansions_.find(word);
    return found == expansions_.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace praxis::language::text
