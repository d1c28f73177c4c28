-- The programs that serve this database. Each writes its own row every few seconds; an attempt belongs to the node named
-- in its owner_node for as long as that node's row says it lives. A row for each node, not one for each open
-- conversation: ten thousand of those would be 2,500 writes a second that say nothing but "still here".
CREATE TABLE node (
    node_id         TEXT NOT NULL PRIMARY KEY,
    alive_until_ms  BIGINT NOT NULL
);
