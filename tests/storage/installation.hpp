// An empty database for one test, on either engine, and what tests of stores share. In a test program:
//   class People : public testing::OnBothEngines {};
//   TEST_P(People, …) { StoredPeople people(database()); … }
//   PRAXIS_ON_BOTH_ENGINES(People);
// One thread.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "adapters/storage/database.hpp"
#include "adapters/storage/practice/attempts.hpp"

namespace praxis::testing {

// A new folder below the test's temporary one, removed with everything in it.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// As a node. Addresses as adapters/storage/address.hpp reads them.
std::unique_ptr<storage::Database> open(const std::string& address);

// The address of a database of its own; `open` as often as there are nodes (SQLite: once at a time).
class Installation {
public:
    explicit Installation(storage::Engine);
    storage::Engine engine() const { return engine_; }
    std::unique_ptr<storage::Database> open() const { return testing::open(address_); }
    const std::string& address() const { return address_; }

private:
    storage::Engine engine_;
    Folder folder_;
    std::string address_;
};

class OnBothEngines : public ::testing::TestWithParam<storage::Engine> {
protected:
    // Migrated, and opened when first asked for.
    storage::Database& database();
    const Installation& installation() const { return installation_; }
    // Opens it again, as after a restart of the program.
    storage::Database& reopen();
    void close() { database_.reset(); }
    bool is_sqlite() const { return GetParam() == storage::Engine::sqlite; }

private:
    Installation installation_{GetParam()};
    std::unique_ptr<storage::Database> database_;
};

// The tenant that most rows need.
void add_tenant(storage::Database&, const std::string& id = "t1");

// An id as UUIDv7 gives them: later ones are greater.
std::string id(int number);

// Appends, and waits for what came of it.
std::optional<app::StoreTrouble> append_and_wait(storage::StoredAttemptLog&, app::LogEntry);

}  // namespace praxis::testing

#define PRAXIS_ON_BOTH_ENGINES(suite)                                                                               \
    INSTANTIATE_TEST_SUITE_P(Storage, suite,                                                                        \
                             ::testing::Values(praxis::storage::Engine::sqlite, praxis::storage::Engine::postgres), \
                             [](const auto& given) { return std::string(praxis::storage::name(given.param)); })
