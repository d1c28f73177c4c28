// Whether somebody who has fallen silent has ended their turn, and whether what they say is a turn at all. Decided from
// silence, the last words and the learner's patience; knows nothing of sound. Pure; any thread. The silences: people
// leave about 200 ms between turns (Stivers 2009) and pause longer inside one after "and", "because" or a filler.
#pragma once

#include <string>

#include "adapters/speech/hearing/turn_words.hpp"

namespace praxis::speech {

enum class TurnState {
    complete,  // a whole question, or words that close
    usual,
    goes_on,  // "and …", "because …", "um …"
};

inline constexpr int kSilenceComplete = 350, kSilenceUsual = 500, kSilenceGoesOn = 950;  // ms
// Of speech while the customer speaks; what is longer interrupts, whatever its words.
inline constexpr int kBackchannelMost = 700;

TurnState turn_state(const std::string& text, const TurnWords&);

// How long silence must be, in ms. Patience adds to it, and to a turn that goes on a half more.
int silence_wanted(TurnState, int patience_ms);

bool turn_ended(int silence_ms, const std::string& text, int patience_ms, const TurnWords&);

// Nothing but what listeners say; also when no word was made out.
bool is_listening(const std::string& text, const TurnWords&);

// Said while the customer speaks, and no turn: what listeners say, or something short that is not among the words that
// interrupt. Their sounds are seldom recognised as what they are: "mm-hm" becomes any short word.
bool is_backchannel(int speech_ms, const std::string& text, const TurnWords&);

// While the customer speaks: whether the rep means to take the turn.
bool breaks_in(int speech_ms, const std::string& text, const TurnWords&);

}  // namespace praxis::speech
