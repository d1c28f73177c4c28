#include "adapters/speech/hearing/listener.hpp"

#include <algorithm>

#include "adapters/speech/hearing/end_of_turn.hpp"

namespace praxis::speech {
namespace {

constexpr std::size_t kFramesBefore = 40;                 // kept for soft beginnings
constexpr std::int64_t kLookEvery = 200, kLookSoon = 50;  // ms, at the words so far
constexpr int kLookSoonAfter = 100;                       // ms of silence
constexpr std::int64_t kStretchMost = 20'000;             // ms; then a pause ends it, twice as much does without
constexpr int kStretchPause = 200;
constexpr std::int64_t kSettlingMs = 250;  // a new voice detector takes anything for a voice
constexpr int kUnclearAfter = 700;         // ms of silence, where there are no words

void append(std::string& text, const std::string& more) {
    if (!text.empty() && !more.empty()) text += ' ';
    text += more;
}

}  // namespace

std::string Listener::Turn::text() const {
    std::string text = settled;
    append(text, partial);
    return text;
}

void Listener::hear(std::span<const std::int16_t> sound, bool customer_speaks, Events& events) {
    rest_.insert(rest_.end(), sound.begin(), sound.end());
    std::size_t at = 0;
    for (SoundFrame frame; at + kFrameSamples <= rest_.size(); at += kFrameSamples) {
        std::copy_n(rest_.begin() + static_cast<std::ptrdiff_t>(at), kFrameSamples, frame.begin());
        take_frame(frame, customer_speaks, events);
    }
    rest_.erase(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(at));
}

void Listener::finish(Events& events) {
    if (turn_) end_turn(events);
}

void Listener::take_frame(SoundFrame plain, bool customer_speaks, Events& events) {
    now_ms_ += kFrameMs;
    SoundFrame cleaned = plain;
    const bool voice = activity_.take(cleaned) && now_ms_ > kSettlingMs;
    const double level = level_of(plain);
    // What suppression leaves is recognised better only where there is much to suppress.
    const SoundFrame& heard = noisy_ ? cleaned : plain;
    if (turn_) {
        level_.take(level, voice);
        if (turn_->falling.take(level) && turn_->told) events.emplace_back(app::Paused{now_ms_ - kSilentFor});
        return follow_turn(heard, plain, voice, events);
    }
    if (!customer_speaks) level_.take(level, voice);
    before_.push_back(heard);
    if (before_.size() > kFramesBefore) before_.pop_front();
    if (onset_.take(voice, level, level_.voice_level(), customer_speaks)) begin_turn(customer_speaks, events);
}

void Listener::begin_turn(bool customer_speaks, Events& events) {
    turn_.emplace();
    turn_->begin_ms = std::max<std::int64_t>(0, now_ms_ - onset_.ago_ms());
    turn_->voice_end_ms = now_ms_;
    turn_->stretch_ms = now_ms_;
    turn_->over_customer = customer_speaks;
    onset_.reset();
    recogniser_.begin();
    for (const SoundFrame& frame : before_) {
        recogniser_.take(frame);
        turn_->measures.take(frame, false);
    }
    before_.clear();
    if (!customer_speaks) announce(events);
}

void Listener::announce(Events& events) {
    if (turn_->told) return;
    turn_->told = true;
    events.emplace_back(app::SpeechBegan{turn_->begin_ms});
}

void Listener::follow_turn(const SoundFrame& heard, const SoundFrame& plain, bool voice, Events& events) {
    recogniser_.take(heard);
    turn_->measures.take(plain, voice);
    if (voice) {
        const int pause = silence_ms() - kFrameMs;
        if (pause > 0) turn_->measures.paused(pause + kVoiceHangoverMs);
        turn_->voice_end_ms = now_ms_;
    }
    const bool soon = silence_ms() >= kLookSoonAfter || (turn_->over_customer && !turn_->told);
    if (now_ms_ % (soon ? kLookSoon : kLookEvery) == 0) look_at_words(events);
    const std::int64_t stretch = now_ms_ - turn_->stretch_ms;
    const bool pause = silence_ms() >= kStretchPause;
    if (stretch > 2 * kStretchMost || (stretch > kStretchMost && pause)) settle(*turn_);
    const int silence = silence_ms() + kVoiceHangoverMs;
    const bool ended = turn_ended(silence, turn_->text(), times_.patience_ms, words_) &&
                       (!turn_->text().empty() || silence >= kUnclearAfter);
    if ((!voice && ended) || now_ms_ - turn_->begin_ms >= times_.turn_most_ms) end_turn(events);
}

void Listener::look_at_words(Events& events) {
    std::string words = recogniser_.words();
    const bool fresh = words != turn_->partial;
    turn_->partial = std::move(words);
    const int speech_ms = static_cast<int>(turn_->voice_end_ms - turn_->begin_ms) - kVoiceHangoverMs;
    if (turn_->over_customer && !turn_->told && breaks_in(speech_ms, turn_->text(), words_)) announce(events);
    if (fresh && turn_->told && !turn_->text().empty()) events.emplace_back(app::PartialText{turn_->text()});
}

void Listener::settle(Turn& turn) {
    turn.partial.clear();
    append(turn.settled, recogniser_.finish());
    turn.stretch_ms = now_ms_;
    recogniser_.begin();
}

void Listener::end_turn(Events& events) {
    Turn turn = std::move(*turn_);
    turn_.reset();
    turn.partial = recogniser_.finish();
    const std::string text = turn.text();
    const std::int64_t end = std::max(turn.begin_ms, turn.voice_end_ms - kVoiceHangoverMs);
    if (!turn.told && is_backchannel(static_cast<int>(end - turn.begin_ms), text, words_)) {
        events.emplace_back(app::Backchannel{turn.begin_ms, end, is_listening(text, words_) ? text : ""});
    } else if (text.empty()) {
        events.emplace_back(app::Unclear{turn.begin_ms, end});
    } else {
        if (!turn.told) events.emplace_back(app::SpeechBegan{turn.begin_ms});
        const int length = static_cast<int>(end - turn.begin_ms);
        events.emplace_back(app::HeardTurn{text, turn.begin_ms, end, std::nullopt, turn.measures.told(length)});
    }
    tell_noise(events);
}

void Listener::tell_noise(Events& events) {
    const auto ratio = level_.signal_to_noise();
    if (noisy_ || !ratio || *ratio >= kClearSignal) return;
    noisy_ = true;
    events.emplace_back(app::Noisy{static_cast<int>(*ratio)});
}

}  // namespace praxis::speech
