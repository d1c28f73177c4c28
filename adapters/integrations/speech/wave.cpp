#include "adapters/integrations/speech/wave.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <numbers>
#include <numeric>

namespace praxis::integrations {
namespace {

static_assert(std::endian::native == std::endian::little, "WAVE is little-endian");

constexpr std::uint16_t kPcm = 1, kFloat = 3, kExtensible = 0xfffe;
constexpr std::uint32_t kUnknownLength = 0x7fff'0000;  // and above: what is written before the end is known
constexpr std::size_t kHeader = 44;

template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
    Number number{};
    if (at + sizeof number <= bytes.size()) std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

struct Format {
    std::uint16_t kind = 0, channels = 0, bits = 0;
    std::uint32_t rate = 0;

    bool known() const {
        const bool samples = (kind == kPcm && bits == 16) || (kind == kFloat && bits == 32);
        return samples && (channels == 1 || channels == 2) && rate >= 8'000 && rate <= 48'000;
    }
};

Format format_in(std::string_view chunk) {
    Format format{number_at<std::uint16_t>(chunk, 0), number_at<std::uint16_t>(chunk, 2),
                  number_at<std::uint16_t>(chunk, 14), number_at<std::uint32_t>(chunk, 4)};
    if (format.kind == kExtensible) format.kind = number_at<std::uint16_t>(chunk, 24);
    return format;
}

double sample_at(std::string_view data, const Format& format, std::size_t number) {
    if (format.kind == kFloat) return double{number_at<float>(data, number * 4)} * 32'767;
    return number_at<std::int16_t>(data, number * 2);
}

std::vector<double> mixed(std::string_view data, const Format& format) {
    const std::size_t frame = format.channels * format.bits / 8U;
    std::vector<double> mono(data.size() / frame);
    for (std::size_t i = 0; i < mono.size(); ++i) {
        double sum = 0;
        for (std::size_t channel = 0; channel < format.channels; ++channel)
            sum += sample_at(data, format, i * format.channels + channel);
        mono[i] = std::isfinite(sum) ? sum / format.channels : 0;
    }
    return mono;
}

// A windowed sinc of sixteen zero crossings either side, cut off at the lower of both rates; its weights are made once
// for each place between two samples that there is.
class Resampler {
public:
    explicit Resampler(std::uint32_t rate)
        : rate_(rate),
          apart_(std::gcd(rate, std::uint32_t{kWaveRate})),
          cut_(std::min(1.0, double{kWaveRate} / rate)),
          reach_(static_cast<std::ptrdiff_t>(std::ceil(kCrossings / cut_))) {
        for (std::uint32_t past = 0; past < kWaveRate; past += apart_)
            for (std::ptrdiff_t j = 1 - reach_; j <= reach_; ++j)
                weights_.push_back(weight(double(past) / kWaveRate - static_cast<double>(j)));
    }

    Sound operator()(const std::vector<double>& from) const {
        Sound to(from.size() * kWaveRate / rate_);
        for (std::size_t i = 0; i < to.size(); ++i) {
            const std::uint64_t at = std::uint64_t{i} * rate_;
            const auto middle = static_cast<std::ptrdiff_t>(at / kWaveRate);
            const double* weights = &weights_[at % kWaveRate / apart_ * static_cast<std::size_t>(2 * reach_)];
            double sum = 0;
            for (std::ptrdiff_t j = 0; j < 2 * reach_; ++j) {
                const std::ptrdiff_t place = middle + 1 - reach_ + j;
                if (place >= 0 && place < std::ssize(from)) sum += from[static_cast<std::size_t>(place)] * weights[j];
            }
            to[i] = static_cast<std::int16_t>(std::lround(std::clamp(sum, -32768.0, 32767.0)));
        }
        return to;
    }

private:
    static constexpr int kCrossings = 16;

    double weight(double away) const {
        const double x = std::numbers::pi * away * cut_;
        const double window = 0.5 + 0.5 * std::cos(std::numbers::pi * away / static_cast<double>(reach_));
        return cut_ * window * (x == 0 ? 1 : std::sin(x) / x);
    }

    const std::uint32_t rate_, apart_;
    const double cut_;
    const std::ptrdiff_t reach_;
    std::vector<double> weights_;
};

template <class Number>
void put(std::string& bytes, Number number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

}  // namespace

std::optional<Sound> sound_in(std::string_view wave) {
    if (wave.size() < 12 || !wave.starts_with("RIFF") || wave.substr(8, 4) != "WAVE") return std::nullopt;
    Format format;
    for (std::size_t at = 12; at + 8 <= wave.size();) {
        const std::string_view name = wave.substr(at, 4);
        const auto length = number_at<std::uint32_t>(wave, at + 4);
        at += 8;
        if (name == "fmt ") format = format_in(wave.substr(at, length));
        if (name == "data") {
            const bool open = length >= kUnknownLength || length == 0;
            if (!format.known() || (!open && at + length > wave.size())) return std::nullopt;
            return Resampler(format.rate)(mixed(wave.substr(at, open ? std::string_view::npos : length), format));
        }
        at += length + (length & 1);
    }
    return std::nullopt;
}

std::string wave_of(std::span<const std::int16_t> sound) {
    std::string wave = "RIFF";
    const auto bytes = static_cast<std::uint32_t>(sound.size_bytes());
    put(wave, static_cast<std::uint32_t>(bytes + kHeader - 8));
    wave += "WAVEfmt ";
    put(wave, std::uint32_t{16});
    put(wave, kPcm);
    put(wave, std::uint16_t{1});
    put(wave, std::uint32_t{kWaveRate});
    put(wave, std::uint32_t{kWaveRate * 2});
    put(wave, std::uint16_t{2});
    put(wave, std::uint16_t{16});
    wave += "data";
    put(wave, bytes);
    wave.append(reinterpret_cast<const char*>(sound.data()), bytes);
    return wave;
}

}  // namespace praxis::integrations
