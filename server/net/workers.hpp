// Threads for what would hold an event loop longer than a millisecond: the database, hashing, looking ahead. A Task
// waits for the work without holding its thread and goes on where it was. Work beyond `queue_limit` is refused at once
// with Overloaded, so that a jam is told rather than hidden. Owner: program; must outlive every Task that uses it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <type_traits>

#include "server/net/task.hpp"

namespace praxis::net {

struct Overloaded : std::runtime_error {
    Overloaded() : std::runtime_error("too much work is waiting") {}
};

class Workers {
public:
    Workers(unsigned threads, std::size_t queue_limit);
    ~Workers();
    Workers(const Workers&) = delete;

    // Runs `work` on a worker; its result or exception arrives where the Task waits. Work that captures more than
    // references has a name that outlives the wait: `auto work = [id] {…}; co_await workers.run(work);`. g++ 12.2
    // destroys the captures of a temporary lambda in a co_await expression twice, so that does not compile here.
    template <class Work>
    requires(std::is_lvalue_reference_v<Work> || std::is_trivially_destructible_v<Work>) auto run(Work&& work) {
        if constexpr (std::is_lvalue_reference_v<Work>)
            return run_named(work);
        else
            return run_own(work);
    }

    // Finishes what is queued and ends the threads. To be called after the listener has stopped and before it is
    // destroyed: a worker that hands its result over still touches the loop of the Task.
    void finish();

    // Without waiting for it; an exception out of it is only counted.
    void post(std::function<void()> work);

    std::size_t waiting() const;    // not begun yet
    std::size_t running() const;    // now
    std::uint64_t refused() const;  // since the start
    std::uint64_t failed() const;   // posted work that threw

private:
    template <class Work>
    auto run_own(Work work) -> Task<std::invoke_result_t<Work&>> {
        co_return co_await run_named(work);
    }
    template <class Work>
    auto run_named(Work& work) -> Task<std::invoke_result_t<Work&>> {
        using Result = std::invoke_result_t<Work&>;
        if constexpr (std::is_void_v<Result>) {
            co_await run_plain(std::ref(work));
        } else {
            std::optional<Result> result;
            auto keep = [&] { result.emplace(work()); };
            co_await run_plain(std::ref(keep));
            co_return std::move(*result);
        }
    }
    // `work` must live until the Task is done: it does, in the frame that waits.
    Task<void> run_plain(std::function<void()> work);
    void enqueue(std::function<void()> work);

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace praxis::net
