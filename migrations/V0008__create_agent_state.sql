-- An agent's shared state: entries as they are, and all they were.
CREATE TABLE agent_state (
  tenant_id uuid NOT NULL,
  agent_id  uuid NOT NULL,
  key       text NOT NULL,
  value     jsonb,
  version   bigint NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, agent_id, key),
  FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, id),
  CONSTRAINT agent_state_key CHECK (char_length(key) BETWEEN 1 AND 200),
  CONSTRAINT agent_state_version CHECK (version > 0)
);
COMMENT ON COLUMN agent_state.value IS 'Any JSON; SQL null when the entry was deleted (a later entry of that key goes on counting).';
COMMENT ON COLUMN agent_state.version IS 'From 1, raised by one with each write, deletions too.';
ALTER TABLE agent_state ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent_state FORCE ROW LEVEL SECURITY;
CREATE POLICY agent_state_tenant ON agent_state TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY agent_state_engine ON agent_state TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, INSERT, UPDATE ON agent_state TO ganglion_app, ganglion_engine;

CREATE TABLE agent_state_history (
  tenant_id uuid NOT NULL,
  agent_id  uuid NOT NULL,
  key       text NOT NULL,
  version   bigint NOT NULL,
  value     jsonb,
  run_id    uuid,
  position  text,
  actor     text NOT NULL,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, agent_id, key, version),
  FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, id)
);
COMMENT ON COLUMN agent_state_history.value IS 'What was written; SQL null for a deletion.';
COMMENT ON COLUMN agent_state_history.run_id IS 'The run whose step wrote it; null for a write through the API.';
COMMENT ON COLUMN agent_state_history.position IS 'The step''s DSL pointer with visit indices.';
COMMENT ON COLUMN agent_state_history.actor IS 'Who wrote it: the id of an API key or of a run.';
ALTER TABLE agent_state_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent_state_history FORCE ROW LEVEL SECURITY;
CREATE POLICY agent_state_history_tenant ON agent_state_history TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY agent_state_history_engine ON agent_state_history TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, INSERT ON agent_state_history TO ganglion_app, ganglion_engine;
