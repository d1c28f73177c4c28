#include "tests/storage/installation.hpp"

#include <unistd.h>

#include <future>
#include <stdexcept>

#include "adapters/storage/address.hpp"
#include "adapters/storage/migrate.hpp"
#include "adapters/storage/tenants.hpp"
#include "tests/storage/cluster.hpp"

namespace praxis::testing {

Folder::Folder() {
    std::string name = ::testing::TempDir() + "praxis-storage-XXXXXX";
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder could be made: " + name);
    path_ = name;
}

Folder::~Folder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
}

std::unique_ptr<storage::Database> open(const std::string& address) {
    return storage::open(storage::address_of(address), storage::Use::node);
}

Installation::Installation(storage::Engine engine)
    : engine_(engine),
      address_(engine == storage::Engine::sqlite ? (folder_.path() / "praxis.sqlite").string()
                                                 : Cluster::shared().new_database()) {}

storage::Database& OnBothEngines::database() {
    if (!database_) reopen();
    return *database_;
}

storage::Database& OnBothEngines::reopen() {
    database_.reset();
    database_ = installation_.open();
    storage::migrate(*database_);
    return *database_;
}

void add_tenant(storage::Database& database, const std::string& id) {
    storage::StoredTenants(database).add({id, "Tenant " + id});
}

std::string id(int number) {
    std::string digits = std::to_string(number);
    digits.insert(0, 12 - std::min<std::size_t>(12, digits.size()), '0');
    return "0190a1b2-c3d4-7000-8000-" + digits;
}

std::optional<app::StoreTrouble> append_and_wait(storage::StoredAttemptLog& log, app::LogEntry entry) {
    const auto promise = std::make_shared<std::promise<std::optional<app::StoreTrouble>>>();
    log.append(std::move(entry),
               [promise](std::optional<app::StoreTrouble> trouble) { promise->set_value(std::move(trouble)); });
    return promise->get_future().get();
}

}  // namespace praxis::testing
