#include "adapters/storage/people/rights.hpp"

namespace praxis::storage {
namespace {

struct Sweeping {
    const char* table;
    const char* key;
    const char* too_old;  // $2: before when
};

constexpr Sweeping kErrands[] = {
    {"job", "job_id", "state IN ('done', 'dead') AND created_ms < $2"},
    {"delivery", "delivery_id", "state IN ('delivered', 'dead') AND created_ms < $2"},
    {"outbox", "outbox_id", "sent_ms IS NOT NULL AND created_ms < $2"},
    {"idempotency", "key", "created_ms < $2"},
};
constexpr Sweeping kWaysIn[] = {
    {"web_session", "secret_hash", "seen_ms < $2"},
    {"one_time_link", "secret_hash", "expires_ms < $2"},
    {"api_token", "token_id", "(expires_ms < $2 OR revoked_ms < $2)"},
};

std::int64_t swept(Transaction& rows, const Sweeping& sweeping, const std::string& tenant, std::int64_t before_ms,
                   std::int64_t most) {
    const std::string old = std::string("tenant_id = $1 AND ") + sweeping.too_old;
    return rows.change(std::string("DELETE FROM ") + sweeping.table + " WHERE " + old + " AND " + sweeping.key +
                           " IN (SELECT " + sweeping.key + " FROM " + sweeping.table + " WHERE " + old + " LIMIT $3)",
                       tenant, before_ms, most);
}

// Throttles and departures belong to no tenant: they go with those of the empty one.
std::int64_t swept_of_nobody(Transaction& rows, std::int64_t before_ms) {
    return rows.change("DELETE FROM throttle WHERE seen_ms < $1", before_ms) +
           rows.change("DELETE FROM departure WHERE expires_ms < $1", before_ms);
}

std::vector<std::string> ids(const Rows& rows) {
    std::vector<std::string> found;
    for (const Row& row : rows) found.push_back(row.text(0));
    return found;
}

}  // namespace

std::int64_t RetentionTable::sweep(const std::string& tenant, people::DataKind kind, std::int64_t before_ms,
                                   std::int64_t most) {
    const auto attempts = [&](const char* which) {
        const auto found = ids(rows_.run(std::string("SELECT attempt_id FROM attempt WHERE tenant_id = $1 AND ") +
                                             which + " AND started_ms < $2 ORDER BY started_ms LIMIT $3",
                                         tenant, before_ms, most));
        erase_attempts(rows_, engine_, tenant, found);
        return static_cast<std::int64_t>(found.size());
    };
    std::int64_t count = 0;
    switch (kind) {
        case people::DataKind::practice: return attempts("state <> 'open'");
        case people::DataKind::abandoned: return attempts("state = 'open'");
        case people::DataKind::calls:
            return swept(rows_, {"call_review", "call_id", "imported_ms < $2"}, tenant, before_ms, most);
        case people::DataKind::errands:
            for (const Sweeping& one : kErrands) count += swept(rows_, one, tenant, before_ms, most);
            return count;
        case people::DataKind::ways_in:
            for (const Sweeping& one : kWaysIn) count += swept(rows_, one, tenant, before_ms, most);
            return count + (tenant.empty() ? swept_of_nobody(rows_, before_ms) : 0);
    }
    return 0;
}

}  // namespace praxis::storage
