#include <array>

#include "core/behaviour/signals.hpp"

namespace praxis::behaviour {
namespace {

constexpr std::array<std::string_view, kFigureCount> kNames = {
    "talk_share", "longest_monologue_words", "questions",          "open_share", "switches", "patience", "fillers",
    "pace",       "interruptions",           "silence_after_price"};

}  // namespace

std::string_view name(Figure figure) {
    return kNames[static_cast<std::size_t>(figure)];
}

std::optional<Figure> figure_named(std::string_view wanted) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == wanted) return static_cast<Figure>(i);
    return std::nullopt;
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
    }
    return std::nullopt;
}

}  // namespace praxis::behaviour
