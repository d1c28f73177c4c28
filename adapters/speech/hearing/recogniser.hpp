// Sound to words, a stretch of speech at a time: begin, take …, finish. One thread. It never fails: what it cannot make
// out has no words.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace praxis::speech {

class Recogniser {
public:
    virtual ~Recogniser() = default;
    virtual void begin() = 0;
    virtual void take(std::span<const std::int16_t>) = 0;
    virtual std::string words() const = 0;  // so far; small letters, no marks
    virtual std::string finish() = 0;       // the last word on it; begin() may follow
};

}  // namespace praxis::speech
