-- What a company decided: strategies by slug, their versions with the source text, and scenarios written by hand.
CREATE TABLE strategy (
    tenant_id   TEXT NOT NULL REFERENCES tenant (tenant_id),
    strategy_id TEXT NOT NULL,
    name        TEXT NOT NULL,
    published   TEXT,
    created_ms  BIGINT NOT NULL,
    changed_ms  BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, strategy_id)
);
CREATE TABLE strategy_version (
    tenant_id   TEXT NOT NULL,
    strategy_id TEXT NOT NULL,
    version     TEXT NOT NULL,
    source      TEXT NOT NULL,
    author_id   TEXT,
    created_ms  BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, strategy_id, version),
    FOREIGN KEY (tenant_id, strategy_id) REFERENCES strategy (tenant_id, strategy_id) ON DELETE CASCADE
);
