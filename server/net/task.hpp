// Task: what runs on an event loop and may wait without holding its thread; an Asio coroutine under one short name. A
// Task stays on the thread (the shard) that started it, so that what it owns needs no lock. Traps of this compiler,
// held by tools/check_rooms: never `co_await f({…})` with a braced argument, never nested braces in a co_return; name
// the object first and move it.
#pragma once

#include <boost/asio/awaitable.hpp>

namespace praxis::net {

template <class T = void>
using Task = boost::asio::awaitable<T>;

}  // namespace praxis::net
