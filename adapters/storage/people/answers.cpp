#include "adapters/storage/people/answers.hpp"

#include "adapters/storage/trouble.hpp"

namespace praxis::storage {
namespace {

using app::Asked;
using app::AskedBefore;
using app::AskedOnce;
using app::GivenAnswer;

constexpr std::int64_t kAnswererDied_ms = 60'000;

constexpr const char* kTakeAnswer =
    "INSERT INTO idempotency (tenant_id, person_id, key, request_hash, created_ms) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (tenant_id, person_id, key) DO NOTHING";
constexpr const char* kLookForAnswer =
    "SELECT request_hash, status, headers, body, created_ms FROM idempotency "
    "WHERE tenant_id = $1 AND person_id = $2 AND key = $3";
constexpr const char* kTakeAnswerOver =
    "UPDATE idempotency SET created_ms = $4 "
    "WHERE tenant_id = $1 AND person_id = $2 AND key = $3 AND status IS NULL AND created_ms < $5";
constexpr const char* kKeepAnswer =
    "UPDATE idempotency SET status = $5, headers = $6, body = $7 "
    "WHERE tenant_id = $1 AND person_id = $2 AND key = $3 AND request_hash = $4";
constexpr const char* kGiveAnswerBack =
    "DELETE FROM idempotency "
    "WHERE tenant_id = $1 AND person_id = $2 AND key = $3 AND request_hash = $4 AND status IS NULL";

// "name: value" lines; a header's value has no line break.
std::string header_lines(const GivenAnswer& answer) {
    std::string lines;
    for (const auto& [name, value] : answer.headers) lines += name + ": " + value + "\n";
    return lines;
}

GivenAnswer answer_of(const Row& row) {
    GivenAnswer answer{static_cast<int>(row.whole("status")), {}, row.text("body")};
    const std::string lines = row.text("headers");
    std::string_view rest = lines;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n'), colon = rest.find(": ");
        if (end == std::string_view::npos || colon > end) break;
        answer.headers.emplace_back(rest.substr(0, colon), rest.substr(colon + 2, end - colon - 2));
        rest.remove_prefix(end + 1);
    }
    return answer;
}

}  // namespace

AskedBefore StoredAnswers::ask(const AskedOnce& asked) {
    return told([&] {
        return database_.write([&](Transaction& rows) -> AskedBefore {
            if (rows.change(kTakeAnswer, asked.tenant, asked.person, asked.key, asked.request_digest, asked.now_ms) > 0)
                return {Asked::first, {}};
            const Rows found = rows.run(kLookForAnswer, asked.tenant, asked.person, asked.key);
            if (found.empty()) return {Asked::running, {}};  // given back just now
            const Row& row = found.front();
            if (row.text("request_hash") != asked.request_digest) return {Asked::other, {}};
            if (!row.null("status")) return {Asked::before, answer_of(row)};
            const std::int64_t died = asked.now_ms - kAnswererDied_ms;
            const bool free =
                rows.change(kTakeAnswerOver, asked.tenant, asked.person, asked.key, asked.now_ms, died) > 0;
            return {free ? Asked::first : Asked::running, {}};
        });
    });
}

void StoredAnswers::keep(const AskedOnce& asked, const GivenAnswer& answer) {
    told([&] {
        database_.once(kKeepAnswer, asked.tenant, asked.person, asked.key, asked.request_digest, answer.status,
                       header_lines(answer), answer.body);
    });
}

void StoredAnswers::give_back(const AskedOnce& asked) {
    told([&] { database_.once(kGiveAnswerBack, asked.tenant, asked.person, asked.key, asked.request_digest); });
}

}  // namespace praxis::storage
