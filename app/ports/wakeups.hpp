// Tells whoever listens, in this program and on other nodes, that there is something new to look at: a job to take, an
// outbox to empty. A wake-up carries no news, only a topic; what there is to know is in the store, so one that is lost
// or comes twice does no harm. Wake after the write is done, never inside it. Any thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace praxis::app {

class Wakeups {
public:
    // On a thread of the wake-ups': short, without throwing. Comes at least every few seconds even if nobody woke: that
    // is the safety net for a wake-up that was lost.
    using Woken = std::function<void()>;
    // Ends the listening when it goes; then `woken` is over and does not come again. Not to be let go inside `woken`.
    class Listening {
    public:
        virtual ~Listening() = default;
    };

    virtual ~Wakeups() = default;
    // Returns at once and never fails; wake-ups of the same moment become one. A topic is a word or two, at most 200
    // bytes, without control characters.
    virtual void wake(std::string_view topic) = 0;
    [[nodiscard]] virtual std::unique_ptr<Listening> listen(std::string topic, Woken woken) = 0;
};

}  // namespace praxis::app
