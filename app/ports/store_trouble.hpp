// What every store throws when it cannot do what it was asked: a kind, on which callers decide, and a detail, which is
// for logs and never for people. Values only; any thread.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace praxis::app {

enum class Trouble : std::uint8_t {
    taken,        // somebody else wrote it first, or the name is in use
    missing,      // it is not there, or refers to what is not there
    unavailable,  // the database does not answer: worth trying again. A write may or may not have been kept
    full,         // no room: nothing was kept
    broken,
};
std::string_view name(Trouble);

struct StoreTrouble : std::runtime_error {
    StoreTrouble(Trouble what_kind, const std::string& detail) : std::runtime_error(detail), kind(what_kind) {}
    Trouble kind;
};

}  // namespace praxis::app
