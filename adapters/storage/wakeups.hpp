// Wake-ups within one program (SQLite), or among all nodes of a PostgreSQL database. There a connection of its own
// listens and notifies, outside every data transaction (a NOTIFY inside one makes all commits of the server wait for
// each other) and at most once in `together_ms`; it must reach the server directly, not through a pooler that shares
// connections. While the server is away wake-ups within the program go on, and after it is back everybody is woken.
#pragma once

#include <memory>

#include "adapters/storage/postgres.hpp"
#include "app/ports/wakeups.hpp"

namespace praxis::storage {

struct WakeupSettings {
    int together_ms = 15;  // wake-ups of so long a moment become one
    int poll_ms = 2000;    // the safety net
};

std::unique_ptr<app::Wakeups> open_wakeups(const WakeupSettings& = {});
// Does not throw when the server is away: it goes on trying.
std::unique_ptr<app::Wakeups> open_wakeups(const PostgresSettings&, const WakeupSettings& = {});

}  // namespace praxis::storage
