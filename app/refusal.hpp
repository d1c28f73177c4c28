// Why a use case did not do what was asked, for the person who asked: a closed kind, a sentence, and where known the
// places to mend. Thrown by app, told by the door. It never holds a secret or what somebody else may know; details for
// logs travel apart. Values only; any thread.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include "core/base/problem.hpp"

namespace praxis::app {

enum class Refused : std::uint8_t {
    invalid,      // what was given is wrong; `problems` say where
    unknown,      // nobody is logged in, or the way in is not right
    forbidden,    // their role does not do that
    missing,      // there is no such thing, or it is not theirs to know of
    conflict,     // it is there already, is in a state that does not allow it, or a text that was read is old by now
    stale,        // it is not the version any more that If-Match names
    too_often,    // come back after `retry_after_s`
    unavailable,  // something it needs does not answer
};

struct Refusal : std::runtime_error {
    Refusal(Refused which, const std::string& sentence, Problems where = {})
        : std::runtime_error(sentence), kind(which), problems(std::move(where)) {}
    Refused kind;
    Problems problems;  // places are JSON pointers: "/email"
    int retry_after_s = 0;
};

}  // namespace praxis::app
