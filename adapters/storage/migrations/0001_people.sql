-- Who uses an installation: tenants, people, teams, and how they get in. Times are milliseconds since 1970, UTC;
-- ids are UUIDv7 as text; tenant_id is part of every key, so that tenants can be parted over databases later.
CREATE TABLE tenant (
    tenant_id   TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    is_demo     BIGINT NOT NULL DEFAULT 0,
    settings    TEXT NOT NULL DEFAULT '{}',
    created_ms  BIGINT NOT NULL,
    version     BIGINT NOT NULL DEFAULT 1,
    slug        TEXT,
    smallest_group BIGINT NOT NULL DEFAULT 5
);
CREATE UNIQUE INDEX tenant_slug ON tenant (slug);
CREATE TABLE person (
    tenant_id   TEXT NOT NULL REFERENCES tenant (tenant_id),
    person_id   TEXT NOT NULL,
    email       TEXT NOT NULL,
    name        TEXT NOT NULL,
    roles       TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('invited', 'active', 'suspended')),
    outside_id  TEXT,
    created_ms  BIGINT NOT NULL,
    changed_ms  BIGINT NOT NULL,
    version     BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, person_id)
);
CREATE UNIQUE INDEX person_email ON person (tenant_id, email);
CREATE INDEX person_any_email ON person (email);
CREATE UNIQUE INDEX person_outside ON person (tenant_id, outside_id);
CREATE TABLE team (
    tenant_id   TEXT NOT NULL REFERENCES tenant (tenant_id),
    team_id     TEXT NOT NULL,
    name        TEXT NOT NULL,
    created_ms  BIGINT NOT NULL,
    version     BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, team_id)
);
CREATE UNIQUE INDEX team_name ON team (tenant_id, name);
CREATE TABLE membership (
    tenant_id   TEXT NOT NULL,
    team_id     TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    leads       BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, team_id, person_id),
    FOREIGN KEY (tenant_id, team_id) REFERENCES team (tenant_id, team_id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id) ON DELETE CASCADE
);
CREATE INDEX membership_person ON membership (tenant_id, person_id);
-- The password's argon2id hash in its own encoding; a person who only comes by single sign-on has no row.
CREATE TABLE credential (
    tenant_id   TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    hash        TEXT NOT NULL,
    changed_ms  BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, person_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id) ON DELETE CASCADE
);
-- Secrets are kept as SHA-256 only: cookies of browsers, links sent by mail, tokens of programs. The text given out names
-- its tenant.
CREATE TABLE web_session (
    tenant_id   TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    created_ms  BIGINT NOT NULL,
    seen_ms     BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, secret_hash),
    FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id) ON DELETE CASCADE
);
CREATE INDEX web_session_person ON web_session (tenant_id, person_id);
-- Of the empty tenant and person: the first admin's.
CREATE TABLE one_time_link (
    tenant_id   TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    purpose     TEXT NOT NULL CHECK (purpose IN ('first_admin', 'invitation', 'password_reset')),
    created_ms  BIGINT NOT NULL,
    expires_ms  BIGINT NOT NULL,
    used_ms     BIGINT,
    PRIMARY KEY (tenant_id, secret_hash)
);
CREATE INDEX one_time_link_person ON one_time_link (tenant_id, person_id, purpose);
CREATE TABLE api_token (
    tenant_id   TEXT NOT NULL,
    token_id    TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    name        TEXT NOT NULL,
    scopes      TEXT NOT NULL,
    created_ms  BIGINT NOT NULL,
    expires_ms  BIGINT NOT NULL,
    used_ms     BIGINT,
    revoked_ms  BIGINT,
    PRIMARY KEY (tenant_id, token_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, person_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX api_token_secret ON api_token (tenant_id, secret_hash);
CREATE INDEX api_token_person ON api_token (tenant_id, person_id);
-- Failures by address and by account; what throttles them. Accounts are written as fingerprints of what was typed.
CREATE TABLE throttle (
    what        TEXT PRIMARY KEY,
    failures    BIGINT NOT NULL,
    seen_ms     BIGINT NOT NULL
);
-- Who has left for an identity provider and is not back yet. The tenant is known only when they are.
CREATE TABLE departure (
    secret_hash  TEXT PRIMARY KEY,
    browser_hash TEXT NOT NULL,
    nonce        TEXT NOT NULL,
    verifier     TEXT NOT NULL,
    return_to    TEXT NOT NULL,
    expires_ms   BIGINT NOT NULL
);
