-- Practice: attempts, their logs, and what a rep decides to show. The log is append-only; (tenant, attempt, seq) is the
-- fence between nodes. One entry is one turn: everything that happened in it, as JSON lines.
CREATE TABLE attempt (
    tenant_id        TEXT NOT NULL REFERENCES tenant (tenant_id),
    attempt_id       TEXT NOT NULL,
    person_id        TEXT NOT NULL,
    strategy_id      TEXT NOT NULL,
    strategy_version TEXT NOT NULL,
    scenario_id      TEXT NOT NULL,
    segment          TEXT NOT NULL,
    role             TEXT NOT NULL,
    kind             TEXT NOT NULL,
    difficulty       TEXT NOT NULL,
    support          TEXT NOT NULL,
    blind            BIGINT NOT NULL DEFAULT 0,
    seed             BIGINT NOT NULL,
    parent_id        TEXT,
    parent_turn      BIGINT,
    state            TEXT NOT NULL CHECK (state IN ('open', 'ended', 'completed')),
    outcome          TEXT,
    turns            BIGINT NOT NULL DEFAULT 0,
    is_simulated     BIGINT NOT NULL DEFAULT 0,
    started_ms       BIGINT NOT NULL,
    ended_ms         BIGINT,
    read_ms          BIGINT,
    owner_node       TEXT,
    lease_until_ms   BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, attempt_id)
);
CREATE INDEX attempt_person ON attempt (tenant_id, person_id, attempt_id);
CREATE INDEX attempt_strategy ON attempt (tenant_id, strategy_id, started_ms);
CREATE TABLE attempt_log (
    tenant_id   TEXT NOT NULL,
    attempt_id  TEXT NOT NULL,
    seq         BIGINT NOT NULL,
    at_ms       BIGINT NOT NULL,
    events      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, attempt_id, seq)
);
CREATE TABLE attempt_report (
    tenant_id   TEXT NOT NULL,
    attempt_id  TEXT NOT NULL,
    report      TEXT NOT NULL,
    made_ms     BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, attempt_id)
);
CREATE TABLE verdict (
    tenant_id   TEXT NOT NULL,
    attempt_id  TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    behaviour   TEXT NOT NULL,
    segment     TEXT NOT NULL,
    verdict     TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, attempt_id, behaviour)
);
CREATE INDEX verdict_person ON verdict (tenant_id, person_id, behaviour);
CREATE TABLE share (
    tenant_id   TEXT NOT NULL,
    attempt_id  TEXT NOT NULL,
    with_id     TEXT NOT NULL,
    shared_ms   BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, attempt_id, with_id)
);
CREATE TABLE appeal (
    tenant_id   TEXT NOT NULL,
    appeal_id   TEXT NOT NULL,
    attempt_id  TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    behaviour   TEXT NOT NULL,
    reason      TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'upheld', 'turned_down', 'withdrawn')),
    answer      TEXT,
    answered_by TEXT,
    made_ms     BIGINT NOT NULL,
    answered_ms BIGINT,
    PRIMARY KEY (tenant_id, appeal_id)
);
CREATE INDEX appeal_attempt ON appeal (tenant_id, attempt_id);
CREATE INDEX share_with ON share (tenant_id, with_id);
CREATE TABLE call_review (
    tenant_id   TEXT NOT NULL,
    review_id   TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    strategy_id TEXT NOT NULL,
    strategy_version TEXT NOT NULL,
    segment     TEXT NOT NULL,
    transcript  TEXT NOT NULL,
    report      TEXT NOT NULL,
    imported_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, review_id)
);
