// Listens to one conversation: from frames to events. Voice activity opens a turn, silence, the last words and patience
// end it (end_of_turn.hpp); words come from a recogniser that somebody else owns. Holds no more sound than the moments
// before a voice was noticed, and no more of a turn than its words and measures. One thread.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "adapters/speech/hearing/recogniser.hpp"
#include "adapters/speech/hearing/signal/falling_silent.hpp"
#include "adapters/speech/hearing/signal/onset.hpp"
#include "adapters/speech/hearing/signal/signal_level.hpp"
#include "adapters/speech/hearing/signal/turn_measures.hpp"
#include "adapters/speech/hearing/signal/voice_activity.hpp"
#include "adapters/speech/hearing/turn_words.hpp"
#include "app/ports/hearing.hpp"

namespace praxis::speech {

class Listener {
public:
    using Events = std::vector<app::HeardEvent>;

    struct Times {
        int patience_ms = 0;
        std::int64_t turn_most_ms = 0;
    };
    Listener(Recogniser& recogniser, const TurnWords& words, Times times)
        : recogniser_(recogniser), words_(words), times_(times) {}

    void hear(std::span<const std::int16_t>, bool customer_speaks, Events&);
    void finish(Events&);

private:
    struct Turn {
        std::int64_t begin_ms = 0, voice_end_ms = 0;
        std::int64_t stretch_ms = 0;   // where the recogniser's began
        std::string settled, partial;  // words of earlier stretches; of this one
        bool told = false;             // SpeechBegan
        bool over_customer = false;    // it began while the customer spoke
        FallingSilent falling;
        TurnMeasures measures;
        std::string text() const;
    };

    void take_frame(SoundFrame, bool customer_speaks, Events&);
    void begin_turn(bool customer_speaks, Events&);
    void follow_turn(const SoundFrame& heard, const SoundFrame& plain, bool voice, Events&);
    void look_at_words(Events&);
    void announce(Events&);
    void settle(Turn&);
    void end_turn(Events&);
    void tell_noise(Events&);
    int silence_ms() const { return static_cast<int>(now_ms_ - turn_->voice_end_ms); }

    Recogniser& recogniser_;
    const TurnWords& words_;
    const Times times_;
    VoiceActivity activity_;
    SignalLevel level_;
    Onset onset_;
    std::vector<std::int16_t> rest_;  // less than a frame
    std::deque<SoundFrame> before_;
    std::optional<Turn> turn_;
    std::int64_t now_ms_ = 0;
    bool noisy_ = false;
};

}  // namespace praxis::speech
