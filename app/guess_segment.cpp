#include "app/guess_segment.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace praxis::app {
namespace {

// A cue is written to recognise the segment by; a trade word or a pain may be shared, and counts less the more segments
// share it.
constexpr double kCueWeight = 3, kPersonWeight = 4, kPainWeight = 2, kTradeWordWeight = 1;
constexpr double kEnough = 3;          // below: the call says too little
constexpr double kClearlyAhead = 1.3;  // times the runner-up
constexpr std::size_t kReasonsMax = 6;

struct Term {
    std::string words;  // as padded() makes them
    double weight = 0;
    std::string shown;
};

using Terms = std::vector<Term>;

// " words of a text " in lower case, single spaces, plural s dropped, so that a phrase is found by substring.
std::string padded(std::string_view text) {
    std::string out = " ";
    std::string word;
    const auto flush = [&] {
        if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
        if (!word.empty()) out += word + " ";
        word.clear();
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || byte >= 0x80 || c == '.' || c == '-')
            word += static_cast<char>(std::tolower(byte));
        else if (c != '\'')
            flush();
        while (!word.empty() && word.back() == '.' && c != '.') word.pop_back();
    }
    while (!word.empty() && (word.back() == '.' || word.back() == '-')) word.pop_back();
    flush();
    return out;
}

void add(Terms& terms, const strategy::Texts& texts, double weight) {
    for (const std::string& text : texts)
        if (std::string words = padded(text); words.size() > 3) terms.push_back({std::move(words), weight, text});
}

Terms terms_of(const strategy::Segment& segment, const strategy::Strategy& strategy) {
    Terms terms;
    add(terms, segment.said, kCueWeight);
    add(terms, segment.seen, kCueWeight);
    add(terms, segment.vocabulary, kTradeWordWeight);
    for (const strategy::Person& person : segment.people) add(terms, {person.name, person.company}, kPersonWeight);
    for (const strategy::Alternative& alternative : segment.alternatives)
        add(terms, {alternative.name}, kTradeWordWeight);
    for (const strategy::Pain& pain : segment.pains)
        for (const strategy::Topic& topic : strategy.topics)
            if (topic.id == pain.topic) add(terms, topic.words, kPainWeight);
    return terms;
}

// How many segments use a term.
std::map<std::string, int> shared_by(const std::vector<Terms>& all) {
    std::map<std::string, int> counts;
    for (const Terms& terms : all) {
        std::set<std::string> own;
        for (const Term& term : terms) own.insert(term.words);
        for (const std::string& words : own) ++counts[words];
    }
    return counts;
}

SegmentGuess score(const strategy::Segment& segment, const Terms& terms, const std::map<std::string, int>& shared,
                   const std::string& call) {
    SegmentGuess guess{segment.id, segment.name, {}, 0, {}, false};
    std::set<std::string> found;
    std::vector<std::pair<double, std::string>> reasons;
    for (const Term& term : terms) {
        if (call.find(term.words) == std::string::npos || !found.insert(term.words).second) continue;
        const int users = shared.at(term.words);
        const double points = term.weight / (users * users);
        guess.score += points;
        reasons.emplace_back(points, term.shown);
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [points, shown] : reasons)
        if (guess.because.size() < kReasonsMax) guess.because.push_back(shown);
    return guess;
}

}  // namespace

std::vector<SegmentGuess> guess_segment(const std::vector<std::string>& said, const strategy::Strategy& strategy) {
    std::string call = " ";
    for (const std::string& turn : said) call += padded(turn) + "/";
    std::vector<Terms> all;
    for (const strategy::Segment& segment : strategy.segments) all.push_back(terms_of(segment, strategy));
    const auto shared = shared_by(all);
    std::vector<SegmentGuess> guesses;
    for (std::size_t i = 0; i < all.size(); ++i) guesses.push_back(score(strategy.segments[i], all[i], shared, call));
    std::stable_sort(guesses.begin(), guesses.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    if (guesses.size() == 1) guesses[0].certain = guesses[0].score >= kEnough;
    if (guesses.size() > 1) {
        guesses[0].certain = guesses[0].score >= kEnough && guesses[0].score >= kClearlyAhead * guesses[1].score;
        if (guesses[1].score > 0) guesses[0].runner_up = guesses[1].name;
    }
    return guesses;
}

}  // namespace praxis::app
