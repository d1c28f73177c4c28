#include "adapters/speech/voice/sentence_sound.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace praxis::speech {
namespace {

constexpr std::size_t kBlock = 80;  // 5 ms: over less, the noise of an "h" decides by chance
constexpr int kAudible = 160;       // of 32,768, mean over a block: −46 dB, above the hiss of every recording
constexpr double kEarlyMs = 30;     // before its first phone a sentence may be heard at most so long
constexpr double kLateMs = 60;
constexpr double kBreathMs = 8;                   // kept before the first audible sample
constexpr double kPauseMs = 280, kBreakMs = 130;  // after a sentence, and after one that a comma has parted
constexpr std::size_t kChunk = app::kVoiceRate / 1000 * app::kVoiceChunkMs;

std::size_t samples_in(double ms) {
    return static_cast<std::size_t>(std::max(0.0, ms) * app::kVoiceRate / 1000);
}

bool is_pause(const Phone& phone) {
    return phone.word < 0;
}

bool is_audible(std::span<const std::int16_t> block) {
    int sum = 0;
    for (const std::int16_t sample : block) sum += std::abs(int{sample});
    return sum >= kAudible * static_cast<int>(block.size());
}

double start_of_speech(const Prepared& ready) {
    const auto spoken = std::find_if_not(ready.phones.begin(), ready.phones.end(), is_pause);
    return spoken == ready.phones.end() ? 0 : spoken->from_ms;
}

double end_of_speech(const Prepared& ready) {
    const auto spoken = std::find_if_not(ready.phones.rbegin(), ready.phones.rend(), is_pause);
    return spoken == ready.phones.rend() ? ready.duration_ms : spoken->to_ms;
}

}  // namespace

bool SentenceSound::take(const Prepared& ready, std::span<const std::int16_t> samples) {
    waiting_.insert(waiting_.end(), samples.begin(), samples.end());
    if (!begun_ && !find_onset(ready)) return true;
    if (!begun_ && !begin(ready)) return false;
    return give_chunks();
}

// Not much later than the end of the first phone, however soft it is: the burst of a "p" comes at its end.
bool SentenceSound::find_onset(const Prepared& ready) {
    const auto first = std::find_if_not(ready.phones.begin(), ready.phones.end(), is_pause);
    const std::size_t latest = first == ready.phones.end() ? 0 : samples_in(first->to_ms + kLateMs);
    if (first != ready.phones.end()) heard_ = std::max(heard_, samples_in(first->from_ms - kEarlyMs));
    while (heard_ + kBlock <= waiting_.size()) {
        if (heard_ >= latest || is_audible(std::span(waiting_).subspan(heard_, kBlock))) return true;
        heard_ += kBlock;
    }
    return false;
}

bool SentenceSound::begin(const Prepared& ready) {
    const std::size_t breath = samples_in(kBreathMs);
    start_ = heard_ > breath ? heard_ - breath : 0;
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(start_));
    const double pause_ms = spoken_.words.back().pause == ',' ? kBreakMs : kPauseMs;
    // From the first phone, not from where noise happened to be heard: the same words last equally long every time.
    left_ = samples_in(end_of_speech(ready) + pause_ms - start_of_speech(ready));
    begun_ = true;
    willing_ = sink_.on_sentence(told(ready));
    return willing_;
}

bool SentenceSound::give_chunks() {
    std::size_t given = 0;
    while (willing_ && left_ > 0 && waiting_.size() - given >= std::min(kChunk, left_)) {
        const std::size_t size = std::min(kChunk, left_);
        willing_ = sink_.on_sound(std::span(waiting_).subspan(given, size));
        given += size;
        left_ -= size;
    }
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(given));
    return willing_;
}

bool SentenceSound::finish() {
    if (!begun_ || !willing_) return willing_;
    waiting_.resize(std::max(waiting_.size(), left_), 0);  // what was promised is given
    return give_chunks();
}

int SentenceSound::from_start(double ms) const {
    const double start_ms = 1000.0 * static_cast<double>(start_) / app::kVoiceRate;
    return std::max(0, static_cast<int>(std::lround(ms - start_ms)));
}

app::SpokenSentence SentenceSound::told(const Prepared& ready) const {
    app::SpokenSentence sentence;
    sentence.begin = spoken_.begin;
    sentence.end = spoken_.end;
    sentence.duration_ms = static_cast<int>(left_ * 1000 / app::kVoiceRate);
    std::vector<Phone> heard = ready.phones;
    for (Phone& phone : heard) {
        phone.from_ms = from_start(phone.from_ms);
        phone.to_ms = std::min(from_start(phone.to_ms), sentence.duration_ms);
        if (phone.beat) sentence.beats_ms.push_back(static_cast<int>(phone.from_ms));
    }
    sentence.mouth = mouth_track(heard);
    add_words(ready, sentence);
    return sentence;
}

// Spoken words that stand for the same bytes are one word of the text.
void SentenceSound::add_words(const Prepared& ready, app::SpokenSentence& sentence) const {
    for (const Phone& phone : ready.phones) {
        if (phone.word < 0 || static_cast<std::size_t>(phone.word) >= spoken_.words.size()) continue;
        const SpokenWord& word = spoken_.words[static_cast<std::size_t>(phone.word)];
        const int to = std::min(from_start(phone.to_ms), sentence.duration_ms);
        if (!sentence.words.empty() && sentence.words.back().end >= word.end)
            sentence.words.back().to_ms = to;
        else
            sentence.words.push_back({from_start(phone.from_ms), to, word.begin, word.end});
    }
}

}  // namespace praxis::speech
