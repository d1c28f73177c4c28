#include "adapters/storage/postgres/appender.hpp"

#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "adapters/storage/postgres/patience.hpp"

namespace praxis::storage::postgres {
namespace {

constexpr std::size_t kBatchMax = 512;
// What was not inserted was there already: the fence.
constexpr const char* kAppend =
    "INSERT INTO attempt_log (tenant_id, attempt_id, seq, at_ms, events) "
    "SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[]) "
    "ON CONFLICT DO NOTHING RETURNING tenant_id, attempt_id, seq";
constexpr const char* kSameEntry =
    "SELECT 1 FROM attempt_log WHERE tenant_id = $1 AND attempt_id = $2 AND seq = $3 AND at_ms = $4 AND events = $5";

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

using Key = std::tuple<std::string, std::string, std::int64_t>;

Key key_of(const LogEntry& entry) {
    return {entry.tenant, entry.attempt, entry.seq};
}

void add(std::array<std::string, 5>& columns, const LogEntry& entry) {
    const std::array<std::string, 5> texts = {quoted(entry.tenant), quoted(entry.attempt), std::to_string(entry.seq),
                                              std::to_string(entry.at_ms), quoted(entry.events)};
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] += (columns[i].empty() ? "{" : ",") + texts[i];
}

bool is_kept(Connection& connection, const LogEntry& entry) {
    return !connection.run(kSameEntry, entry.tenant, entry.attempt, entry.seq, entry.at_ms, entry.events).empty();
}

bool lost(const StorageError& error) {
    return error.fault == Fault::unavailable;
}

}  // namespace

Appender::Appender(std::string url, std::string who, std::chrono::milliseconds patience)
    : url_(std::move(url)), who_(std::move(who)), patience_(patience), thread_([this] { append_on(); }) {}

Appender::~Appender() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void Appender::append(LogEntry entry, Appended done) {
    {
        const std::lock_guard guard(mutex_);
        waiting_.push_back({std::move(entry), std::move(done)});
    }
    arrived_.notify_one();
}

void Appender::append_on() {
    for (std::vector<Waiting> batch = next_batch(); !batch.empty(); batch = next_batch()) append_all(batch);
}

std::vector<Appender::Waiting> Appender::next_batch() {
    std::unique_lock guard(mutex_);
    arrived_.wait(guard, [this] { return stopping_ || !waiting_.empty(); });
    std::vector<Waiting> batch;
    while (!waiting_.empty() && batch.size() < kBatchMax) {
        batch.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
    }
    return batch;
}

// One bad entry must not take the others with it.
void Appender::append_all(std::span<Waiting> batch) {
    try {
        append_patiently(batch);
    } catch (const StorageError& error) {
        if (batch.size() == 1 || lost(error))
            for (Waiting& one : batch) one.done(error);
        else
            for (std::size_t i = 0; i < batch.size(); ++i) append_all(batch.subspan(i, 1));
    }
}

void Appender::append_patiently(std::span<Waiting> batch) {
    for (Patience patience(patience_);;) {
        try {
            return append_once(batch);
        } catch (const StorageError& error) {
            const bool worth_it = lost(error) || error.fault == Fault::conflict;
            if (!worth_it || !patience.wait()) throw;
            if (lost(error))
                for (Waiting& one : batch) one.entry.again = true;
        }
    }
}

// Calls every `done`, or throws and calls none.
void Appender::append_once(std::span<Waiting> batch) {
    if (!connection_ || !connection_->usable()) connection_ = std::make_unique<Connection>(url_, who_);
    std::array<std::string, 5> columns;
    for (const Waiting& one : batch) add(columns, one.entry);
    for (std::string& column : columns) column += "}";
    std::set<Key> kept;
    for (const Row& row : connection_->run(kAppend, columns[0], columns[1], columns[2], columns[3], columns[4]))
        kept.emplace(row.text(0), row.text(1), row.whole(2));
    std::vector<bool> is_ours(batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i)
        is_ours[i] =
            kept.erase(key_of(batch[i].entry)) > 0 || (batch[i].entry.again && is_kept(*connection_, batch[i].entry));
    for (std::size_t i = 0; i < batch.size(); ++i)
        batch[i].done(is_ours[i] ? std::nullopt
                                 : std::optional(StorageError(Fault::unique, "this log entry was written already")));
}

}  // namespace praxis::storage::postgres
