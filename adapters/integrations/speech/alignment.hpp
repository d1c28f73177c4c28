// Where in one reading of a sentence the moments of another are: dynamic time warping (Sakoe and Chiba 1978) over
// loudness, its change and the share of hiss, 10 ms at a time. For lips: our own voice knows when its sounds are said,
// a voice from elsewhere does not. Pure; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace praxis::integrations {

class TimeMap {
public:
    // Both begin and end with speech. Of very different lengths: stretched evenly.
    TimeMap(std::span<const std::int16_t> own, std::span<const std::int16_t> other);

    // The moment of the other that is this one of our own; rising with it.
    int at(int own_ms) const;

private:
    std::vector<float> other_;  // by frame of our own, in frames
};

}  // namespace praxis::integrations
