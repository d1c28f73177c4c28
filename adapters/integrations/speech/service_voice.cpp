#include "adapters/integrations/speech/service_voice.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <cstdlib>
#include <future>
#include <optional>

#include "adapters/integrations/speech/alignment.hpp"

namespace praxis::integrations {
namespace {

constexpr std::size_t kSamples_ms = kWaveRate / 1000;
constexpr std::size_t kBlock = 80, kBreath = 128;  // samples: 5 and 8 ms
constexpr int kAudible = 160;                      // of 32,768, mean over a block
constexpr std::size_t kChunk = kSamples_ms * app::kVoiceChunkMs;
constexpr std::size_t kShortest = 50 * kSamples_ms;
constexpr double kGainMost = 8;

// Our own reading, kept back.
class Unheard final : public app::VoiceSink {
public:
    bool on_sentence(const app::SpokenSentence& sentence) override {
        const int late = static_cast<int>(sound.size() / kSamples_ms);
        app::SpokenSentence moved = sentence;
        for (auto& each : moved.mouth) each.from_ms += late;
        for (auto& each : moved.words) each.from_ms += late, each.to_ms += late;
        for (int& each : moved.beats_ms) each += late;
        if (!spoken) return spoken = std::move(moved), true;
        spoken->end = moved.end;
        spoken->duration_ms = late + moved.duration_ms;
        spoken->mouth.insert(spoken->mouth.end(), moved.mouth.begin(), moved.mouth.end());
        spoken->words.insert(spoken->words.end(), moved.words.begin(), moved.words.end());
        spoken->beats_ms.insert(spoken->beats_ms.end(), moved.beats_ms.begin(), moved.beats_ms.end());
        return true;
    }
    bool on_sound(std::span<const std::int16_t> more) override {
        sound.insert(sound.end(), more.begin(), more.end());
        return true;
    }

    std::optional<app::SpokenSentence> spoken;
    Sound sound;
};

bool is_audible(std::span<const std::int16_t> block) {
    int sum = 0;
    for (const std::int16_t sample : block) sum += std::abs(int{sample});
    return sum >= kAudible * static_cast<int>(block.size());
}

// From a breath before the first audible sample to the last; empty: there is none.
struct Speech {
    std::size_t from = 0, to = 0;
};
Speech speech_in(const Sound& sound) {
    Speech speech;
    for (std::size_t at = 0; at + kBlock <= sound.size(); at += kBlock) {
        if (!is_audible(std::span(sound).subspan(at, kBlock))) continue;
        if (speech.to == 0) speech.from = at > kBreath ? at - kBreath : 0;
        speech.to = at + kBlock;
    }
    return speech;
}

Sound cut(const Sound& sound, Speech speech) {
    return {sound.begin() + static_cast<std::ptrdiff_t>(speech.from),
            sound.begin() + static_cast<std::ptrdiff_t>(speech.to)};
}

double power_of(const Sound& sound) {
    double sum = 0, blocks = 0;
    for (std::size_t at = 0; at + kBlock <= sound.size(); at += kBlock) {
        const auto block = std::span(sound).subspan(at, kBlock);
        if (!is_audible(block)) continue;
        for (const std::int16_t sample : block) sum += double(sample) * sample;
        ++blocks;
    }
    return blocks > 0 ? sum / blocks : 0;
}

void make_as_loud(Sound& sound, const Sound& as) {
    const double here = power_of(sound), there = power_of(as);
    if (here <= 0 || there <= 0) return;
    const double gain = std::min(kGainMost, std::sqrt(there / here));
    for (std::int16_t& sample : sound)
        sample = static_cast<std::int16_t>(std::clamp(std::lround(gain * sample), -32'768L, 32'767L));
}

bool is_sound(const std::string& content_type) {
    return content_type.starts_with("audio/") || content_type.starts_with("application/octet-stream");
}

bool give(const app::SpokenSentence& sentence, const Sound& sound, app::VoiceSink& sink) {
    bool willing = sink.on_sentence(sentence);
    for (std::size_t at = 0; willing && at < sound.size(); at += kChunk)
        willing = sink.on_sound(std::span(sound).subspan(at, std::min(kChunk, sound.size() - at)));
    return willing;
}

}  // namespace

app::SpokenSentence fitted(const app::SpokenSentence& own, const Sound& own_sound, Sound& sound) {
    sound = cut(sound, speech_in(sound));
    make_as_loud(sound, own_sound);
    const Speech own_speech = speech_in(own_sound);
    const TimeMap map(cut(own_sound, own_speech), sound);
    const int spoken_ms = static_cast<int>(sound.size() / kSamples_ms);
    const int late = static_cast<int>(own_speech.from / kSamples_ms);
    const auto at = [&](int ms) { return std::min(map.at(ms - late), spoken_ms); };
    app::SpokenSentence fitted = own;
    for (auto& each : fitted.mouth) each.from_ms = at(each.from_ms);
    for (auto& each : fitted.words) each.from_ms = at(each.from_ms), each.to_ms = at(each.to_ms);
    for (int& each : fitted.beats_ms) each = at(each);
    sound.resize(sound.size() + own_sound.size() - own_speech.to);  // the pause after it
    fitted.duration_ms = static_cast<int>(sound.size() / kSamples_ms);
    return fitted;
}

ServiceVoice::ServiceVoice(app::Voice& own, SpeechService service, OnOwn on_own)
    : own_(own), service_(std::move(service)), on_own_(std::move(on_own)) {}

std::string ServiceVoice::voice_for(const app::VoiceId& id) const {
    const auto cards = own_.voices();
    const auto card = std::find_if(cards.begin(), cards.end(), [&](const auto& each) { return each.id == id; });
    const bool woman = card != cards.end() && card->as_woman;
    for (const std::string& name : {id, std::string(woman ? "woman" : "man"), std::string("all")})
        if (const auto found = service_.voices.find(name); found != service_.voices.end()) return found->second;
    return "alloy";  // the first of those that the interface names
}

Sound ServiceVoice::fetched(const std::string& sentence, const std::string& voice) const {
    const boost::json::object wish{
        {"model", service_.model}, {"voice", voice}, {"input", sentence}, {"response_format", "wav"}};
    const OutboundAnswer answer =
        ask_service(service_, "/audio/speech", "application/json", boost::json::serialize(wish));
    if (!is_sound(answer.content_type)) throw OutboundTrouble("answered with '" + answer.content_type + "'");
    auto sound = sound_in(answer.body);
    if (!sound) throw OutboundTrouble("answered with what is no whole WAV file");
    if (const Speech speech = speech_in(*sound); speech.to - speech.from < kShortest)
        throw OutboundTrouble("answered with silence");
    return *std::move(sound);
}

bool ServiceVoice::speak(std::string_view text, const app::VoiceId& id, app::Feeling feels, app::VoiceSink& sink) {
    for (const Span place : own_.sentences(text)) {
        const std::string sentence(text.substr(place.begin, place.end - place.begin));
        const bool asks = patience_.asks();
        std::future<Sound> coming;
        if (asks)
            coming = std::async(std::launch::async,
                                [this, &sentence, voice = voice_for(id)] { return fetched(sentence, voice); });
        Unheard own;
        own_.speak(sentence, id, feels, own);
        if (!own.spoken) continue;
        own.spoken->begin += place.begin, own.spoken->end += place.begin;
        for (auto& word : own.spoken->words) word.begin += place.begin, word.end += place.begin;
        std::optional<Sound> sound;
        std::string why;
        try {
            if (asks) sound = coming.get();
        } catch (const std::exception& trouble) {
            why = trouble.what();
        }
        if (asks) patience_.went(sound.has_value());
        if (!sound) on_own_(why);
        const auto spoken = sound ? fitted(*own.spoken, own.sound, *sound) : *own.spoken;
        if (!give(spoken, sound ? *sound : own.sound, sink)) return false;
    }
    return true;
}

}  // namespace praxis::integrations
