#include "app/guess_segment.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <deque>
#include <set>
#include <string_view>
#include <unordered_map>

namespace praxis::app {
namespace {

// A term of a segment (a cue, a trade word, a word of one of its topics) counts by how much likelier it stands in that
// segment's own texts than in the others': log of the ratio of the shares of texts that hold it. A term said often
// counts a little more.
constexpr double kSmoothing = 0.5;
constexpr double kOftenMax = 2.5;
constexpr double kNamed = 8;            // a person or company of the segment is named
constexpr double kEnough = 8;           // below: the call says too little
constexpr double kClearlyAhead = 1.25;  // times the runner-up
constexpr std::size_t kReasonsMax = 6;

// " words of a text " in lower case, single spaces, plural s dropped, so that a phrase is found by substring.
std::string padded(std::string_view text) {
    std::string out = " ";
    std::string word;
    const auto flush = [&] {
        while (!word.empty() && (word.back() == '.' || word.back() == '-')) word.pop_back();
        if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
        if (!word.empty()) out += word + " ";
        word.clear();
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool inner = !word.empty() && (c == '.' || c == '-');
        if (std::isalnum(byte) || byte >= 0x80 || inner)
            word += static_cast<char>(std::tolower(byte));
        else if (c != '\'')
            flush();
    }
    flush();
    return out;
}

// The words of many texts by where they stand, so that a term is looked for only where its first word is.
class Concordance {
public:
    Concordance() = default;
    Concordance(Concordance&&) = default;

    void add(std::string_view text) {
        const std::string_view words = texts_.emplace_back(padded(text));
        for (std::size_t at = 0, end = 0; (end = words.find(' ', at + 1)) != std::string_view::npos; at = end)
            places_[words.substr(at, end - at)].push_back({texts_.size(), words.substr(at)});
    }

    std::size_t size() const { return texts_.size(); }

    // Terms as `padded` makes them.
    int times(std::string_view term) const { return count(term).times; }
    int texts_with(std::string_view term) const { return count(term).texts; }

private:
    struct Place {
        std::size_t text = 0;
        std::string_view from_here;
    };
    struct Count {
        int times = 0, texts = 0;
    };

    Count count(std::string_view term) const {
        Count count;
        const auto found = places_.find(term.substr(0, term.find(' ', 1)));
        if (found == places_.end()) return count;
        std::size_t last = 0;
        for (const Place& place : found->second) {
            if (!place.from_here.starts_with(term)) continue;
            ++count.times;
            count.texts += place.text != last;
            last = place.text;
        }
        return count;
    }

    std::deque<std::string> texts_;  // which the views are of
    std::unordered_map<std::string_view, std::vector<Place>> places_;
};

// What a segment is known by, and the texts that show how its people talk.
struct Portrait {
    std::set<std::string> terms;
    Concordance texts;

    void know(const strategy::Texts& words) {
        for (const std::string& word : words)
            if (std::string term = padded(word); term.size() > 4) terms.insert(std::move(term));
    }
    void show(const strategy::Texts& said) {
        for (const std::string& text : said) texts.add(text);
    }
    void show(const strategy::Fact& fact) {
        show(fact.full);
        show(fact.brief);
    }
};

Portrait portrait_of(const strategy::Segment& segment, const strategy::Strategy& strategy) {
    Portrait portrait;
    std::set<std::string> topics;
    for (const auto* texts : {&segment.said, &segment.seen, &segment.vocabulary}) {
        portrait.know(*texts);
        portrait.show(*texts);
    }
    for (const strategy::Pain& pain : segment.pains) {
        topics.insert(pain.topic);
        for (const auto* fact : {&pain.situation, &pain.problem, &pain.payoff})
            if (*fact) portrait.show(**fact);
        for (const strategy::Fact& fact : pain.implications) portrait.show(fact);
    }
    for (const strategy::Fact& fact : segment.facts) {
        topics.insert(fact.topic);
        portrait.show(fact);
    }
    for (const strategy::Objection& objection : segment.objections) portrait.show(objection.says);
    portrait.show({segment.name, segment.what, segment.decision});
    portrait.show(segment.firmographic);
    for (const strategy::Topic& topic : strategy.topics)
        if (topics.contains(topic.id)) portrait.know(topic.words);
    return portrait;
}

double share_with(const Concordance& texts, const std::string& term) {
    return (texts.texts_with(term) + kSmoothing) / (static_cast<double>(texts.size()) + 1);
}

// How telling a term is of one portrait among all; 0 when it is no more its own than the others'.
double telling(const std::string& term, std::size_t own, const std::vector<Portrait>& all) {
    double elsewhere = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i != own) elsewhere = std::max(elsewhere, share_with(all[i].texts, term));
    return elsewhere > 0 ? std::max(0.0, std::log(share_with(all[own].texts, term) / elsewhere)) : 1.0;
}

SegmentGuess score(const strategy::Segment& segment, std::size_t own, const std::vector<Portrait>& all,
                   const Concordance& call) {
    SegmentGuess guess{segment.id, segment.name, {}, 0, {}, false};
    std::vector<std::pair<double, std::string>> reasons;
    for (const std::string& term : all[own].terms) {
        const int times = call.times(term);
        const double points = times == 0 ? 0 : telling(term, own, all) * std::min(kOftenMax, 1 + std::log2(times));
        if (points <= 0) continue;
        guess.score += points;
        reasons.emplace_back(points, term.substr(1, term.size() - 2));
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [points, shown] : reasons)
        if (guess.because.size() < kReasonsMax) guess.because.push_back(shown);
    return guess;
}

void add_names(const strategy::Segment& segment, const Concordance& call, SegmentGuess& guess) {
    for (const strategy::Person& person : segment.people)
        for (const std::string& name : {person.name, person.company}) {
            if (name.empty() || call.times(padded(name)) == 0) continue;
            guess.score += kNamed;
            guess.because.insert(guess.because.begin(), name);
        }
}

}  // namespace

std::vector<SegmentGuess> guess_segment(const Transcript& transcript, const strategy::Strategy& strategy) {
    Concordance call;
    for (const TranscriptTurn& turn : transcript.turns) call.add(turn.text);
    std::vector<Portrait> portraits;
    for (const strategy::Segment& segment : strategy.segments) portraits.push_back(portrait_of(segment, strategy));
    std::vector<SegmentGuess> guesses;
    for (std::size_t i = 0; i < portraits.size(); ++i) {
        guesses.push_back(score(strategy.segments[i], i, portraits, call));
        add_names(strategy.segments[i], call, guesses.back());
    }
    std::stable_sort(guesses.begin(), guesses.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    if (guesses.empty()) return guesses;
    guesses[0].certain = guesses[0].score >= kEnough;
    if (guesses.size() > 1) {
        guesses[0].certain = guesses[0].certain && guesses[0].score >= kClearlyAhead * guesses[1].score;
        if (guesses[1].score > 0) guesses[0].runner_up = guesses[1].name;
    }
    return guesses;
}

}  // namespace praxis::app
