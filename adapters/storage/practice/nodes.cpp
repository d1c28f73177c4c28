#include "adapters/storage/practice/nodes.hpp"

#include <algorithm>

#include "adapters/storage/practice/node_life.hpp"
#include "adapters/storage/trouble.hpp"

namespace praxis::storage {
namespace {

constexpr const char* kBeat =
    "UPDATE node SET alive_until_ms = now_ms() + $2 WHERE node_id = $1 AND alive_until_ms > now_ms() "
    "AND alive_until_ms <= now_ms() + $3";
constexpr const char* kArrive =
    "INSERT INTO node (node_id, alive_until_ms) VALUES ($1, now_ms() + $2) "
    "ON CONFLICT (node_id) DO UPDATE SET alive_until_ms = excluded.alive_until_ms";
constexpr const char* kForgetOthers = "DELETE FROM node WHERE node_id <> $1";
constexpr const char* kForgetDead =
    "DELETE FROM node WHERE node_id <> $1 AND (alive_until_ms <= now_ms() OR alive_until_ms > now_ms() + $2)";
constexpr const char* kLeave = "DELETE FROM node WHERE node_id = $1";

}  // namespace

bool StoredNodes::beat(const std::string& node, std::int64_t length_ms) {
    return told([&] {
        const std::int64_t length = std::min(length_ms, kLongestLifeMs);
        if (database_.once(kBeat, node, length, kLongestLifeMs).changed == 1) return true;
        database_.once(kArrive, node, length);
        if (database_.engine() == Engine::sqlite)
            database_.once(kForgetOthers, node);
        else
            database_.once(kForgetDead, node, kLongestLifeMs);
        return false;
    });
}

void StoredNodes::leave(const std::string& node) {
    told([&] { database_.once(kLeave, node); });
}

}  // namespace praxis::storage
