-- Real calls as they are kept for their rep: who is who and what was said, what was judged of it, and whom it is shown. Nothing ever
-- wrote to call_review as it was first drawn up.
DROP TABLE call_review;
CREATE TABLE call_review (
    tenant_id        TEXT NOT NULL REFERENCES tenant (tenant_id),
    call_id          TEXT NOT NULL,
    person_id        TEXT NOT NULL,
    strategy_id      TEXT NOT NULL,
    strategy_version TEXT NOT NULL,
    segment          TEXT NOT NULL,
    role             TEXT NOT NULL,
    kind             TEXT NOT NULL,
    rep              TEXT NOT NULL,
    shape            TEXT NOT NULL,
    turns            BIGINT NOT NULL,
    length_ms        BIGINT NOT NULL,
    said             TEXT NOT NULL,
    held_ms          BIGINT,
    imported_ms      BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, call_id)
);
CREATE INDEX call_review_person ON call_review (tenant_id, person_id, call_id);
CREATE TABLE call_verdict (
    tenant_id   TEXT NOT NULL,
    call_id     TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    behaviour   TEXT NOT NULL,
    segment     TEXT NOT NULL,
    verdict     TEXT NOT NULL,
    at_ms       BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, call_id, behaviour),
    FOREIGN KEY (tenant_id, call_id) REFERENCES call_review (tenant_id, call_id) ON DELETE CASCADE
);
CREATE INDEX call_verdict_person ON call_verdict (tenant_id, person_id, behaviour);
CREATE TABLE call_share (
    tenant_id   TEXT NOT NULL,
    call_id     TEXT NOT NULL,
    with_id     TEXT NOT NULL,
    shared_ms   BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, call_id, with_id),
    FOREIGN KEY (tenant_id, call_id) REFERENCES call_review (tenant_id, call_id) ON DELETE CASCADE
);
CREATE INDEX call_share_with ON call_share (tenant_id, with_id);
