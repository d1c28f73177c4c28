#include "bench/live/microphone.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace praxis::bench {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kBlock = 80;    // 5 ms
constexpr int kAudible = 160;         // of 32,768: what the customer's voice counts as heard
constexpr std::size_t kRate_ms = 16;  // samples
constexpr double kHiss = 10;          // standard deviation: −70 dB

bool is_audible(std::span<const std::int16_t> block) {
    int sum = 0;
    for (const std::int16_t sample : block) sum += std::abs(int{sample});
    return sum >= kAudible * static_cast<int>(block.size());
}

}  // namespace

std::optional<Audible> audible(std::span<const std::int16_t> sound) {
    std::optional<Audible> found;
    for (std::size_t at = 0; at + kBlock <= sound.size(); at += kBlock) {
        if (!is_audible(sound.subspan(at, kBlock))) continue;
        if (!found) found = {at, at};
        found->last = at + kBlock;
    }
    return found;
}

std::string_view Arrival::type() const {
    const auto* type = message.if_contains("type");
    return type ? std::string_view(type->as_string()) : std::string_view();
}

Microphone::Microphone(tests::RawClient client, int piece_ms)
    : client_(std::move(client)), piece_(static_cast<std::size_t>(piece_ms) * kRate_ms) {}

Clock::time_point Microphone::at_sample(std::size_t sample) const {
    return begun_ + std::chrono::microseconds(sample * 1000 / kRate_ms);
}

Microphone::Spoken Microphone::speak(const Sound& sound) {
    const std::size_t late = chance_() % piece_;
    const std::size_t from = sent_ + line_.size() + late;
    line_.resize(line_.size() + late);
    line_.insert(line_.end(), sound.begin(), sound.end());
    const Audible heard = audible(sound).value_or(Audible{});
    return {at_sample(from + heard.first), at_sample(from + heard.last)};
}

void Microphone::send_piece() {
    std::normal_distribution<double> hiss(0, kHiss);
    Sound piece(line_.begin(), line_.begin() + static_cast<std::ptrdiff_t>(std::min(piece_, line_.size())));
    line_.erase(line_.begin(), line_.begin() + static_cast<std::ptrdiff_t>(piece.size()));
    piece.resize(piece_);
    for (std::int16_t& sample : piece)
        sample = static_cast<std::int16_t>(std::clamp(sample + hiss(chance_), -32768.0, 32767.0));
    std::string frame(2 + piece.size() * 2, '\0');
    frame[0] = static_cast<char>(flags_);
    std::memcpy(frame.data() + 2, piece.data(), piece.size() * 2);
    client_.send_frame(2, frame);
    sent_ += piece_;
    last_sent_ = Clock::now();
}

void Microphone::send_what_is_due() {
    while (!closed_ && at_sample(sent_ + piece_) <= Clock::now()) send_piece();
}

std::optional<Arrival> Microphone::next(Clock::time_point until) {
    while (!closed_) {
        send_what_is_due();
        const auto now = Clock::now();
        if (now >= until) return std::nullopt;
        const auto wait = std::chrono::ceil<milliseconds>(std::min(until, at_sample(sent_ + piece_)) - now);
        const auto frame = client_.read_frame(std::max(wait, milliseconds(1)));
        if (!frame) continue;
        Arrival arrival{Clock::now(), {}, {}};
        if (frame->opcode == 8) closed_ = true;
        if (frame->opcode == 1) arrival.message = boost::json::parse(frame->bytes).as_object();
        if (frame->opcode == 2) {
            arrival.sound.resize(frame->bytes.size() / 2);
            std::memcpy(arrival.sound.data(), frame->bytes.data(), arrival.sound.size() * 2);
        }
        if (frame->opcode == 1 || frame->opcode == 2) return arrival;
    }
    return std::nullopt;
}

void Microphone::tell(const boost::json::object& message) {
    client_.send_frame(1, boost::json::serialize(message));
}

}  // namespace praxis::bench
