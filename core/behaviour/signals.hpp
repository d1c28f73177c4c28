// The exact layer: what can be counted and timed without judging. Reference bands are where many calls of a kind lie;
// they are adjustable, correlations at best, and never pass marks.
// Owner: core/behaviour. Pure; any thread. Words, seconds, percent, words a minute. Empty = not known (no times).
// Figures and how they are taken:
//   talk share, longest monologue, patience, interactivity (switches), questions by side: as conversation-analytics
//     tools report them (help.gong.io "Analyze team performance"); here patience is the median pause, which one long
//     silence does not move, and a monologue is ended by any words of the other side.
//   bands: talk share flat between about 35 and 50 % and falling past 65 %; 11-14 questions in a discovery call (vendor
//     correlations, English calls). Rackham (1988) found counts of open and closed questions made no difference.
//   pace, fillers: speaking-rate feedback was what users of MACH (Hoque 2013) found most useful; fillers are counted
//     against the language's list, a word that is also an ordinary word is not on it.
// Does not know: acts' meaning beyond questions, price and interruption; goals; language (the filler list is given).
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/conversation/event.hpp"
#include "core/strategy/kinds.hpp"

namespace praxis::behaviour {

struct Side {
    int words = 0, turns = 0;
    int questions = 0;  // the rep's as understood; the customer's by question mark or kind of turn
    int longest_monologue_words = 0;
    std::uint32_t longest_monologue_turn = 0;
    int interruptions = 0;  // cut into the other side: by time where known, else by act or move
    std::optional<double> speaking_seconds, longest_monologue_seconds, words_per_minute;
};

struct Signals {
    Side rep, customer;
    int switches = 0;                          // of the speaker
    std::optional<double> talk_share_percent;  // of all words, the rep's; empty when nothing was said
    std::optional<double> talk_share_time_percent;
    std::optional<double> open_share_percent;  // of the rep's questions
    std::optional<double> patience_seconds;    // median pause before the rep speaks; overlaps count as none
    std::optional<double> fillers_per_100_words;
    std::optional<double> silence_after_price_seconds;  // median pause after the rep names a price
    // Of turns that were heard, not typed:
    std::optional<double> pause_share_percent;      // of the rep's speaking time, inside turns
    std::optional<double> pitch_range_semitones;    // median of the rep's turns: from the 10th to the 90th percentile
    std::optional<double> loudness_range_decibels;  // from the softest of the rep's turns to the loudest
};

// A phrase of the list counts as one filler; an empty list leaves the figure empty.
Signals measure(const conversation::Conversation&, std::span<const std::string> fillers = {});

enum class Figure : std::uint8_t {
    talk_share,
    longest_monologue_words,
    questions,
    open_share,
    switches,
    patience,
    fillers,
    pace,
    interruptions,
    silence_after_price,
    talk_share_time,
    pauses,
    pitch_range,
    loudness_range,
};
inline constexpr int kFigureCount = 14;
// Known only of what was heard: of a rehearsal, for the rep alone.
bool is_of_delivery(Figure);
std::string_view name(Figure);
std::optional<Figure> figure_named(std::string_view);
std::optional<double> value_of(const Signals&, Figure);

struct Band {
    Figure figure{};
    double low = 0, high = 0;
};
// Per kind of conversation; a figure without a band has none.
using Bands = std::array<std::vector<Band>, strategy::kConversationKindCount>;

}  // namespace praxis::behaviour
