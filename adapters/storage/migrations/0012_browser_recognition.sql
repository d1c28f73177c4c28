-- Whether people of the company may let their browser's own recognition hear them. As before: each may, by their own choice.
ALTER TABLE tenant ADD COLUMN browser_recognition BIGINT NOT NULL DEFAULT 1;
