-- By which identity provider a session came, and in which session of its own, so that it can end them.
ALTER TABLE web_session ADD COLUMN way TEXT NOT NULL DEFAULT '';
ALTER TABLE web_session ADD COLUMN outside_hash TEXT NOT NULL DEFAULT '';
