#include "adapters/storage/address.hpp"

#include <libpq-fe.h>

#include "adapters/storage/postgres.hpp"
#include "adapters/storage/sqlite.hpp"

namespace praxis::storage {
namespace {

struct Free {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

std::string shown_postgres(const std::string& url) {
    const std::unique_ptr<PQconninfoOption, Free> options(PQconninfoParse(url.c_str(), nullptr));
    std::string place, name;
    for (const PQconninfoOption* option = options.get(); option && option->keyword; ++option) {
        const std::string_view keyword = option->keyword;
        if (!option->val) continue;
        if (keyword == "host" || keyword == "port") place += (keyword == "port" ? ":" : "") + std::string(option->val);
        if (keyword == "dbname") name = option->val;
    }
    return "PostgreSQL database " + (name.empty() ? "(default)" : name) + (place.empty() ? "" : " at " + place);
}

}  // namespace

Address address_of(std::string_view text) {
    for (const std::string_view scheme : {"postgresql://", "postgres://", "host=", "service="})
        if (text.starts_with(scheme)) return {Engine::postgres, std::string(text)};
    if (text.starts_with("sqlite:")) text.remove_prefix(7);
    return {Engine::sqlite, std::string(text)};
}

std::string shown(const Address& address) {
    return address.engine == Engine::sqlite ? address.text : shown_postgres(address.text);
}

std::unique_ptr<Database> open(const Address& address, Use use) {
    if (address.engine == Engine::sqlite) return open_sqlite({address.text, 4, use == Use::reader});
    PostgresSettings settings;
    settings.url = address.text;
    if (use != Use::node) {
        settings.connections = 2;
        settings.who = "praxis tool";
    }
    return open_postgres(settings);
}

}  // namespace praxis::storage
