#include "adapters/speech/hearing/signal/voice_activity.hpp"

#include <webrtc/modules/audio_processing/include/audio_processing.h>
#include <webrtc/modules/interface/module_common_types.h>

#include <algorithm>

#include "app/ports/hearing.hpp"

namespace praxis::speech {

struct VoiceActivity::Insides {
    std::unique_ptr<webrtc::AudioProcessing> processing{webrtc::AudioProcessing::Create()};
    webrtc::AudioFrame frame;
};

VoiceActivity::VoiceActivity() : in_(std::make_unique<Insides>()) {
    using webrtc::NoiseSuppression;
    using webrtc::VoiceDetection;
    webrtc::AudioProcessing& processing = *in_->processing;
    const int failed = processing.high_pass_filter()->Enable(true) |
                       processing.noise_suppression()->set_level(NoiseSuppression::kModerate) |
                       processing.noise_suppression()->Enable(true) |
                       processing.voice_detection()->set_likelihood(VoiceDetection::kModerateLikelihood) |
                       processing.voice_detection()->set_frame_size_ms(kFrameMs) |
                       processing.voice_detection()->Enable(true);
    if (failed) throw app::HearingTrouble("voice detection cannot be set up");
    in_->frame.sample_rate_hz_ = app::kHearingRate;
    in_->frame.samples_per_channel_ = kFrameSamples;
    in_->frame.num_channels_ = 1;
}

VoiceActivity::~VoiceActivity() = default;

bool VoiceActivity::take(SoundFrame& frame) {
    std::copy(frame.begin(), frame.end(), in_->frame.data_);
    in_->frame.vad_activity_ = webrtc::AudioFrame::kVadUnknown;
    if (in_->processing->ProcessStream(&in_->frame) != 0) return false;
    std::copy_n(in_->frame.data_, kFrameSamples, frame.begin());
    return in_->processing->voice_detection()->stream_has_voice();
}

}  // namespace praxis::speech
