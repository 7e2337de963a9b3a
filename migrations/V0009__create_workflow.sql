-- Versions of workflows. Rows never change: a run replays the version it started with.
CREATE TABLE workflow (
  tenant_id    uuid NOT NULL REFERENCES tenant (id),
  id           uuid NOT NULL,
  namespace    text NOT NULL,
  name         text NOT NULL,
  version      text NOT NULL,
  title        text NOT NULL,
  content      text NOT NULL,
  content_hash text NOT NULL,
  definition   json NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT workflow_version_unique UNIQUE (tenant_id, namespace, name, version)
);
COMMENT ON COLUMN workflow.version IS 'Semantic version of the document.';
COMMENT ON COLUMN workflow.content IS 'The document as it was sent, YAML or JSON.';
COMMENT ON COLUMN workflow.content_hash IS 'SHA-256 of the document''s canonical JSON, hexadecimal: layout and comments don''t count.';
COMMENT ON COLUMN workflow.definition IS 'The document as JSON; json and not jsonb: the order of members is kept.';
ALTER TABLE workflow ENABLE ROW LEVEL SECURITY;
ALTER TABLE workflow FORCE ROW LEVEL SECURITY;
CREATE POLICY workflow_tenant ON workflow TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY workflow_engine ON workflow TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, INSERT ON workflow TO ganglion_app;
GRANT SELECT ON workflow TO ganglion_engine;
