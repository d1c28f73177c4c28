#include "core/language/text/pack.hpp"

#include <algorithm>
#include <array>

#include "core/language/text/stemmer.hpp"
#include "core/language/text/utterance.hpp"

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
    Pack pack;
    pack.source_ = std::move(source);
    Problems problems = pack.list();
    if (!problems.empty()) return refuse(std::move(problems));
    pack.classify();
    pack.look_ahead();
    return pack;
}

Problems Pack::list() {
    Problems problems;
    if (source_.language.empty()) problems.push_back(missing("language"));
    for (const auto& [form, meaning] : source_.contractions) words_[form].expansion = meaning;
    for (const auto& [name, words] : source_.sets) {
        const auto found = std::find(kSetNames.begin(), kSetNames.end(), name);
        if (found == kSetNames.end()) {
            problems.push_back(
                {Severity::error, {}, "The language pack names a set '" + name + "' that nothing uses.", ""});
            continue;
        }
        const auto set = static_cast<WordSet>(found - kSetNames.begin());
        for (const std::string& word : words) words_[word].info.sets.insert(set);
    }
    for (const auto& [word, number] : source_.numbers) {
        words_[word].info.number = number;
        words_[word].info.is_number = true;
    }
    for (const auto& [word, number] : source_.weak_numbers) {
        words_[word].info.number = number;
        words_[word].info.is_weak_number = true;
    }
    for (std::size_t i = 0; i < source_.units.size() && i < 254; ++i)
        for (const std::string& word : source_.units[i].words)
            words_[word].info.unit = static_cast<std::uint8_t>(i + 1);
    for (const auto& [name, words] : source_.calendar)
        for (std::size_t i = 0; i < words.size(); ++i) {
            WordInfo& info = words_[words[i]].info;
            if (name == "weekday") info.weekday = static_cast<std::uint8_t>(i + 1);
            if (name == "month") info.month = static_cast<std::uint8_t>(i + 1);
            if (name == "doubtful_month") info.doubtful_month = true;
            if (name == "before_month") info.before_month = true;
        }
    for (const std::string& word : source_.common) words_[word].info.common = true;
    for (const auto& [word, magnitude] : source_.magnitudes) words_[word].info.magnitude = magnitude;
    return problems;
}

void Pack::classify() {
    Stemmer stemmer(source_.stemmer);
    for (std::size_t i = 0; i < source_.classes.size() && i < 254; ++i)
        for (const std::string& word : source_.classes[i].second) {
            words_.try_emplace(word);
            stems_.try_emplace(std::string(stemmer.stem(word)), static_cast<std::uint8_t>(i + 1));
        }
}

void Pack::look_ahead() {
    Stemmer stemmer(source_.stemmer);
    for (auto& [word, known] : words_) {
        const std::string_view stem = stemmer.stem(word);
        known.form = hash_of(word);
        known.stem = hash_of(stem);
        known.word_class = class_of_stem(stem);
    }
}

const KnownWord* Pack::find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
}

const WordInfo& Pack::info(std::string_view word) const {
    static const WordInfo kUnknown;
    const KnownWord* known = find(word);
    return known ? known->info : kUnknown;
}

std::uint8_t Pack::class_of_stem(std::string_view stem) const {
    const auto found = stems_.find(stem);
    return found == stems_.end() ? std::uint8_t{0} : found->second;
}

std::string_view Pack::expansion(std::string_view word) const {
    const KnownWord* known = find(word);
    return known ? std::string_view(known->expansion) : std::string_view{};
}

}  // namespace praxis::language::text
