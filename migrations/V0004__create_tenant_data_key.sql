-- A tenant's data keys, each wrapped by the master key: what seals credentials. Read by the engine to open connections.
CREATE TABLE tenant_data_key (
  tenant_id  uuid NOT NULL,
  generation integer NOT NULL,
  wrapped    bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, generation),
  CONSTRAINT tenant_data_key_generation CHECK (generation > 0)
);
COMMENT ON COLUMN tenant_data_key.tenant_id IS 'The nil UUID for the operator''s own; so it refers to no table.';
COMMENT ON COLUMN tenant_data_key.generation IS 'From 1; the highest seals, older ones still open.';
COMMENT ON COLUMN tenant_data_key.wrapped IS 'A Tink keyset, encrypted by the master key with the tenant as associated data.';
ALTER TABLE tenant_data_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_data_key FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_data_key_tenant ON tenant_data_key TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT, UPDATE ON tenant_data_key TO ganglion_app;
