-- What other agents may ask of an agent: workflows, under names of their own.
CREATE TABLE agent_skill (
  tenant_id   uuid        NOT NULL,
  agent_id    uuid        NOT NULL,
  name        text        NOT NULL,
  workflow    text        NOT NULL,          -- namespace/name, the latest version then, or namespace/name:version, or wfl_…
  title       text        NOT NULL,
  description text        NOT NULL,
  tags        text[]      NOT NULL,
  examples    text[]      NOT NULL,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, agent_id, name),
  FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, id),
  CONSTRAINT agent_skill_name CHECK (name ~ '^[a-z0-9_-]{1,64}$')
);
ALTER TABLE agent_skill ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent_skill FORCE ROW LEVEL SECURITY;
CREATE POLICY agent_skill_tenant ON agent_skill TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON agent_skill TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON agent_skill TO ganglion_app;
