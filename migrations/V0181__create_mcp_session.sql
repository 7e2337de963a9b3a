-- Whoever calls an agent's tools over the Model Context Protocol, and the session run that has what they ask for.
CREATE TABLE mcp_session (
  tenant_id uuid        NOT NULL,
  id        uuid        NOT NULL,
  agent_id  uuid        NOT NULL,
  actor     text        NOT NULL,               -- the API key or person that opened it: nobody else may use it
  standing  boolean     NOT NULL,               -- of clients whose revision of the protocol has no sessions
  protocol  text        NOT NULL,               -- revision that was agreed on, e.g. 2025-11-25
  client    json        NOT NULL,               -- {"name", "version"} as the client calls itself
  elicits   boolean     NOT NULL,               -- whether the client can ask its user
  run_id    uuid        NOT NULL,               -- session run; it is started by the first call that needs it
  opened_at timestamptz NOT NULL DEFAULT now(),
  used_at   timestamptz NOT NULL DEFAULT now(), -- to the minute
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, id)
);
CREATE UNIQUE INDEX mcp_session_standing ON mcp_session (tenant_id, agent_id, actor) WHERE standing;
CREATE INDEX mcp_session_used ON mcp_session (tenant_id, used_at) WHERE NOT standing; -- the oldest make room
COMMENT ON COLUMN mcp_session.run_id IS 'Another one once that run takes no more steps.';
ALTER TABLE mcp_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp_session FORCE ROW LEVEL SECURITY;
CREATE POLICY mcp_session_tenant ON mcp_session TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON mcp_session TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp_session TO ganglion_app;
