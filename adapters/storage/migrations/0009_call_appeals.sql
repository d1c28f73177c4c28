-- Verdicts on real calls can be doubted as those of attempts: an appeal is about one or the other, and goes with its call.
CREATE TABLE appeal_of_either (
    tenant_id   TEXT NOT NULL,
    appeal_id   TEXT NOT NULL,
    attempt_id  TEXT,
    call_id     TEXT,
    person_id   TEXT NOT NULL,
    behaviour   TEXT NOT NULL,
    reason      TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('open', 'upheld', 'turned_down', 'withdrawn')),
    answer      TEXT,
    answered_by TEXT,
    made_ms     BIGINT NOT NULL,
    answered_ms BIGINT,
    PRIMARY KEY (tenant_id, appeal_id),
    CHECK ((attempt_id IS NULL) <> (call_id IS NULL)),
    FOREIGN KEY (tenant_id, call_id) REFERENCES call_review (tenant_id, call_id) ON DELETE CASCADE
);
INSERT INTO appeal_of_either (tenant_id, appeal_id, attempt_id, person_id, behaviour, reason, state, answer, answered_by, made_ms, answered_ms)
    SELECT tenant_id, appeal_id, attempt_id, person_id, behaviour, reason, state, answer, answered_by, made_ms, answered_ms FROM appeal;
DROP TABLE appeal;
ALTER TABLE appeal_of_either RENAME TO appeal;
CREATE INDEX appeal_attempt ON appeal (tenant_id, attempt_id);
CREATE INDEX appeal_call ON appeal (tenant_id, call_id);
