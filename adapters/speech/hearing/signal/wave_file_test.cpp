#include "adapters/speech/hearing/signal/wave_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace praxis::speech {
namespace {

using Samples = std::vector<std::int16_t>;

std::string number(std::uint32_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * i & 0xff);
    return bytes;
}

std::string chunk(const std::string& name, const std::string& content) {
    return name + number(static_cast<std::uint32_t>(content.size()), 4) + content;
}

std::string wave(std::uint32_t rate, const std::string& sound) {
    const std::string format =
        number(1, 2) + number(1, 2) + number(rate, 4) + number(2 * rate, 4) + number(2, 2) + number(16, 2);
    const std::string chunks = "WAVE" + chunk("fmt ", format) + chunk("data", sound);
    return chunk("RIFF", chunks);
}

auto loaded(const std::string& bytes) {
    const auto file = std::filesystem::temp_directory_path() / ("praxis-wave-" + std::to_string(::getpid()) + ".wav");
    std::ofstream(file, std::ios::binary) << bytes;
    auto sound = load_wave(file);
    std::filesystem::remove(file);
    return sound;
}

TEST(WaveFile, IsReadSampleBySample) {
    const auto sound = loaded(wave(16'000, number(7, 2) + number(0xfffe, 2)));
    ASSERT_TRUE(sound);
    EXPECT_EQ(*sound, (Samples{7, -2}));
}

TEST(WaveFile, MayHoldNoSound) {
    const auto sound = loaded(wave(16'000, ""));
    ASSERT_TRUE(sound);
    EXPECT_TRUE(sound->empty());
}

TEST(WaveFile, OfAnotherKindIsRefusedWithAWayToMendIt) {
    for (const std::string& bytes : {wave(8'000, number(7, 2)), std::string("RIFF"), std::string()}) {
        const auto sound = loaded(bytes);
        ASSERT_FALSE(sound);
        EXPECT_NE(sound.error().front().mend.find("sox"), std::string::npos);
    }
}

}  // namespace
}  // namespace praxis::speech
