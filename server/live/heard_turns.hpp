// What was heard of the rep and has not been said yet, so that what is said keeps the times and measures it was spoken
// with: one turn, or several that the page put together while the rep spoke on. What was typed, or mended by more than
// half, was not spoken. A value; one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ports/hearing.hpp"
#include "app/rehearsal/take_turn.hpp"

namespace praxis::live {

class HeardTurns {
public:
    // `timing`: in the conversation's time.
    void add(app::HeardTurn, conversation::Timing);
    // How `text` was spoken, by the last of them that it was made of; nothing: it was not. Forgets them.
    std::optional<app::Spoken> take(const std::string& text);

private:
    struct One {
        app::HeardTurn turn;
        conversation::Timing timing;
    };
    static app::Spoken together(std::vector<One>::const_iterator begin, std::vector<One>::const_iterator end);

    std::vector<One> turns_;
};

}  // namespace praxis::live
