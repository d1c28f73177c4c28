#include "server/log/log.hpp"

#include <array>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <charconv>
#include <condition_variable>
#include <cstdio>
#include <ctime>
#include <mutex>
#include <thread>

namespace praxis::log {
namespace {

constexpr std::array<std::string_view, 4> kLevels = {"debug", "info", "warning", "error"};
constexpr std::array<std::string_view, 22> kKeys = {
    "request", "trace", "span",    "method", "route",  "code", "kind",  "tenant", "person", "attempt", "job",
    "webhook", "node",  "version", "file",   "status", "ms",   "bytes", "count",  "port",   "peer",    "detail"};
constexpr std::size_t kWaiting_lines = 8192;

std::string time_text(std::int64_t ms) {
    const std::time_t seconds = static_cast<std::time_t>(ms / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[48];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
    char fraction[8];
    std::snprintf(fraction, sizeof fraction, ".%03dZ", static_cast<int>(ms % 1000));
    return std::string(text, length) + fraction;
}

std::string quoted(std::string_view text) {
    return boost::json::serialize(boost::json::string(text));
}

std::string number(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 3);
    return {text, end.ptr};
}

std::string value_text(const Field& field) {
    if (const auto* whole = std::get_if<std::int64_t>(&field.value)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&field.value)) return number(*real);
    const std::string& text = std::get<std::string>(field.value);
    // Ids and names are scrubbed too: they should have nothing to scrub, and if they have, it does not get out.
    return quoted(field.key == Key::peer ? shortened(text) : field.key == Key::trace ? text : scrubbed(text));
}

}  // namespace

std::string_view name(Level level) {
    return kLevels[static_cast<std::size_t>(level)];
}

std::string_view name(Key key) {
    return kKeys[static_cast<std::size_t>(key)];
}

std::string to_line(std::int64_t now_ms, Level level, std::string_view what, const std::vector<Field>& fields) {
    std::string line = R"({"time":")" + time_text(now_ms) + R"(","level":")" + std::string(name(level)) +
                       R"(","what":)" + quoted(what);
    for (const Field& field : fields) line += ",\"" + std::string(name(field.key)) + "\":" + value_text(field);
    return line + "}";
}

struct Log::Parts {
    Level least;
    std::function<std::int64_t()> now_ms;
    Sink sink;
    std::mutex lock;
    std::condition_variable some, written;
    std::string waiting;  // lines
    std::size_t lines = 0;
    std::uint64_t dropped = 0;
    bool ending = false, writing = false;
    std::thread thread;

    void run() {
        std::unique_lock held(lock);
        while (true) {
            some.wait(held, [&] { return ending || !waiting.empty(); });
            if (waiting.empty()) return;
            std::string now;
            std::swap(now, waiting);
            lines = 0;
            writing = true;
            held.unlock();
            sink(now);
            held.lock();
            writing = false;
            written.notify_all();
        }
    }
};

Log::Log(Level least, std::function<std::int64_t()> now_ms, Sink sink) : parts_(std::make_unique<Parts>()) {
    parts_->least = least;
    parts_->now_ms = std::move(now_ms);
    parts_->sink = std::move(sink);
    parts_->thread = std::thread([parts = parts_.get()] { parts->run(); });
}

Log::~Log() {
    {
        const std::lock_guard held(parts_->lock);
        parts_->ending = true;
    }
    parts_->some.notify_one();
    parts_->thread.join();
}

bool Log::says(Level level) const {
    return level >= parts_->least;
}

void Log::write(Level level, std::string_view what, std::vector<Field> fields) {
    if (!says(level)) return;
    const std::string line = to_line(parts_->now_ms(), level, what, fields);
    const std::lock_guard held(parts_->lock);
    if (parts_->lines >= kWaiting_lines) {
        ++parts_->dropped;
        return;
    }
    ++parts_->lines;
    parts_->waiting += line;
    parts_->waiting += '\n';
    parts_->some.notify_one();
}

std::uint64_t Log::dropped() const {
    const std::lock_guard held(parts_->lock);
    return parts_->dropped;
}

void Log::flush() {
    std::unique_lock held(parts_->lock);
    parts_->written.wait(held, [&] { return parts_->waiting.empty() && !parts_->writing; });
}

}  // namespace praxis::log
