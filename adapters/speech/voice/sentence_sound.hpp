// The sound of one sentence on its way to a sink: silence before the first word is taken off, times are told from where
// the sound then begins, it goes out in chunks of kVoiceChunkMs, and a
// pause is kept after it. One sentence, one thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "adapters/speech/voice/utterance.hpp"
#include "app/ports/voice.hpp"

namespace praxis::speech {

// A sentence as it is said, and its bytes of the text.
struct SpokenStretch {
    std::vector<SpokenWord> words;
    std::uint32_t begin = 0, end = 0;
};

class SentenceSound {
public:
    SentenceSound(const SpokenStretch& sentence, app::VoiceSink& sink) : spoken_(sentence), sink_(sink) {}

    bool take(const Prepared&, std::span<const std::int16_t>);  // false: the sink has had enough
    bool finish();                                              // the chunk that is left

private:
    bool begin(const Prepared&);
    bool find_onset(const Prepared&);
    bool give_chunks();
    app::SpokenSentence told(const Prepared&) const;
    void add_words(const Prepared&, app::SpokenSentence&) const;
    int from_start(double ms) const;

    const SpokenStretch& spoken_;
    app::VoiceSink& sink_;
    std::vector<std::int16_t> waiting_;
    std::size_t heard_ = 0;  // samples of the synthesiser's looked at for the onset
    std::size_t start_ = 0;  // of them taken off
    std::size_t left_ = 0;   // to give, once begun
    bool begun_ = false, willing_ = true;
};

}  // namespace praxis::speech
