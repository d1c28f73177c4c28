#include "adapters/storage/people/rights.hpp"

namespace praxis::storage {
namespace {

constexpr const char* kAppeal =
    "SELECT tenant_id, appeal_id, attempt_id, call_id, person_id, behaviour, reason, state, answer, answered_by, "
    "made_ms, "
    "answered_ms FROM appeal ";

app::Appeal appeal_of(const Row& row) {
    return {row.text(0),   row.text(1),
            row.text(2),   row.text(3),
            row.text(4),   row.text(5),
            row.text(6),   app::appeal_state_named(row.text(7)).value_or(app::AppealState::withdrawn),
            row.text(8),   row.text(9),
            row.whole(10), row.maybe_whole(11)};
}

std::optional<std::string> id_or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::vector<std::string> first_columns(const Rows& rows) {
    std::vector<std::string> texts;
    texts.reserve(rows.size());
    for (const Row& row : rows) texts.push_back(row.text(0));
    return texts;
}

}  // namespace

void AuditTable::add(const app::AuditEntry& entry) {
    rows_.run(
        "INSERT INTO audit (tenant_id, audit_id, at_ms, actor_id, verb, subject, detail) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        entry.tenant, entry.id, entry.at_ms, entry.actor, entry.verb, entry.subject, entry.detail);
}

std::vector<app::AuditEntry> AuditTable::list(const std::string& tenant, const std::string& after, std::size_t most) {
    std::vector<app::AuditEntry> entries;
    for (const Row& row : rows_.run("SELECT audit_id, at_ms, actor_id, verb, subject, detail FROM audit "
                                    "WHERE tenant_id = $1 AND ($2 = '' OR audit_id < $2) ORDER BY audit_id DESC "
                                    "LIMIT $3",
                                    tenant, after, most))
        entries.push_back({tenant, row.text(0), row.whole(1), row.text(2), row.text(3), row.text(4), row.text(5)});
    return entries;
}

void ConsentTable::add(const app::Consent& consent) {
    rows_.run(
        "INSERT INTO consent (tenant_id, consent_id, person_id, purpose, given, text_hash, at_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        consent.tenant, consent.id, consent.person, app::name(consent.purpose), consent.given, consent.text_hash,
        consent.at_ms);
}

std::vector<app::Consent> ConsentTable::list(const std::string& tenant, const std::string& person) {
    std::vector<app::Consent> ledger;
    for (const Row& row : rows_.run("SELECT consent_id, purpose, given, text_hash, at_ms FROM consent "
                                    "WHERE tenant_id = $1 AND person_id = $2 ORDER BY at_ms, consent_id",
                                    tenant, person))
        if (const auto purpose = app::purpose_named(row.text(1)))
            ledger.push_back({tenant, row.text(0), person, *purpose, row.whole(2) != 0, row.text(3), row.whole(4)});
    return ledger;
}

std::optional<std::string> ShareTable::owner_of(const std::string& tenant, const std::string& what) {
    const Rows rows =
        rows_.run("SELECT person_id FROM " + things_ + " WHERE tenant_id = $1 AND " + key_ + " = $2", tenant, what);
    if (rows.empty()) return std::nullopt;
    return rows.front().text(0);
}

void ShareTable::add(const std::string& tenant, const std::string& what, const std::string& with, std::int64_t now_ms) {
    rows_.run("INSERT INTO " + shares_ + " (tenant_id, " + key_ +
                  ", with_id, shared_ms) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant_id, " + key_ +
                  ", with_id) DO NOTHING",
              tenant, what, with, now_ms);
}

void ShareTable::remove(const std::string& tenant, const std::string& what, const std::string& with) {
    rows_.run("DELETE FROM " + shares_ + " WHERE tenant_id = $1 AND " + key_ + " = $2 AND with_id = $3", tenant, what,
              with);
}

std::vector<std::string> ShareTable::readers_of(const std::string& tenant, const std::string& what) {
    return first_columns(
        rows_.run("SELECT with_id FROM " + shares_ + " WHERE tenant_id = $1 AND " + key_ + " = $2 ORDER BY with_id",
                  tenant, what));
}

std::vector<app::SharedWith> ShareTable::with_person(const std::string& tenant, const std::string& person) {
    std::vector<app::SharedWith> all;
    for (const Row& row :
         rows_.run("SELECT " + key_ + ", shared_ms FROM " + shares_ +
                       " WHERE tenant_id = $1 AND with_id = $2 ORDER BY shared_ms DESC, " + key_ + " LIMIT 500",
                   tenant, person))
        all.push_back({row.text(0), row.whole(1)});
    return all;
}

void AppealTable::add(const app::Appeal& appeal) {
    rows_.run(
        "INSERT INTO appeal (tenant_id, appeal_id, attempt_id, call_id, person_id, behaviour, reason, state, made_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        appeal.tenant, appeal.id, id_or_null(appeal.attempt), id_or_null(appeal.call), appeal.person, appeal.behaviour,
        appeal.reason, app::name(appeal.state), appeal.made_ms);
}

std::optional<app::Appeal> AppealTable::find(const std::string& tenant, const std::string& id) {
    const Rows rows = rows_.run(std::string(kAppeal) + "WHERE tenant_id = $1 AND appeal_id = $2", tenant, id);
    return rows.empty() ? std::nullopt : std::optional(appeal_of(rows.front()));
}

std::vector<app::Appeal> AppealTable::list(const app::AppealQuery& query) {
    std::vector<app::Appeal> appeals;
    const std::string state = query.state ? std::string(app::name(*query.state)) : std::string();
    for (const Row& row : rows_.run(std::string(kAppeal) +
                                        "WHERE tenant_id = $1 AND ($2 = '' OR person_id = $2) AND ($3 = '' OR state = "
                                        "$3) AND ($4 = '' OR appeal_id < $4) ORDER BY appeal_id DESC LIMIT $5",
                                    query.tenant, query.person, state, query.after, query.most))
        appeals.push_back(appeal_of(row));
    return appeals;
}

bool AppealTable::settle(const app::Appeal& appeal) {
    return rows_.change(
               "UPDATE appeal SET state = $3, answer = $4, answered_by = $5, answered_ms = $6 "
               "WHERE tenant_id = $1 AND appeal_id = $2 AND state = 'open'",
               appeal.tenant, appeal.id, app::name(appeal.state), appeal.answer, appeal.answered_by,
               appeal.answered_ms) == 1;
}

bool AppealTable::has_verdict(const app::Appeal& about) {
    const bool of_call = !about.call.empty();
    const std::string from = of_call ? "call_verdict WHERE tenant_id = $1 AND call_id = $2"
                                     : "verdict WHERE tenant_id = $1 AND attempt_id = $2";
    return !rows_
                .run("SELECT 1 FROM " + from + " AND behaviour = $3", about.tenant,
                     of_call ? about.call : about.attempt, about.behaviour)
                .empty();
}

people::RetentionDays RetentionTable::days(const std::string& tenant) {
    people::RetentionDays days = people::default_retention();
    for (const Row& row : rows_.run("SELECT data_kind, days FROM retention WHERE tenant_id = $1", tenant))
        if (const auto kind = people::data_kind_named(row.text(0)))
            people::days_of(days, *kind) = static_cast<int>(row.whole(1));
    return days;
}

void RetentionTable::set(const std::string& tenant, people::DataKind kind, int days) {
    rows_.run(
        "INSERT INTO retention (tenant_id, data_kind, days) VALUES ($1, $2, $3) "
        "ON CONFLICT (tenant_id, data_kind) DO UPDATE SET days = excluded.days",
        tenant, people::keeping(kind).name, days);
}

}  // namespace praxis::storage
