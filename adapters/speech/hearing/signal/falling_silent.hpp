// When a voice stops, told by how far its level falls: within 60 ms, where voice activity takes 140 more to be sure. So
// it also takes the longest of the stops inside words ("pt", "k") for a pause: good for a face, not for the end of a
// turn. Pure; one thread.
#pragma once

namespace praxis::speech {

inline constexpr int kSilentFor = 60;  // ms

class FallingSilent {
public:
    // One frame of 10 ms; true: it has been silent for kSilentFor, told once until there is a voice again.
    bool take(double level);

private:
    double loudest_ = -200;     // dB, of late
    int loud_ = 0, quiet_ = 0;  // frames running
    bool armed_ = false;
};

}  // namespace praxis::speech
