#include "adapters/speech/hearing/end_of_turn.hpp"

#include <algorithm>

namespace praxis::speech {
namespace {

constexpr std::size_t kQuestionLeast = 4;     // words: "how is it" may go on
constexpr std::size_t kLongestSentence = 25;  // an opening word further back opened another sentence
constexpr int kBreaksInSoonest = 250;         // ms, by its words
constexpr std::size_t kWordsOfATurn = 3;      // fewer may be a sound that was taken for words

bool ends_with(const Phrase& said, const Phrase& phrase) {
    return said.size() >= phrase.size() && std::equal(phrase.rbegin(), phrase.rend(), said.rbegin());
}

bool stands_at(const Phrase& said, std::size_t at, const Phrase& phrase) {
    return at + phrase.size() <= said.size() &&
           std::equal(phrase.begin(), phrase.end(), said.begin() + static_cast<std::ptrdiff_t>(at));
}

bool ends_with_any(const Phrase& said, const std::vector<Phrase>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& each) { return ends_with(said, each); });
}

// The longest of the phrases that stands there; 0: none.
std::size_t length_at(const Phrase& said, std::size_t at, const std::vector<Phrase>& phrases) {
    std::size_t longest = 0;
    for (const Phrase& each : phrases)
        if (stands_at(said, at, each)) longest = std::max(longest, each.size());
    return longest;
}

bool is_question(const Phrase& said, const TurnWords& words) {
    std::size_t at = 0;
    for (std::size_t more = 1; more > 0; at += more) more = length_at(said, at, words.before_asking);
    return said.size() >= at + kQuestionLeast && said.size() <= at + kLongestSentence &&
           length_at(said, at, words.asks) > 0;
}

bool interrupts(const Phrase& said, const TurnWords& words) {
    for (std::size_t at = 0; at < said.size(); ++at)
        if (length_at(said, at, words.interrupts) > 0) return true;
    return false;
}

bool is_backchannel_only(const Phrase& said, const TurnWords& words) {
    for (std::size_t at = 0; at < said.size();) {
        const std::size_t length = length_at(said, at, words.backchannels);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

}  // namespace

TurnState turn_state(const std::string& text, const TurnWords& words) {
    const Phrase said = words_of(text);
    if (ends_with_any(said, words.closes)) return TurnState::complete;
    if (ends_with_any(said, words.fillers) && !is_backchannel_only(said, words)) return TurnState::goes_on;
    if (ends_with_any(said, words.goes_on)) return TurnState::goes_on;
    const bool hangs = ends_with_any(said, words.hangs), asks = is_question(said, words);
    if (hangs != asks) return hangs ? TurnState::goes_on : TurnState::complete;
    return TurnState::usual;
}

int silence_wanted(TurnState state, int patience_ms) {
    switch (state) {
        case TurnState::complete: return kSilenceComplete + patience_ms;
        case TurnState::usual: return kSilenceUsual + patience_ms;
        case TurnState::goes_on: return kSilenceGoesOn + patience_ms + patience_ms / 2;
    }
    return kSilenceUsual;
}

bool turn_ended(int silence_ms, const std::string& text, int patience_ms, const TurnWords& words) {
    if (silence_ms < kSilenceComplete + patience_ms) return false;
    return silence_ms >= silence_wanted(turn_state(text, words), patience_ms);
}

bool is_listening(const std::string& text, const TurnWords& words) {
    return is_backchannel_only(words_of(text), words);
}

bool is_backchannel(int speech_ms, const std::string& text, const TurnWords& words) {
    const Phrase said = words_of(text);
    if (is_backchannel_only(said, words)) return true;
    return speech_ms <= kBackchannelMost && said.size() < kWordsOfATurn && !interrupts(said, words);
}

bool breaks_in(int speech_ms, const std::string& text, const TurnWords& words) {
    if (speech_ms > kBackchannelMost) return true;
    const Phrase said = words_of(text);
    const bool by_words = said.size() >= kWordsOfATurn && !is_backchannel_only(said, words);
    return speech_ms >= kBreaksInSoonest && (by_words || interrupts(said, words));
}

}  // namespace praxis::speech
