-- Rights: what people agreed to, how long things are kept, and what was done by whom. The audit log and the consents are only
-- added to: `seal` (adapters/storage/people/registry.hpp) makes both engines refuse anything else. They name people by id only.
CREATE TABLE consent (
    tenant_id   TEXT NOT NULL,
    consent_id  TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    given       BIGINT NOT NULL,
    text_hash   TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, consent_id)
);
CREATE INDEX consent_person ON consent (tenant_id, person_id, purpose, at_ms);
CREATE TABLE retention (
    tenant_id   TEXT NOT NULL,
    data_kind   TEXT NOT NULL,
    days        BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, data_kind)
);
CREATE TABLE audit (
    tenant_id   TEXT NOT NULL,
    audit_id    TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    actor_id    TEXT,
    verb        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    detail      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, audit_id)
);
CREATE INDEX audit_time ON audit (tenant_id, at_ms);
