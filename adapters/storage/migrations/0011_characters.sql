-- A company's own characters: the person as JSON, as the page draws it; which customers it plays, likewise. And who plays the
-- customer of an attempt, chosen when it began: a character's id, or the word of one that comes with the program.
CREATE TABLE company_character (
    tenant_id    TEXT NOT NULL REFERENCES tenant (tenant_id),
    character_id TEXT NOT NULL,
    word         TEXT NOT NULL,
    person       TEXT NOT NULL,
    plays        TEXT NOT NULL,
    created_ms   BIGINT NOT NULL,
    changed_ms   BIGINT NOT NULL,
    version      BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, character_id)
);
CREATE UNIQUE INDEX company_character_word ON company_character (tenant_id, word);
ALTER TABLE attempt ADD COLUMN played_by TEXT NOT NULL DEFAULT '';
