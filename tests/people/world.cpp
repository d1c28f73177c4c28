#include "tests/people/world.hpp"

#include "adapters/storage/migrate.hpp"
#include "adapters/storage/people/registry.hpp"
#include "app/people/letters.hpp"

namespace praxis::testing {

using app::Person;
using people::Role;

std::string name(Keeps keeps) {
    switch (keeps) {
        case Keeps::memory: return "memory";
        case Keeps::sqlite: return "sqlite";
        case Keeps::postgres: return "postgres";
    }
    return {};
}

app::Refused refused(const std::function<void()>& act) {
    try {
        act();
    } catch (const app::Refusal& refusal) {
        return refusal.kind;
    }
    ADD_FAILURE() << "was not refused";
    return app::Refused::unavailable;
}

namespace {

std::unique_ptr<app::Office> make_office(app::Registry& registry, app::Clock& clock, app::ChanceSource& chance,
                                         app::Secrecy& secrecy) {
    app::OfficeSettings settings;
    settings.address = "https://praxis.example";
    settings.common_words = {"password", "qwerty", "welcome", "letmein"};
    for (std::size_t i = 0; i < settings.consent_texts.size(); ++i) {
        settings.consent_texts[i].text = "Text " + std::to_string(i);
        settings.consent_texts[i].hash = secrecy.fingerprint(settings.consent_texts[i].text);
    }
    return std::make_unique<app::Office>(app::Office{registry, clock, chance, secrecy, std::move(settings)});
}

}  // namespace

World::World()
    : registry([this]() -> std::unique_ptr<app::Registry> {
          if (GetParam() == Keeps::memory) return std::make_unique<MemoryRegistry>();
          installation_ = std::make_unique<Installation>(GetParam() == Keeps::sqlite ? storage::Engine::sqlite
                                                                                     : storage::Engine::postgres);
          database_ = installation_->open();
          storage::migrate(*database_);
          storage::seal(*database_);
          return storage::registry_in(*database_);
      }()),
      office_(make_office(*registry, clock, chance, secrecy)),
      office(*office_) {
    found_companies();
}

World::~World() {
    office_.reset();
    registry.reset();
}

void World::found_companies() {
    for (auto [slug, id] : {std::pair("acme", &acme), std::pair("globex", &globex)}) {
        *id = chance.next_id();
        app::Tenant tenant;
        tenant.id = *id;
        tenant.name = tenant.slug = slug;
        tenant.created_ms = clock.now;
        registry->write([&](app::Registers& registers) { registers.tenants.add(tenant); });
    }
    rep = add_person(acme, "rep", {Role::rep});
    manager = add_person(acme, "manager", {Role::manager});
    enablement = add_person(acme, "enablement", {Role::enablement});
    admin = add_person(acme, "admin", {Role::admin});
    partner = add_person(acme, "partner", {Role::partner});
    stranger = add_person(globex, "stranger", {Role::admin});
}

Person World::add_person(const std::string& tenant, const std::string& word, people::Roles roles,
                         app::PersonState state) {
    static const std::string hash = secrecy.hash_password(kPassword);
    const Person person{tenant,
                        chance.next_id(),
                        word + "@mail.example",
                        "The " + word,
                        roles,
                        state,
                        std::nullopt,
                        clock.now,
                        clock.now,
                        1};
    registry->write([&](app::Registers& registers) {
        registers.people.add(person);
        if (state == app::PersonState::active) registers.passwords.keep(tenant, person.id, hash, clock.now);
    });
    return person;
}

Person World::again(const Person& person) {
    std::optional<Person> found;
    registry->read([&](app::Registers& registers) { found = registers.people.find(person.tenant, person.id); });
    return found.value_or(Person());
}

app::Entered World::come_in(const Person& person, const std::string& password, const std::string& address) {
    return app::log_in(office, {person.email, password, {}, address, {}});
}

void World::post() {
    for (auto errands = errands_left(); !errands.empty(); errands = errands_left())
        for (const auto& errand : errands) app::deliver_letter(office, mail, errand);
}

std::vector<app::LetterErrand> World::errands_left() {
    if (on_memory()) return std::exchange(static_cast<MemoryRegistry&>(*registry).tables.letters, {});
    std::vector<app::LetterErrand> errands;
    database().write([&](storage::Transaction& rows) {
        errands.clear();
        for (const auto& row : rows.run("SELECT kind, body FROM job ORDER BY job_id"))
            if (const auto errand = storage::letter_errand_from(row.text("kind"), row.text("body")))
                errands.push_back(*errand);
        rows.run("DELETE FROM job");
    });
    return errands;
}

std::string World::newest_link() const {
    if (mail.letters.empty()) return {};
    const std::string& text = mail.letters.back().text;
    const std::size_t at = text.find('#');
    if (at == std::string::npos) return {};
    return text.substr(at + 1, text.find('\n', at) - at - 1);
}

std::vector<std::string> World::audited(const std::string& tenant) {
    std::vector<std::string> verbs;
    registry->read([&](app::Registers& registers) {
        verbs.clear();
        for (const auto& entry : registers.audit.list(tenant, {}, 1000)) verbs.insert(verbs.begin(), entry.verb);
    });
    return verbs;
}

std::string World::add_attempt(const Person& person, const std::string& said, bool open) {
    const std::string id = chance.next_id();
    if (on_memory()) {
        auto& tables = static_cast<MemoryRegistry&>(*registry).tables;
        tables.owners[{person.tenant, id}] = person.id;
        tables.verdicts[{{person.tenant, id}, "asks-impact"}] = true;
        return id;
    }
    database().write([&](storage::Transaction& rows) {
        rows.run(
            "INSERT INTO attempt (tenant_id, attempt_id, person_id, strategy_id, strategy_version, scenario_id, "
            "segment, "
            "role, kind, difficulty, support, seed, state, started_ms) VALUES ($1, $2, $3, 'hallam-steel', 'v1', "
            "'first-call', 'fabricators', 'owner', 'discovery', 'normal', 'silent', 424242, $4, $5)",
            person.tenant, id, person.id, open ? "open" : "completed", clock.now);
        rows.run(
            "INSERT INTO attempt_log (tenant_id, attempt_id, seq, at_ms, events) VALUES ($1, $2, 1, $3, $4)",
            person.tenant, id, clock.now,
            R"({"event":"conversation","format":1,"seed":424242})"
            "\n"
            R"({"event":"rep_said","turn":1,"text":")" +
                said +
                R"(","observation":{"form":2}})"
                "\n"
                R"({"event":"buyer_said","turn":1,"text":"Go on.","moves":["guard"],"standing":{"trust":40},"digest":"00ff"})");
        if (open) return;
        rows.run("INSERT INTO attempt_report (tenant_id, attempt_id, report, made_ms) VALUES ($1, $2, $3, $4)",
                 person.tenant, id, R"({"outcome":"won","quote":")" + said + R"("})", clock.now);
        rows.run(
            "INSERT INTO verdict (tenant_id, attempt_id, person_id, behaviour, segment, verdict, at_ms) "
            "VALUES ($1, $2, $3, 'asks-impact', 'fabricators', 'fail', $4)",
            person.tenant, id, person.id, clock.now);
    });
    return id;
}

}  // namespace praxis::testing
