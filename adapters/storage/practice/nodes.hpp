// The nodes of an installation in its database, for the port of app/ports/nodes.hpp. On SQLite there is never another:
// the file is one program's (sqlite/file_lock.hpp), so whoever else is written down is dead, and what it held is free
// at once.
#pragma once

#include "adapters/storage/database.hpp"
#include "app/ports/nodes.hpp"

namespace praxis::storage {

class StoredNodes final : public app::Nodes {
public:
    explicit StoredNodes(Database& database) : database_(database) {}

    bool beat(const std::string& node, std::int64_t length_ms) override;
    void leave(const std::string& node) override;

private:
    Database& database_;
};

}  // namespace praxis::storage
