-- Work that outlives a request: jobs with leases, the outbox written with what it announces, webhooks, and the answers to
-- repeated POSTs.
CREATE TABLE job (
    tenant_id      TEXT NOT NULL,
    job_id         TEXT NOT NULL,
    kind           TEXT NOT NULL,
    body           TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'dead')),
    attempts       BIGINT NOT NULL DEFAULT 0,
    run_after_ms   BIGINT NOT NULL,
    owner_node     TEXT,
    lease_until_ms BIGINT NOT NULL DEFAULT 0,
    last_error     TEXT,
    created_ms     BIGINT NOT NULL,
    done_ms        BIGINT,
    once_key       TEXT,
    PRIMARY KEY (tenant_id, job_id)
);
CREATE INDEX job_due ON job (state, run_after_ms);
CREATE UNIQUE INDEX job_once ON job (tenant_id, once_key);
CREATE TABLE webhook (
    tenant_id   TEXT NOT NULL,
    webhook_id  TEXT NOT NULL,
    url         TEXT NOT NULL,
    secret      TEXT NOT NULL,
    kinds       TEXT NOT NULL,
    is_active   BIGINT NOT NULL DEFAULT 1,
    created_ms  BIGINT NOT NULL,
    version     BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, webhook_id)
);
CREATE TABLE delivery (
    tenant_id   TEXT NOT NULL,
    delivery_id TEXT NOT NULL,
    webhook_id  TEXT NOT NULL,
    kind        TEXT NOT NULL,
    body        TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
    attempts    BIGINT NOT NULL DEFAULT 0,
    last_status BIGINT,
    last_error  TEXT,
    created_ms  BIGINT NOT NULL,
    done_ms     BIGINT,
    PRIMARY KEY (tenant_id, delivery_id)
);
CREATE TABLE outbox (
    tenant_id   TEXT NOT NULL,
    outbox_id   TEXT NOT NULL,
    kind        TEXT NOT NULL,
    body        TEXT NOT NULL,
    created_ms  BIGINT NOT NULL,
    sent_ms     BIGINT,
    PRIMARY KEY (tenant_id, outbox_id)
);
CREATE INDEX outbox_unsent ON outbox (sent_ms, created_ms);
CREATE TABLE idempotency (
    tenant_id    TEXT NOT NULL,
    person_id    TEXT NOT NULL,
    key          TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status       BIGINT,
    headers      TEXT,
    body         TEXT,
    created_ms   BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, person_id, key)
);
