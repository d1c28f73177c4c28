#include "app/ports/voice.hpp"

#include <array>

namespace praxis::app {

std::string_view name(Viseme shape) {
    static constexpr std::array<std::string_view, kVisemeCount> kNames = {
        "sil", "PP", "FF", "TH", "DD", "kk", "CH", "SS", "nn", "RR", "aa", "E", "ih", "oh", "ou"};
    return kNames[static_cast<std::size_t>(shape)];
}

std::uint32_t heard_until(const SpokenSentence& sentence, int played_ms) {
    if (played_ms >= sentence.duration_ms) return sentence.end;
    std::uint32_t until = sentence.begin;
    for (const WordTime& word : sentence.words)
        if (word.to_ms <= played_ms) until = word.end;
    return until;
}

}  // namespace praxis::app
