// The formula of a value driver: + - * / and brackets over numbers and the ids of its inputs. Worked out by recursive
// descent. Any thread.
#pragma once

#include <functional>
#include <string_view>

#include "core/base/result.hpp"
#include "core/strategy/fact.hpp"

namespace praxis::strategy {

// The names a formula uses, each once, in their order; or what is wrong with it.
Result<Slugs, std::string> names_in(std::string_view formula);

// Its value; `value_of` is asked once for every mention of a name. Division by zero gives an infinity.
Result<double, std::string> evaluate(std::string_view formula, const std::function<double(std::string_view)>& value_of);

}  // namespace praxis::strategy
