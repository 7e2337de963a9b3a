-- Agents: who acts.
CREATE TABLE agent (
  tenant_id   uuid NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  name        text NOT NULL,
  connections text[] NOT NULL,
  policy      jsonb NOT NULL,
  version     bigint NOT NULL DEFAULT 1,
  created_at  timestamptz NOT NULL,
  deleted_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT agent_name CHECK (name ~ '^[a-z0-9_-]{1,64}$')
);
CREATE UNIQUE INDEX agent_name_unique ON agent (tenant_id, name) WHERE deleted_at IS NULL;
COMMENT ON COLUMN agent.connections IS 'Names of connections of the tenant it may use.';
COMMENT ON COLUMN agent.policy IS '{"irreversible": "allow" | "approve", "actions": ["x.*"] or null for any}';
COMMENT ON COLUMN agent.version IS 'Raised by each change; the ETag.';
COMMENT ON COLUMN agent.deleted_at IS 'Runs refer to their agent for good, so a deleted one keeps its row.';
ALTER TABLE agent ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent FORCE ROW LEVEL SECURITY;
CREATE POLICY agent_tenant ON agent TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY agent_engine ON agent TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, INSERT, UPDATE ON agent TO ganglion_app;
GRANT SELECT ON agent TO ganglion_engine;
