#include "adapters/speech/voice/utterance.hpp"

extern "C" {
#include <flite/cst_cg.h>
#include <flite/flite.h>

cst_voice* register_cmu_us_slt(const char*);
cst_voice* register_cmu_us_rms(const char*);
cst_voice* register_cmu_us_awb(const char*);
}

#include <array>
#include <cstring>
#include <exception>
#include <memory>

namespace praxis::speech {
namespace {

constexpr int kSamplesAtOnce = app::kVoiceRate / 20;
constexpr int kFrame = app::kVoiceRate / 200;  // the first frame of a sentence makes no sound
constexpr const char* kPlace = "spoken_word";

// Registering is not safe beside other calls: it happens once, before the first.
cst_voice* recording(Recording which) {
    static const std::array<cst_voice*, 3> kRecordings = [] {
        flite_init();
        return std::array<cst_voice*, 3>{register_cmu_us_slt(nullptr), register_cmu_us_rms(nullptr),
                                         register_cmu_us_awb(nullptr)};
    }();
    return kRecordings[static_cast<std::size_t>(which)];
}

struct DeleteUtterance {
    void operator()(cst_utterance* utterance) const { delete_utterance(utterance); }
};
using Owned = std::unique_ptr<cst_utterance, DeleteUtterance>;

void add_tokens(cst_utterance* utterance, const std::vector<SpokenWord>& words) {
    cst_relation* tokens = utt_relation_create(utterance, "Token");
    for (std::size_t i = 0; i < words.size(); ++i) {
        cst_item* token = relation_append(tokens, nullptr);
        const char pause[2] = {words[i].pause, 0};
        item_set_string(token, "name", words[i].word.c_str());
        item_set_string(token, "whitespace", " ");
        item_set_string(token, "prepunctuation", "");
        item_set_string(token, "punc", pause);
        item_set_int(token, kPlace, static_cast<int>(i));
        // Phones that equal the ones before are taken for the same token and dropped: a blank tells them apart.
        if (!words[i].phones.empty()) item_set_string(token, "phones", (words[i].phones + (i % 2 ? " " : "")).c_str());
    }
}

Phone phone_of(const cst_item* segment, double from_ms) {
    Phone phone;
    phone.name = item_feat_string(segment, "name");
    phone.from_ms = from_ms;
    phone.to_ms = 1000.0 * static_cast<double>(item_feat_float(segment, "end"));
    const cst_item* in_syllable = item_as(segment, "SylStructure");
    const cst_item* syllable = in_syllable ? item_parent(in_syllable) : nullptr;
    const cst_item* word = syllable ? item_parent(syllable) : nullptr;
    if (!word) return phone;
    phone.stressed = std::strcmp(ffeature_string(syllable, "stress"), "1") == 0;
    phone.beat = item_feat_present(syllable, "accent") && !item_prev(in_syllable);
    const cst_item* in_token = item_as(word, "Token");
    const cst_item* token = in_token ? item_parent(in_token) : nullptr;
    if (token && item_feat_present(token, kPlace)) phone.word = item_feat_int(token, kPlace);
    return phone;
}

Prepared prepared(const cst_utterance* utterance, int samples) {
    Prepared ready;
    for (const cst_item* segment = relation_head(utt_relation(const_cast<cst_utterance*>(utterance), "Segment"));
         segment; segment = item_next(segment))
        ready.phones.push_back(phone_of(segment, ready.phones.empty() ? 0 : ready.phones.back().to_ms));
    ready.duration_ms = 1000.0 * samples / app::kVoiceRate;
    return ready;
}

// One call's own state, which the synthesiser hands back with every piece of sound.
struct Stream {
    const TakeSamples& take;
    Prepared ready;
    bool any = false, stopped = false;
    std::exception_ptr failure;
};

// No exception may pass through the synthesiser's C.
int on_samples(const cst_wave* wave, int start, int size, int, cst_audio_streaming_info* info) {
    Stream& stream = *static_cast<Stream*>(info->userdata);
    try {
        if (!stream.any) stream.ready = prepared(info->utt, wave->num_samples - kFrame);
        stream.any = true;
        const std::span<const std::int16_t> samples(wave->samples + start, static_cast<std::size_t>(size));
        stream.stopped = stream.stopped || !stream.take(stream.ready, samples);
    } catch (...) {
        stream.failure = std::current_exception();
        stream.stopped = true;
    }
    return stream.stopped ? CST_AUDIO_STREAM_STOP : CST_AUDIO_STREAM_CONT;
}

// A copy of the recording's own parameters with another vocal tract and gain. The gain acts before samples are cut to
// 16 bits, so that nothing overflows that fits after it.
cst_cg_db bent(cst_voice* voice, const Delivery& how) {
    cst_cg_db copy = *val_cg_db(feat_val(voice->features, "cg_db"));
    copy.mlsa_alpha = static_cast<float>(how.warp);
    copy.gain = static_cast<float>((copy.gain != 0 ? static_cast<double>(copy.gain) : 1.0) * how.gain);
    return copy;
}

}  // namespace

bool synthesise(const std::vector<SpokenWord>& words, const Delivery& how, const TakeSamples& take) {
    cst_voice* voice = recording(how.recording);
    Owned utterance(new_utterance());
    add_tokens(utterance.get(), words);
    cst_cg_db parameters = bent(voice, how);
    Stream stream{take, {}, false, false, nullptr};
    cst_audio_streaming_info* info = new_audio_streaming_info();  // the utterance's from here on
    info->min_buffsize = kSamplesAtOnce;
    info->asc = on_samples;
    info->userdata = &stream;
    cst_features* features = utterance->features;
    feat_set(features, "cg_db", cg_db_val(&parameters));
    feat_set(features, "streaming_info", audio_streaming_info_val(info));
    feat_set_float(features, "int_f0_target_mean", static_cast<float>(how.pitch_hz));
    feat_set_float(features, "int_f0_target_stddev", static_cast<float>(how.pitch_spread));
    feat_set_float(features, "duration_stretch", static_cast<float>(how.tempo));
    // On failure it deletes the utterance itself.
    cst_utterance* given = utterance.release();
    utterance.reset(flite_do_synth(given, voice, utt_synth_tokens));
    if (stream.failure) std::rethrow_exception(stream.failure);
    if (!utterance) throw app::VoiceTrouble("the synthesiser could not speak a sentence");
    return !stream.stopped;
}

}  // namespace praxis::speech
