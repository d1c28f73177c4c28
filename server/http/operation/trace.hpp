// W3C trace context (www.w3.org/TR/trace-context, level 1): a request's place in a chain of programs. What a caller
// sent is taken over, otherwise a trace begins here. Values only; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace praxis::http {

struct Trace {
    std::string trace;   // 32 lower-case hex digits
    std::string parent;  // 16: the caller's span; empty: we are the first
    std::string span;    // 16: ours
    bool sampled = false;
};

// Of a `traceparent` header; nullopt: not one, and the standard wants it ignored.
std::optional<Trace> read_traceparent(std::string_view);

// `chance` gives 64 random bits; ids are not secrets.
template <class Chance>
Trace next_trace(std::string_view traceparent, Chance&& chance);

// "00-<trace>-<span>-01"
std::string to_traceparent(const Trace&);

std::string hex(unsigned long long);  // 16 digits

template <class Chance>
Trace next_trace(std::string_view traceparent, Chance&& chance) {
    Trace trace = read_traceparent(traceparent).value_or(Trace());
    if (trace.trace.empty()) trace.trace = hex(chance() | 1) + hex(chance());
    trace.span = hex(chance() | 1);
    return trace;
}

}  // namespace praxis::http
