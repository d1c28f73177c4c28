#include "adapters/storage/practice/strategies.hpp"

#include "adapters/storage/people/registry.hpp"
#include "adapters/storage/trouble.hpp"

namespace praxis::storage {
namespace {

using app::Edition;

constexpr const char* kPublishedStrategies =
    "SELECT strategy_id, name, published, changed_ms FROM strategy "
    "WHERE tenant_id = $1 AND published IS NOT NULL ORDER BY strategy_id";
constexpr const char* kFindEdition =
    "SELECT * FROM strategy_version WHERE tenant_id = $1 AND strategy_id = $2 AND version = $3";
constexpr const char* kEditions =
    "SELECT tenant_id, strategy_id, version, '' AS source, author_id, created_ms FROM strategy_version "
    "WHERE tenant_id = $1 AND strategy_id = $2 ORDER BY created_ms DESC, version";
constexpr const char* kAddStrategy =
    "INSERT INTO strategy (tenant_id, strategy_id, name, published, created_ms, changed_ms) "
    "VALUES ($1, $2, $3, NULL, $4, $4) ON CONFLICT (tenant_id, strategy_id) DO NOTHING";
constexpr const char* kAddEdition =
    "INSERT INTO strategy_version (tenant_id, strategy_id, version, source, author_id, created_ms) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant_id, strategy_id, version) DO NOTHING";
constexpr const char* kPublish =
    "UPDATE strategy SET published = $3, name = $4, changed_ms = $5 "
    "WHERE tenant_id = $1 AND strategy_id = $2 AND COALESCE(published, '') = $6";
constexpr const char* kWithdraw =
    "UPDATE strategy SET published = NULL, changed_ms = $3 "
    "WHERE tenant_id = $1 AND strategy_id = $2 AND published IS NOT NULL";

Edition edition_of(const Row& row) {
    return {row.text("tenant_id"), row.text("strategy_id"), row.text("version"),
            row.text("source"),    row.text("author_id"),   row.whole("created_ms")};
}

}  // namespace

std::vector<app::Published> StoredStrategies::list(const std::string& tenant) {
    return told([&] {
        std::vector<app::Published> all;
        for (const Row& row : database_.look(kPublishedStrategies, tenant))
            all.push_back({row.text("strategy_id"), row.text("name"), row.text("published"), row.whole("changed_ms")});
        return all;
    });
}

std::optional<Edition> StoredStrategies::find(const std::string& tenant, const std::string& strategy,
                                              const std::string& version) {
    return told([&]() -> std::optional<Edition> {
        const Rows rows = database_.look(kFindEdition, tenant, strategy, version);
        if (rows.empty()) return std::nullopt;
        return edition_of(rows.front());
    });
}

std::vector<Edition> StoredStrategies::editions(const std::string& tenant, const std::string& strategy) {
    return told([&] {
        std::vector<Edition> all;
        for (const Row& row : database_.look(kEditions, tenant, strategy)) all.push_back(edition_of(row));
        return all;
    });
}

bool StoredStrategies::changed(const std::function<bool(Transaction&)>& change, const Along& along) {
    return told([&] {
        bool left = false;
        const bool done = database_.write([&](Transaction& transaction) {
            left = false;
            if (!change(transaction)) return false;
            left = along && with_registers(transaction, database_.engine(), along);
            return true;
        });
        if (left && left_work_) left_work_();
        return done;
    });
}

bool StoredStrategies::publish(const Edition& edition, const std::string& name, const std::string& before,
                               const Along& along) {
    const auto publishing = [&](Transaction& transaction) {
        if (before.empty())
            transaction.change(kAddStrategy, edition.tenant, edition.strategy, name, edition.created_ms);
        const auto count = transaction.change(kPublish, edition.tenant, edition.strategy, edition.version, name,
                                              edition.created_ms, before);
        if (count == 0) return false;
        transaction.change(kAddEdition, edition.tenant, edition.strategy, edition.version, edition.source,
                           edition.author, edition.created_ms);
        return true;
    };
    return changed(publishing, along);
}

bool StoredStrategies::withdraw(const std::string& tenant, const std::string& strategy, std::int64_t now_ms,
                                const Along& along) {
    return changed(
        [&](Transaction& transaction) { return transaction.change(kWithdraw, tenant, strategy, now_ms) > 0; }, along);
}

}  // namespace praxis::storage
