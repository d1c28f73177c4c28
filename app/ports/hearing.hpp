// The ear for a rep's microphone: sound in, turns out. Sound is PCM, 16 bit, mono, kHearingRate a second, in pieces of
// any length (20 ms is usual). Times are milliseconds of sound since the ear was opened. Nothing that is heard is kept
// beyond the turn it belongs to, nothing tells who speaks or what they feel, and nothing of one person's speech is left
// in an ear when it is opened for the next. An ear belongs to one conversation and is used by one thread at a time;
// several may be used at once. It takes processor time (a fifth of real time while somebody speaks): use a worker.
// Errors: HearingTrouble, where hearing cannot be had at all; never for a sound.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace praxis::app {

inline constexpr int kHearingRate = 16'000;

// How a turn was spoken, for the rep alone; never kept as a picture of a voice.
struct SpeechMeasures {
    int speech_ms = 0;             // without the pauses
    int pauses = 0, pause_ms = 0;  // of 200 ms and more, inside the turn; how many, how long together
    int longest_pause_ms = 0;
    std::optional<double> loudness;         // LUFS. Microphones level themselves: compare within one conversation
    std::optional<double> pitch_hz;         // median
    std::optional<double> pitch_semitones;  // from the 10th to the 90th percentile: how much melody there was
};

// Somebody speaks who may mean to take the turn: the customer should fall silent. Told once a turn.
struct SpeechBegan {
    std::int64_t at_ms = 0;
};
// "mm-hm", "right": said while the customer speaks, and no interruption. No SpeechBegan came before it.
struct Backchannel {
    std::int64_t begin_ms = 0, end_ms = 0;
    std::string text;  // may be empty
};
// Speech has stopped for a moment: somebody who listens begins to think. Told at once, long before it is known whether
// the turn is over; what comes next (a PartialText, another pause, the turn) stands for it.
struct Paused {
    std::int64_t at_ms = 0;  // where the silence began
};
// What the turn sounds like so far. Later ones replace it, in any word.
struct PartialText {
    std::string text;
};
// A turn to its end. Small letters, no marks, numbers as words.
struct HeardTurn {
    std::string text;  // never empty
    std::int64_t begin_ms = 0, end_ms = 0;
    std::optional<double> confidence;  // 0 … 1, of those who can tell
    SpeechMeasures measures;
};
// Speech began and ended and no words were made out: a cough, a mumble, something that fell.
struct Unclear {
    std::int64_t begin_ms = 0, end_ms = 0;
};
// The signal is less than 25 dB above the noise: hearing will be poor. Told once.
struct Noisy {
    int signal_to_noise_db = 0;
};
using HeardEvent = std::variant<SpeechBegan, Paused, Backchannel, PartialText, HeardTurn, Unclear, Noisy>;

struct HearingWishes {
    std::vector<std::string> expect;  // names and terms of the strategy; those beyond kExpectMost are passed over
    int patience_ms = 0;              // how much longer than usual silence is waited for, 0 … kPatienceMost
};
inline constexpr int kPatienceMost = 3'000;
inline constexpr std::size_t kExpectMost = 500;

struct HearingTrouble : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Ear {
public:
    virtual ~Ear() = default;
    // What comes of some more sound, in order. `customer_speaks`: the customer's voice is being played just now.
    virtual std::vector<HeardEvent> hear(std::span<const std::int16_t>, bool customer_speaks) = 0;
    // The microphone is shut: what was begun is a turn now. More sound may follow later.
    virtual std::vector<HeardEvent> finish() = 0;
};

class Hearing {
public:
    virtual ~Hearing() = default;
    // Nothing: all ears are taken, and the rep types instead. A new ear, or one that expects other words than the last
    // time, takes one or two seconds of processor time. It may outlive the Hearing.
    virtual std::unique_ptr<Ear> open(const HearingWishes&) = 0;
};

}  // namespace praxis::app
