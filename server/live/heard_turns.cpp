#include "server/live/heard_turns.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

namespace praxis::live {
namespace {

constexpr std::size_t kTurnsMost = 20;  // that wait to be said

std::vector<std::string> small_words(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '\'' || byte >= 0x80)
            words.back() += static_cast<char>(std::tolower(byte));
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    std::sort(words.begin(), words.end());
    return words;
}

// The share of the longer one's words that is in both.
double likeness(const std::string& one, const std::string& other) {
    const auto a = small_words(one), b = small_words(other);
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const std::size_t longer = std::max(a.size(), b.size());
    return longer == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(longer);
}

}  // namespace

void HeardTurns::add(app::HeardTurn turn, conversation::Timing timing) {
    if (turns_.size() == kTurnsMost) turns_.erase(turns_.begin());
    turns_.push_back({std::move(turn), timing});
}

std::optional<app::Spoken> HeardTurns::take(const std::string& text) {
    const std::vector<One> turns = std::exchange(turns_, {});
    std::string said;
    double best = 0.5;  // below, most of it was typed
    std::optional<std::ptrdiff_t> from;
    for (std::ptrdiff_t i = std::ssize(turns) - 1; i >= 0; --i) {
        said = turns[static_cast<std::size_t>(i)].turn.text + " " + said;
        const double like = likeness(said, text);
        if (like < best) continue;
        best = like;
        from = i;
    }
    if (!from) return std::nullopt;
    return together(turns.begin() + *from, turns.end());
}

// Silence between them is a pause. How it sounded is told of the longest.
app::Spoken HeardTurns::together(std::vector<One>::const_iterator begin, std::vector<One>::const_iterator end) {
    const auto last = std::prev(end);
    const auto longest = std::max_element(
        begin, end, [](const One& a, const One& b) { return a.turn.measures.speech_ms < b.turn.measures.speech_ms; });
    conversation::Delivery delivery;
    delivery.loudness = longest->turn.measures.loudness;
    delivery.pitch_semitones = longest->turn.measures.pitch_semitones;
    for (auto one = begin; one != end; ++one) {
        delivery.pauses += one->turn.measures.pauses;
        delivery.pause_ms += one->turn.measures.pause_ms;
        if (one == begin) continue;
        ++delivery.pauses;
        delivery.pause_ms +=
            static_cast<int>(std::max<std::int64_t>(0, one->timing.begin_ms - std::prev(one)->timing.end_ms));
    }
    return {{begin->timing.begin_ms, last->timing.end_ms}, delivery};
}

}  // namespace praxis::live
