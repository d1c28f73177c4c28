#include "adapters/storage/people/access.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <set>

#include "adapters/storage/people/registry.hpp"
#include "adapters/storage/word_list.hpp"
#include "wire/json/json_text.hpp"
#include "wire/object_reader.hpp"

namespace praxis::storage {
namespace {

constexpr const char* kToken =
    "SELECT tenant_id, token_id, secret_hash, person_id, name, scopes, created_ms, expires_ms, used_ms, revoked_ms "
    "FROM "
    "api_token ";
constexpr std::string_view kLetters = "mail.";

app::Token token_of(const Row& row) {
    return {row.text(0),  row.text(1),  row.text(2),        row.text(3),       row.text(4), parted_words(row.text(5)),
            row.whole(6), row.whole(7), row.maybe_whole(8), row.maybe_whole(9)};
}

std::optional<app::Link> link_of(const Rows& rows) {
    if (rows.empty()) return std::nullopt;
    const Row& row = rows.front();
    return app::Link{row.text(0),  row.text(1),
                     row.text(2),  app::link_purpose_named(row.text(3)).value_or(app::LinkPurpose::invitation),
                     row.whole(4), row.whole(5)};
}

}  // namespace

std::optional<std::string> PasswordTable::hash_of(const std::string& tenant, const std::string& person) {
    const Rows rows = rows_.run("SELECT hash FROM credential WHERE tenant_id = $1 AND person_id = $2", tenant, person);
    if (rows.empty()) return std::nullopt;
    return rows.front().text(0);
}

void PasswordTable::keep(const std::string& tenant, const std::string& person, const std::string& hash,
                         std::int64_t now_ms) {
    rows_.run(
        "INSERT INTO credential (tenant_id, person_id, hash, changed_ms) VALUES ($1, $2, $3, $4) "
        "ON CONFLICT (tenant_id, person_id) DO UPDATE SET hash = excluded.hash, changed_ms = excluded.changed_ms",
        tenant, person, hash, now_ms);
}

void SessionTable::open(const app::Session& session) {
    rows_.run(
        "INSERT INTO web_session (tenant_id, secret_hash, person_id, created_ms, seen_ms, way, outside_hash) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        session.tenant, session.fingerprint, session.person, session.created_ms, session.seen_ms, session.way,
        session.outside);
}

std::optional<app::Session> SessionTable::find(const std::string& tenant, const std::string& fingerprint) {
    const Rows rows =
        rows_.run("SELECT person_id, created_ms, seen_ms FROM web_session WHERE tenant_id = $1 AND secret_hash = $2",
                  tenant, fingerprint);
    if (rows.empty()) return std::nullopt;
    return app::Session{tenant, fingerprint, rows.front().text(0), rows.front().whole(1), rows.front().whole(2)};
}

void SessionTable::seen(const std::string& tenant, const std::string& fingerprint, std::int64_t now_ms) {
    rows_.run("UPDATE web_session SET seen_ms = $3 WHERE tenant_id = $1 AND secret_hash = $2 AND seen_ms < $3", tenant,
              fingerprint, now_ms);
}

void SessionTable::close(const std::string& tenant, const std::string& fingerprint) {
    rows_.run("DELETE FROM web_session WHERE tenant_id = $1 AND secret_hash = $2", tenant, fingerprint);
}

void SessionTable::close_all(const std::string& tenant, const std::string& person, const std::string& but) {
    rows_.run("DELETE FROM web_session WHERE tenant_id = $1 AND person_id = $2 AND secret_hash <> $3", tenant, person,
              but);
}

std::vector<std::string> SessionTable::close_outside(const app::OutsideSessions& wanted) {
    std::set<std::string> people;
    for (const Row& row :
         rows_.run("DELETE FROM web_session WHERE tenant_id = $1 AND way = $2 AND ($3 = '' OR "
                   "person_id = $3) AND ($4 = '' OR outside_hash = $4 OR (outside_hash = '' AND $3 <> '')) "
                   "AND created_ms <= $5 "
                   "RETURNING person_id",
                   wanted.tenant, wanted.way, wanted.person, wanted.outside, wanted.opened_until_ms))
        people.insert(row.text(0));
    return {people.begin(), people.end()};
}

void LinkTable::add(const app::Link& link) {
    rows_.run(
        "INSERT INTO one_time_link (tenant_id, secret_hash, person_id, purpose, created_ms, expires_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        link.tenant, link.fingerprint, link.person, app::name(link.purpose), link.created_ms, link.expires_ms);
}

std::optional<app::Link> LinkTable::find(const std::string& tenant, const std::string& fingerprint,
                                         std::int64_t now_ms) {
    return link_of(
        rows_.run("SELECT tenant_id, secret_hash, person_id, purpose, created_ms, expires_ms FROM one_time_link "
                  "WHERE tenant_id = $1 AND secret_hash = $2 AND used_ms IS NULL AND expires_ms > $3",
                  tenant, fingerprint, now_ms));
}

std::optional<app::Link> LinkTable::take(const std::string& tenant, const std::string& fingerprint,
                                         std::int64_t now_ms) {
    return link_of(
        rows_.run("UPDATE one_time_link SET used_ms = $3 "
                  "WHERE tenant_id = $1 AND secret_hash = $2 AND used_ms IS NULL AND expires_ms > $3 "
                  "RETURNING tenant_id, secret_hash, person_id, purpose, created_ms, expires_ms",
                  tenant, fingerprint, now_ms));
}

void LinkTable::revoke(const std::string& tenant, const std::string& person, app::LinkPurpose purpose) {
    rows_.run("DELETE FROM one_time_link WHERE tenant_id = $1 AND person_id = $2 AND purpose = $3 AND used_ms IS NULL",
              tenant, person, app::name(purpose));
}

void TokenTable::add(const app::Token& token) {
    rows_.run(
        "INSERT INTO api_token (tenant_id, token_id, secret_hash, person_id, name, scopes, created_ms, expires_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        token.tenant, token.id, token.fingerprint, token.person, token.name, joined_words(token.scopes),
        token.created_ms, token.expires_ms);
}

std::optional<app::Token> TokenTable::find(const std::string& tenant, const std::string& fingerprint) {
    const Rows rows = rows_.run(std::string(kToken) + "WHERE tenant_id = $1 AND secret_hash = $2", tenant, fingerprint);
    return rows.empty() ? std::nullopt : std::optional(token_of(rows.front()));
}

std::optional<app::Token> TokenTable::with_id(const std::string& tenant, const std::string& id) {
    const Rows rows = rows_.run(std::string(kToken) + "WHERE tenant_id = $1 AND token_id = $2", tenant, id);
    return rows.empty() ? std::nullopt : std::optional(token_of(rows.front()));
}

std::vector<app::Token> TokenTable::list(const std::string& tenant, const std::string& person) {
    std::vector<app::Token> tokens;
    for (const Row& row :
         rows_.run(std::string(kToken) + "WHERE tenant_id = $1 AND person_id = $2 AND revoked_ms IS NULL "
                                         "ORDER BY token_id",
                   tenant, person))
        tokens.push_back(token_of(row));
    return tokens;
}

void TokenTable::revoke(const std::string& tenant, const std::string& id, std::int64_t now_ms) {
    rows_.run("UPDATE api_token SET revoked_ms = $3 WHERE tenant_id = $1 AND token_id = $2 AND revoked_ms IS NULL",
              tenant, id, now_ms);
}

void TokenTable::used(const std::string& tenant, const std::string& id, std::int64_t now_ms) {
    rows_.run("UPDATE api_token SET used_ms = $3 WHERE tenant_id = $1 AND token_id = $2", tenant, id, now_ms);
}

people::Failures ThrottleTable::of(const std::string& key) {
    const Rows rows = rows_.run("SELECT failures, seen_ms FROM throttle WHERE what = $1", key);
    return rows.empty() ? people::Failures{} : people::Failures{rows.front().whole(0), rows.front().whole(1)};
}

bool ThrottleTable::change(const std::string& key, const people::Failures& before, const people::Failures& after) {
    if (rows_.change(
            "UPDATE throttle SET failures = $2, seen_ms = $3 WHERE what = $1 AND failures = $4 AND seen_ms = $5", key,
            after.count, after.last_ms, before.count, before.last_ms) == 1)
        return true;
    return before == people::Failures{} &&
           rows_.change(
               "INSERT INTO throttle (what, failures, seen_ms) VALUES ($1, $2, $3) ON CONFLICT (what) DO NOTHING", key,
               after.count, after.last_ms) == 1;
}

void DepartureTable::add(const app::Departure& departure) {
    rows_.run(
        "INSERT INTO departure (secret_hash, browser_hash, nonce, verifier, return_to, expires_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        departure.fingerprint, departure.browser_fingerprint, departure.nonce, departure.verifier, departure.return_to,
        departure.expires_ms);
}

std::optional<app::Departure> DepartureTable::take(const std::string& fingerprint, std::int64_t now_ms) {
    const Rows rows = rows_.run(
        "DELETE FROM departure WHERE secret_hash = $1 RETURNING browser_hash, nonce, verifier, return_to, expires_ms",
        fingerprint);
    if (rows.empty() || rows.front().whole(4) <= now_ms) return std::nullopt;
    const Row& row = rows.front();
    return app::Departure{fingerprint, row.text(0), row.text(1), row.text(2), row.text(3), row.whole(4)};
}

std::string letter_job(app::Occasion occasion) {
    return std::string(kLetters) + std::string(app::name(occasion));
}

std::string to_body(const app::LetterErrand& errand) {
    return wire::to_text(boost::json::object{{"id", errand.id},
                                             {"tenant", errand.tenant},
                                             {"person", errand.person},
                                             {"email", errand.email},
                                             {"company", errand.company}});
}

std::optional<app::LetterErrand> letter_errand_from(std::string_view kind, std::string_view body) {
    if (!kind.starts_with(kLetters)) return std::nullopt;
    const auto occasion = app::occasion_named(kind.substr(kLetters.size()));
    boost::json::error_code error;
    const boost::json::value value = boost::json::parse(body, error);
    if (!occasion || error || !value.is_object()) return std::nullopt;
    std::string complaint;
    wire::ObjectReader fields(value.get_object(), complaint);
    app::LetterErrand errand{fields.text("tenant"), fields.text("id"),      *occasion, fields.text("person"),
                             fields.text("email"),  fields.text("company"), 0};
    if (!complaint.empty()) return std::nullopt;
    return errand;
}

void ErrandTable::leave(const app::LetterErrand& errand) {
    app::NewJob job;
    job.tenant = errand.tenant;
    job.id = errand.id;
    job.kind = letter_job(errand.occasion);
    job.body = to_body(errand);
    job.about = errand.person;
    job.created_ms = errand.now_ms;
    jobs_.add(job);
}

}  // namespace praxis::storage
