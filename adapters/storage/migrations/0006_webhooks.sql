-- What jobs are about, and what webhooks need beyond where to send: the secret of before, good for a day; how long they
-- have been failing; the message a delivery carries.
ALTER TABLE job ADD COLUMN about TEXT NOT NULL DEFAULT '';
CREATE INDEX job_of_tenant ON job (tenant_id, state, job_id);
ALTER TABLE webhook ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE webhook ADD COLUMN old_secret TEXT NOT NULL DEFAULT '';
ALTER TABLE webhook ADD COLUMN old_secret_until_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE webhook ADD COLUMN failing_since_ms BIGINT;
ALTER TABLE webhook ADD COLUMN switched_off TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN message_id TEXT NOT NULL DEFAULT '';
CREATE INDEX delivery_of_webhook ON delivery (tenant_id, webhook_id, delivery_id);
