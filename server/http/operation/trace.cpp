#include "server/http/operation/trace.hpp"

#include <algorithm>

namespace praxis::http {
namespace {

bool hex_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool all_zero(std::string_view text) {
    return text.find_first_not_of('0') == std::string_view::npos;
}

}  // namespace

std::optional<Trace> read_traceparent(std::string_view text) {
    constexpr std::size_t kLength = 55;  // 2-32-16-2
    if (text.size() < kLength || text[2] != '-' || text[35] != '-' || text[52] != '-') return std::nullopt;
    const std::string_view version = text.substr(0, 2), trace = text.substr(3, 32), parent = text.substr(36, 16),
                           flags = text.substr(53, 2);
    if (!hex_digits(version) || !hex_digits(trace) || !hex_digits(parent) || !hex_digits(flags)) return std::nullopt;
    if (version == "ff" || all_zero(trace) || all_zero(parent)) return std::nullopt;
    // A later version may add fields behind a dash; this one has none.
    if (text.size() > kLength && (version == "00" || text[kLength] != '-')) return std::nullopt;
    const bool sampled = std::string_view("13579bdf").find(flags[1]) != std::string_view::npos;
    return Trace{std::string(trace), std::string(parent), "", sampled};
}

std::string to_traceparent(const Trace& trace) {
    return "00-" + trace.trace + "-" + trace.span + (trace.sampled ? "-01" : "-00");
}

std::string hex(unsigned long long number) {
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; number >>= 4) text[i] = "0123456789abcdef"[number & 0xf];
    return text;
}

}  // namespace praxis::http
