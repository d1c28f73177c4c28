#include "adapters/speech/hearing/signal/wave_file.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include "app/ports/hearing.hpp"

namespace praxis::speech {
namespace {

constexpr std::size_t kRiffBytes = 12, kChunkBytes = 8, kFormatBytes = 16;

std::uint32_t number_at(const std::string& bytes, std::size_t at, int size) {
    std::uint32_t number = 0;
    for (int i = size - 1; i >= 0; --i)
        number = number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return number;
}

bool is_ours(const std::string& bytes, std::size_t at) {
    return number_at(bytes, at, 2) == 1 && number_at(bytes, at + 2, 2) == 1 &&
           number_at(bytes, at + 4, 4) == app::kHearingRate && number_at(bytes, at + 14, 2) == 16;
}

auto refused_wave(const std::filesystem::path& file, std::string what) {
    return refuse(Problems{
        {Severity::error, {file.string(), 0, 0}, std::move(what), "convert it: sox IN -r 16000 -c 1 -b 16 OUT.wav"}});
}

}  // namespace

Result<std::vector<std::int16_t>, Problems> load_wave(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return refused_wave(file, "the file cannot be opened");
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.size() < kRiffBytes || bytes.compare(0, 4, "RIFF") != 0 || bytes.compare(8, 4, "WAVE") != 0)
        return refused_wave(file, "this is no WAV file");
    bool ours = false;
    for (std::size_t at = kRiffBytes; at + kChunkBytes <= bytes.size();) {
        const std::size_t size = number_at(bytes, at + 4, 4), begin = at + kChunkBytes;
        const std::size_t there = std::min(size, bytes.size() - begin);
        if (bytes.compare(at, 4, "fmt ") == 0) ours = there >= kFormatBytes && is_ours(bytes, begin);
        if (bytes.compare(at, 4, "data") == 0) {
            if (!ours) break;
            std::vector<std::int16_t> sound(there / 2);
            if (!sound.empty()) std::memcpy(sound.data(), bytes.data() + begin, sound.size() * 2);
            return sound;
        }
        at = begin + there + there % 2;
    }
    return refused_wave(file, "the sound must be PCM, 16 bit, mono, 16 kHz");
}

}  // namespace praxis::speech
