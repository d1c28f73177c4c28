#include <array>

#include "core/behaviour/signals.hpp"

namespace praxis::behaviour {
namespace {

constexpr std::array<std::string_view, kFigureCount> kNames = {"talk_share",      "longest_monologue_words",
                                                               "questions",       "open_share",
                                                               "switches",        "patience",
                                                               "fillers",         "pace",
                                                               "interruptions",   "silence_after_price",
                                                               "talk_share_time", "pauses",
                                                               "pitch_range",     "loudness_range"};

}  // namespace

std::string_view name(Figure figure) {
    return kNames[static_cast<std::size_t>(figure)];
}

std::optional<Figure> figure_named(std::string_view wanted) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == wanted) return static_cast<Figure>(i);
    return std::nullopt;
}

bool is_of_delivery(Figure figure) {
    switch (figure) {
        case Figure::patience:
        case Figure::pace:
        case Figure::silence_after_price:
        case Figure::talk_share_time:
        case Figure::pauses:
        case Figure::pitch_range:
        case Figure::loudness_range: return true;
        default: return false;
    }
}

std::optional<double> value_of(const Signals& signals, Figure figure) {
    if (signals.rep.words == 0) return std::nullopt;
    switch (figure) {
        case Figure::talk_share: return signals.talk_share_percent;
        case Figure::longest_monologue_words: return signals.rep.longest_monologue_words;
        case Figure::questions: return signals.rep.questions;
        case Figure::open_share: return signals.open_share_percent;
        case Figure::switches: return signals.switches;
        case Figure::patience: return signals.patience_seconds;
        case Figure::fillers: return signals.fillers_per_100_words;
        case Figure::pace: return signals.rep.words_per_minute;
        case Figure::interruptions: return signals.rep.interruptions;
        case Figure::silence_after_price: return signals.silence_after_price_seconds;
        case Figure::talk_share_time: return signals.talk_share_time_percent;
        case Figure::pauses: return signals.pause_share_percent;
        case Figure::pitch_range: return signals.pitch_range_semitones;
        case Figure::loudness_range: return signals.loudness_range_decibels;
    }
    return std::nullopt;
}

}  // namespace praxis::behaviour
