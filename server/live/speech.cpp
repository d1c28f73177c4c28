#include "server/live/speech.hpp"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstring>
#include <exception>
#include <utility>

#include "core/base/digest.hpp"
#include "wire/json/json_text.hpp"
#include "wire/voice.hpp"

namespace praxis::live {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kAhead{1200};            // a sentence is made so long before it is due
constexpr std::size_t kQueued_bytes = 400'000;  // more sound than this waits for nobody
constexpr int kMakingMost = 2;                  // one that was broken off keeps the next waiting for nothing

bool suits(const app::VoiceCard& card, strategy::Presents presents) {
    return presents == strategy::Presents::either ||
           (presents == strategy::Presents::woman ? card.as_woman : card.as_man);
}

bool suits(const app::VoiceCard& card, int age) {
    return age == 0 || (card.age_least <= age && age <= card.age_most);
}

net::Frame frame_of(std::span<const std::int16_t> sound) {
    static_assert(std::endian::native == std::endian::little, "sound goes out as little-endian");
    net::Frame frame{std::string(sound.size_bytes(), '\0'), true};
    std::memcpy(frame.bytes.data(), sound.data(), sound.size_bytes());
    return frame;
}

}  // namespace

app::VoiceId voice_for(const app::Voice& voice, const strategy::Counterpart& person, int age) {
    std::vector<app::VoiceId> presenting, fitting;
    for (const app::VoiceCard& card : voice.voices()) {
        if (!suits(card, person.presents)) continue;
        presenting.push_back(card.id);
        if (suits(card, age)) fitting.push_back(card.id);
    }
    const auto& from = fitting.empty() ? presenting : fitting;
    return from.empty() ? voice.voices().front().id : from[Digest().add(person.name).value() % from.size()];
}

struct Speech::Saying {
    std::uint32_t turn = 0;
    std::string text;
    app::VoiceId voice;
    app::Feeling feeling;
    std::vector<Span> sentences;  // of text
    std::size_t next = 0;
    Clock::time_point due = Clock::now();  // when what was made so far will have been heard
    std::atomic<bool> stopped{false};
};

namespace {

// Hands a sentence's parts from the worker to the socket's thread.
class ToSocket : public app::VoiceSink {
public:
    ToSocket(net::WebSocket& socket, std::function<void(net::WebSocket::Work)> later, const std::atomic<bool>& stopped,
             wire::SentencePlace place)
        : socket_(socket), later_(std::move(later)), stopped_(stopped), place_(place) {}

    bool on_sentence(const app::SpokenSentence& sentence) override {
        duration_ms += sentence.duration_ms;
        return send({wire::to_text(wire::to_json(sentence, place_)), false});
    }
    bool on_sound(std::span<const std::int16_t> sound) override { return send(frame_of(sound)); }

    int duration_ms = 0;

private:
    bool send(net::Frame frame) {
        if (stopped_) return false;
        later_([&socket = socket_, frame = std::move(frame)]() mutable {
            if (socket.queued_bytes() < kQueued_bytes) socket.send(std::move(frame));
        });
        return true;
    }

    net::WebSocket& socket_;
    const std::function<void(net::WebSocket::Work)> later_;
    const std::atomic<bool>& stopped_;
    const wire::SentencePlace place_;
};

}  // namespace

Speech::~Speech() {
    if (saying_) saying_->stopped = true;
}

void Speech::switch_on(bool on) {
    on_ = on && parts_.voice;
    if (!on_) stop();
}

void Speech::stop() {
    if (saying_) saying_->stopped = true;
    if (heard_) heard_->end = std::min(heard_->end, Clock::now());
    fall_silent();
}

void Speech::when_silent(net::WebSocket::Work work) {
    when_silent_ = std::move(work);
    if (!speaking()) fall_silent();
}

void Speech::fall_silent() {
    saying_.reset();
    if (const auto work = std::exchange(when_silent_, {})) work();
}

void Speech::say(std::uint32_t turn, std::string text, const app::VoiceId& voice, app::Feeling feeling) {
    stop();
    heard_.reset();
    if (!on_) return;
    auto saying = std::make_shared<Saying>();
    saying->turn = turn;
    saying->text = std::move(text);
    saying->voice = voice;
    saying->feeling = feeling;
    saying->sentences = parts_.voice->sentences(saying->text);
    saying_ = saying;
    make_next(saying);
}

// A node with more to say than its workers can make falls silent for this answer: its words are there to be read.
void Speech::make_next(const std::shared_ptr<Saying>& saying) {
    if (saying->stopped) return;
    if (saying->next == saying->sentences.size()) {
        socket_.send({wire::to_text(wire::voice_end(saying->turn)), false});
        return fall_silent();
    }
    if (making_ == kMakingMost) return;  // the end of one of them begins this
    const std::size_t number = saying->next++;
    auto make = [this, saying, number, &voice = *parts_.voice, &socket = socket_, later = socket_.later()] {
        const Span at = saying->sentences[number];
        ToSocket sink(socket, later, saying->stopped, {saying->turn, number, at.begin});
        std::exception_ptr failed;
        try {
            if (!saying->stopped)
                voice.speak(std::string_view(saying->text).substr(at.begin, at.end - at.begin), saying->voice,
                            saying->feeling, sink);
        } catch (...) {
            failed = std::current_exception();
        }
        later([this, saying, made_ms = sink.duration_ms] { on_made(saying, made_ms); });
        if (failed) std::rethrow_exception(failed);  // the workers count it
    };
    try {
        parts_.workers->post(std::move(make));
        ++making_;
    } catch (const net::Overloaded&) {
        stop();
    }
}

void Speech::on_made(const std::shared_ptr<Saying>& saying, int duration_ms) {
    --making_;
    if (saying != saying_) {  // broken off; what is said now may have waited for it
        if (const auto next = saying_; next && next->next == 0) make_next(next);
        return;
    }
    const auto now = Clock::now();
    if (!heard_ || heard_->turn != saying->turn) heard_ = Heard{saying->turn, now, now};
    saying->due = std::max(saying->due, now) + milliseconds(duration_ms);
    heard_->end = saying->due;
    const auto wait = std::chrono::duration_cast<milliseconds>(saying->due - now) - kAhead;
    if (wait <= milliseconds(0)) return make_next(saying);
    socket_.after(wait, [this, saying] { make_next(saying); });
}

}  // namespace praxis::live
