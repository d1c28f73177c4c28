#include "adapters/speech/hearing/decoder.hpp"

#include <pocketsphinx.h>
#include <sphinxbase/cmn.h>
#include <sphinxbase/err.h>
#include <sphinxbase/feat.h>

#include <algorithm>
#include <cstdlib>
#include <mutex>

#include "app/ports/hearing.hpp"

namespace praxis::speech {
namespace {

struct FreeDecoder {
    void operator()(ps_decoder_t* decoder) const { ps_free(decoder); }
};
struct FreeConfiguration {
    void operator()(cmd_ln_t* configuration) const { cmd_ln_free_r(configuration); }
};
using OwnedDecoder = std::unique_ptr<ps_decoder_t, FreeDecoder>;

// It keeps its log in a global: silenced once, and one decoder is made at a time.
std::mutex& making() {
    static std::mutex kMaking;
    return kMaking;
}

OwnedDecoder made_decoder(const std::filesystem::path& model) {
    const std::string hmm = model / "en-us", lm = model / "en-us.lm.bin", dict = model / "cmudict-en-us.dict";
    err_set_logfp(nullptr);
    // One pass: 15 to 25 ms after the last sound instead of 90 to 350, for two words more in a hundred wrong.
    const std::unique_ptr<cmd_ln_t, FreeConfiguration> configuration(
        cmd_ln_init(nullptr, ps_args(), TRUE, "-hmm", hmm.c_str(), "-lm", lm.c_str(), "-dict", dict.c_str(), "-fwdflat",
                    "no", "-bestpath", "no", nullptr));
    OwnedDecoder decoder(configuration ? ps_init(configuration.get()) : nullptr);
    if (!decoder)
        throw app::HearingTrouble("the recogniser's model cannot be loaded from " + model.string() +
                                  " (Debian: pocketsphinx-en-us)");
    return decoder;
}

// What -lm makes; asking with ps_get_search would leak a little every time.
constexpr const char* kSearch = "_default";
constexpr float kExpectedWeight = 100;  // of a new word, against one of average frequency

// A word that the dictionary says otherwise gets a second way to be said.
void teach(ps_decoder_t* decoder, const ExpectedWord& expected, bool last) {
    std::string word = expected.word;
    char* known = ps_lookup_word(decoder, word.c_str());
    for (int way = 2; known; ++way) {
        const bool same = expected.phones == known;
        std::free(known);
        if (same) return;
        word = expected.word + "(" + std::to_string(way) + ")";
        known = ps_lookup_word(decoder, word.c_str());
    }
    ngram_model_t* model = ps_get_lm(decoder, kSearch);
    if (ngram_wid(model, expected.word.c_str()) == ngram_unknown_wid(model))
        ngram_model_add_word(model, expected.word.c_str(), kExpectedWeight);
    ps_add_word(decoder, word.c_str(), expected.phones.c_str(), last ? TRUE : FALSE);
}

}  // namespace

struct Decoder::Insides {
    OwnedDecoder decoder;
    std::vector<mfcc_t> mean;  // of the spectrum, before anybody spoke

    cmn_t& spectrum() { return *ps_get_feat(decoder.get())->cmn_struct; }
};

Decoder::Decoder(const std::filesystem::path& model, const std::vector<ExpectedWord>& expect)
    : in_(std::make_unique<Insides>()) {
    const std::lock_guard lock(making());
    in_->decoder = made_decoder(model);
    for (std::size_t i = 0; i < expect.size(); ++i) teach(in_->decoder.get(), expect[i], i + 1 == expect.size());
    const cmn_t& fresh = in_->spectrum();
    in_->mean.assign(fresh.cmn_mean, fresh.cmn_mean + fresh.veclen);
}

Decoder::~Decoder() = default;

void Decoder::forget() {
    cmn_t& spectrum = in_->spectrum();
    std::copy(in_->mean.begin(), in_->mean.end(), spectrum.cmn_mean);
    std::fill_n(spectrum.sum, spectrum.veclen, mfcc_t{});
    spectrum.nframe = 0;
    ps_start_stream(in_->decoder.get());
}

void Decoder::begin() {
    ps_start_utt(in_->decoder.get());
}

void Decoder::take(std::span<const std::int16_t> sound) {
    ps_process_raw(in_->decoder.get(), sound.data(), sound.size(), FALSE, FALSE);
}

std::string Decoder::words() const {
    const char* words = ps_get_hyp(in_->decoder.get(), nullptr);
    return words ? words : "";
}

std::string Decoder::finish() {
    ps_end_utt(in_->decoder.get());
    return words();
}

}  // namespace praxis::speech
