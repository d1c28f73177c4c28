// Task: what runs on an event loop and may wait without holding its thread; an Asio coroutine under one short name. A
// Task stays on the thread (the shard) that started it, so that what it owns needs no lock. Traps of this compiler,
// held by tools/check_rooms: in a co_await expression no braced temporary and no lambda that captures by value (both
// are destroyed twice), no co_await as a condition (in a loop it runs on a frame that is gone), in a co_return no
// nested braces. Name the object first and move it.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>

namespace praxis::net {

template <class T = void>
using Task = boost::asio::awaitable<T>;

// Goes on after that time, on the same thread.
Task<void> pause(std::chrono::milliseconds);

// Goes on, on the same thread, once what `begin` is given was called: once, on any thread, also before `begin` returns.
Task<void> until(std::function<void(std::function<void()> done)> begin);

}  // namespace praxis::net
