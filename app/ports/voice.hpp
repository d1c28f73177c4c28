// The customer's voice: words in, sound and mouth shapes out, sentence by sentence, so that the first is heard while
// the next is made. Sound is PCM, 16 bit, mono, kVoiceRate a second. Times are milliseconds from the start of a
// sentence's own sound; places are bytes of the text that was given. A voice takes processor time: use a worker; any
// thread, several at once. Errors: VoiceTrouble, where there is no such voice or an outside one cannot be reached;
// never for a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/vocabulary/reading.hpp"

namespace praxis::app {

inline constexpr int kVoiceRate = 16'000;
inline constexpr int kVoiceChunkMs = 100;  // the last chunk of a sentence may be shorter

using VoiceId = std::string;  // "grace"

// What a voice is like, for choosing one that fits a customer.
struct VoiceCard {
    VoiceId id;
    std::string sounds;  // "bright and young", for people
    bool as_woman = false, as_man = false;
    int age_least = 0, age_most = 99;  // of customers it may suit
};

// How the customer feels, each 0 … 100: what the rep's side is told with every answer.
struct Feeling {
    std::uint8_t trust = 50, interest = 50, patience = 50;
    friend bool operator==(Feeling, Feeling) = default;
};

// The mouth's shapes by their usual names (the fifteen visemes of Oculus).
enum class Viseme : std::uint8_t { sil, PP, FF, TH, DD, kk, CH, SS, nn, RR, aa, E, ih, oh, ou };
inline constexpr int kVisemeCount = 15;
std::string_view name(Viseme);

// From then on, until the next one.
struct MouthShape {
    int from_ms = 0;
    Viseme shape = Viseme::sil;
    float weight = 0;  // 0 … 1: how far it is formed
    friend bool operator==(const MouthShape&, const MouthShape&) = default;
};

// A word of the text as it is written; "$1.2m" is one.
struct WordTime {
    int from_ms = 0, to_ms = 0;
    std::uint32_t begin = 0, end = 0;
};

struct SpokenSentence {
    std::uint32_t begin = 0, end = 0;  // of the text
    int duration_ms = 0;               // its sound, with the pause after it
    std::vector<MouthShape> mouth;     // from 0 on, times rising, the last is sil
    std::vector<WordTime> words;       // in order; none overlap
    std::vector<int> beats_ms;         // where a stressed syllable begins: for nods
};

// What was heard of a sentence after so many milliseconds of its sound: the text up to this byte. A word counts once it
// is said to its end.
std::uint32_t heard_until(const SpokenSentence&, int played_ms);

// Takes what is spoken, on the thread that speaks. False: be silent from here on (the rep has broken in).
class VoiceSink {
public:
    virtual ~VoiceSink() = default;
    virtual bool on_sentence(const SpokenSentence&) = 0;       // before its sound
    virtual bool on_sound(std::span<const std::int16_t>) = 0;  // kVoiceChunkMs of it
};

struct VoiceTrouble : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Voice {
public:
    virtual ~Voice() = default;
    virtual std::vector<VoiceCard> voices() const = 0;  // in the order written; never empty
    // What is made one after the other when this is spoken. Each may be spoken alone, at its time, and sounds the same;
    // what is between them is not said.
    virtual std::vector<Span> sentences(std::string_view text) const = 0;
    // True: all of it was spoken; false: the sink did not want to go on. A text without words is spoken at once.
    virtual bool speak(std::string_view text, const VoiceId&, Feeling, VoiceSink&) = 0;
};

}  // namespace praxis::app
