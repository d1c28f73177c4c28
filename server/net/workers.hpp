// Threads for what would hold an event loop longer than a millisecond: the database, hashing, looking ahead. A Task
// waits for the work without holding its thread and goes on where it was. Work beyond `queue_limit` is refused at once
// with Overloaded, so that a jam is told rather than hidden. Owner: program; must outlive every Task that uses it.
#pragma once

#include <cstddef>
#include <exception>
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
    ~Workers();  // finishes what is queued
    Workers(const Workers&) = delete;

    // Runs `work` on a worker; its result or exception arrives where the Task waits.
    template <class Work>
    auto run(Work work) -> Task<std::invoke_result_t<Work>> {
        using Result = std::invoke_result_t<Work>;
        if constexpr (std::is_void_v<Result>) {
            std::function<void()> plain = std::move(work);
            co_await run_plain(std::move(plain));
        } else {
            std::optional<Result> result;
            std::function<void()> plain = [&] { result.emplace(work()); };
            co_await run_plain(std::move(plain));
            co_return std::move(*result);
        }
    }
    // Without waiting for it.
    void post(std::function<void()> work);
    std::size_t waiting() const;

private:
    Task<void> run_plain(std::function<void()> work);

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace praxis::net
