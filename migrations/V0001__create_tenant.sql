-- Tenants. The one table whose key is the tenant itself.
CREATE TABLE tenant (
  id         uuid NOT NULL,
  name       text NOT NULL,
  version    bigint NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT tenant_name CHECK (char_length(name) BETWEEN 1 AND 100)
);
COMMENT ON COLUMN tenant.name IS 'For people, 1 to 100 characters; not unique.';
COMMENT ON COLUMN tenant.version IS 'Raised by each change; the ETag.';
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_tenant ON tenant TO ganglion_app
  USING (id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY tenant_engine ON tenant TO ganglion_engine
  USING (id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, INSERT, UPDATE ON tenant TO ganglion_app;
GRANT SELECT ON tenant TO ganglion_engine;
