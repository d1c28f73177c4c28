// Result<T, E>: a value, or the reason there is none. Core never throws for an expected refusal.
// The one place that names the library behind it (libexpected-dev; std::expected is C++23).
#pragma once

#include <tl/expected.hpp>

namespace praxis {

template <class T, class E>
using Result = tl::expected<T, E>;

template <class E>
tl::unexpected<std::decay_t<E>> refuse(E&& reason) {
    return tl::unexpected<std::decay_t<E>>(std::forward<E>(reason));
}

}  // namespace praxis
