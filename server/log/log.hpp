// The log: one JSON object a line. What can be said is a closed list of keys, each of a kind that says how its value is
// made harmless, so that no secret, no mail address and no word of a conversation can get in by accident. Writing never
// waits: a thread of its own writes, and lines beyond what it can keep up with are dropped and counted. Any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace praxis::log {

enum class Level : std::uint8_t { debug, info, warning, error };
std::string_view name(Level);

enum class Key : std::uint8_t {
    // ids and names from closed sets
    request,
    trace,
    span,
    method,
    route,  // the pattern, never the path as it was asked for
    code,
    kind,
    tenant,
    person,
    attempt,
    job,
    webhook,
    node,
    version,
    file,
    // numbers
    status,
    milliseconds,
    bytes,
    count,
    port,
    // an address of the other end, shortened to its network
    peer,
    // free text: what an error said; scrubbed
    detail,
};
std::string_view name(Key);

struct Field {
    Key key;
    std::variant<std::string, std::int64_t, double> value;
};

// Text with mail addresses, credentials in URLs, bearer tokens and long secrets blanked, control characters and broken
// UTF-8 replaced, and no more than 500 bytes.
std::string scrubbed(std::string_view);
// 192.0.2.77 → 192.0.2.0, 2001:db8:1:2::3 → 2001:db8:1::
std::string shortened(std::string_view address);

// One line without its end: {"time":…,"level":…,"what":…, fields in order}
std::string to_line(std::int64_t now_ms, Level, std::string_view what, const std::vector<Field>&);

class Log {
public:
    using Sink = std::function<void(const std::string& lines)>;  // whole lines
    // `now_ms` is asked on the calling thread.
    Log(Level least, std::function<std::int64_t()> now_ms, Sink);
    ~Log();  // writes what is left
    Log(const Log&) = delete;

    void write(Level, std::string_view what, std::vector<Field> fields = {});
    void info(std::string_view what, std::vector<Field> fields = {}) { write(Level::info, what, std::move(fields)); }
    void warning(std::string_view what, std::vector<Field> fields = {}) {
        write(Level::warning, what, std::move(fields));
    }
    void error(std::string_view what, std::vector<Field> fields = {}) { write(Level::error, what, std::move(fields)); }
    bool says(Level level) const;
    std::uint64_t dropped() const;
    void flush();  // waits until everything so far is written

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace praxis::log
