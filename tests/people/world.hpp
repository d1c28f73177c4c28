// A small installation for tests of people, access and rights: two companies, one person of every role, a clock that
// stands still until it is moved; on memory, SQLite or PostgreSQL. In a test program:
//   class LogIn : public testing::World {};
//   TEST_P(LogIn, …) {}
//   PRAXIS_EVERYWHERE(LogIn);   // or PRAXIS_ON_DATABASES(LogIn): what reaches over all tables
// One thread.
#pragma once

#include <gtest/gtest.h>

#include "adapters/secrecy/argon2.hpp"
#include "adapters/secrecy/system_chance.hpp"
#include "app/access/log_in.hpp"
#include "app/ports/mail.hpp"
#include "tests/people/memory_registry.hpp"
#include "tests/storage/installation.hpp"

namespace praxis::testing {

class StandingClock final : public app::Clock {
public:
    std::int64_t now_ms() override { return now; }
    std::int64_t now = 1'790'000'000'000;  // a Monday in September 2026, 13:33 UTC
};

class KeptMail final : public app::Mail {
public:
    void send(const app::Letter& letter) override { letters.push_back(letter); }
    std::vector<app::Letter> letters;
};

inline constexpr const char* kPassword = "the tray in the scanner room";

enum class Keeps { memory, sqlite, postgres };
std::string name(Keeps);

class World : public ::testing::TestWithParam<Keeps> {
protected:
    World();
    ~World() override;

    app::Person add_person(const std::string& tenant, const std::string& word, people::Roles,
                           app::PersonState = app::PersonState::active);
    people::Principal as(const app::Person& person) const { return principal_of(person); }
    app::Person again(const app::Person&);  // as it is kept now
    app::Entered come_in(const app::Person&, const std::string& password = kPassword,
                         const std::string& address = "192.0.2.1");
    // Writes and sends what letters were left.
    void post();
    // The secret behind the "#" of the newest letter.
    std::string newest_link() const;
    std::vector<std::string> audited(const std::string& tenant);  // verbs, oldest first
    // The attempt, its log, report and a verdict; one that is over unless `open`.
    std::string add_attempt(const app::Person&, const std::string& said = "Hello.", bool open = false);

    storage::Database& database() { return *database_; }  // not with memory
    bool on_memory() const { return GetParam() == Keeps::memory; }

    std::unique_ptr<Installation> installation_;  // these two first: the registry is over them
    std::unique_ptr<storage::Database> database_;
    StandingClock clock;
    secrecy::Argon2Secrecy secrecy{{64, 1, 1}};  // as cheap as it gets
    secrecy::SystemChance chance{clock};
    KeptMail mail;
    std::unique_ptr<app::Registry> registry;
    std::unique_ptr<app::Office> office_;
    app::Office& office;
    std::string acme, globex;
    app::Person rep, manager, enablement, admin, partner, stranger;  // the last: an admin of globex

private:
    void found_companies();
    std::vector<app::LetterErrand> errands_left();  // takes them
};

// The refusal's kind, or a failed test.
app::Refused refused(const std::function<void()>&);

}  // namespace praxis::testing

#define PRAXIS_EVERYWHERE(suite)                                                                               \
    INSTANTIATE_TEST_SUITE_P(People, suite,                                                                    \
                             ::testing::Values(praxis::testing::Keeps::memory, praxis::testing::Keeps::sqlite, \
                                               praxis::testing::Keeps::postgres),                              \
                             [](const auto& given) { return praxis::testing::name(given.param); })
#define PRAXIS_ON_DATABASES(suite)                                                                                \
    INSTANTIATE_TEST_SUITE_P(People, suite,                                                                       \
                             ::testing::Values(praxis::testing::Keeps::sqlite, praxis::testing::Keeps::postgres), \
                             [](const auto& given) { return praxis::testing::name(given.param); })
