// Where an installation keeps what it knows, as a person writes it: the path of an SQLite file (`sqlite:` in front if
// it looks like something else), or postgresql://user:password@host:port/name. Values only; any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "adapters/storage/database.hpp"

namespace praxis::storage {

struct Address {
    Engine engine = Engine::sqlite;
    std::string text;  // a path, or what libpq reads
};

Address address_of(std::string_view text);

// For people and logs: without password.
std::string shown(const Address&);

enum class Use : std::uint8_t {
    node,    // as a server that stays
    tool,    // as a command that comes and goes
    reader,  // … and only reads, beside a running server
};

// An SQLite file is made for a node or a tool when it is not there. Throws StorageError.
std::unique_ptr<Database> open(const Address&, Use);

}  // namespace praxis::storage
