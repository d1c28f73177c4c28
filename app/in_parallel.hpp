// Independent pieces of work over threads. The results come back in the order of the pieces, so whoever folds them gets
// the same for any number of threads. Core stays free of threads; they live here. `work(i)` is called from several
// threads at once and shares nothing that it changes. What a piece throws is thrown again, after all threads have
// ended.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <type_traits>
#include <vector>

namespace praxis::app {

inline constexpr int kThreadsMax = 64;

// As many as this machine runs at once; at least 1.
inline int threads_here() {
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kThreadsMax);
}

template <class Work>
auto in_parallel(std::size_t pieces, int threads, const Work& work) {
    using Result = std::invoke_result_t<const Work&, std::size_t>;
    static_assert(!std::is_same_v<Result, bool>, "a vector of bool cannot be written by several threads");
    std::vector<Result> results(pieces);
    std::atomic<std::size_t> next{0};
    const auto count =
        std::min(static_cast<std::size_t>(std::clamp(threads, 1, kThreadsMax)), std::max<std::size_t>(pieces, 1));
    std::vector<std::exception_ptr> failures(count);
    const auto take_pieces = [&](std::size_t self) {
        try {
            for (std::size_t i = next++; i < pieces; i = next++) results[i] = work(i);
        } catch (...) {
            failures[self] = std::current_exception();
            next = pieces;
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t self = 1; self < count; ++self) others.emplace_back(take_pieces, self);
        take_pieces(0);
    }
    for (const std::exception_ptr& failure : failures)
        if (failure) std::rethrow_exception(failure);
    return results;
}

}  // namespace praxis::app
