// What a JSON text is made of below lists and objects: texts escaped where JSON makes them be (RFC 8259, 7), numbers as
// a person writes them (at most three decimals, never an exponent; what is not a number becomes null). Each is added
// to the end of `json`. Values only; any thread.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::wire {

void append(std::string& json, std::string_view text);
void append(std::string& json, std::nullptr_t);
void append(std::string& json, double);
void append(std::string& json, std::int64_t);
void append(std::string& json, std::uint64_t);

template <std::integral Whole>
void append(std::string& json, Whole number) {
    if constexpr (std::same_as<Whole, bool>)
        json += number ? "true" : "false";
    else if constexpr (std::signed_integral<Whole>)
        append(json, static_cast<std::int64_t>(number));
    else
        append(json, static_cast<std::uint64_t>(number));
}

// "0.25", "1180.5", "11000"
std::string plain_number(double);

}  // namespace praxis::wire
