-- Which step an idempotency key of a tool call stands for. Keys are the agent's and not the session's: a client that died and comes back
-- under another session repeats nothing.
CREATE TABLE mcp_call (
  tenant_id uuid NOT NULL,
  agent_id  uuid NOT NULL,
  key       text NOT NULL,
  run_id    uuid NOT NULL,                       -- session run that has the step
  step      text NOT NULL,                       -- the step's key in that run
  asked_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, agent_id, key),
  FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, id),
  CONSTRAINT mcp_call_key CHECK (char_length(key) BETWEEN 1 AND 200)
);
ALTER TABLE mcp_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp_call FORCE ROW LEVEL SECURITY;
CREATE POLICY mcp_call_tenant ON mcp_call TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON mcp_call TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON mcp_call TO ganglion_app;
