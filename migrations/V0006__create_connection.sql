-- Connections: a tenant's stored credential for one account.
CREATE TABLE connection (
  tenant_id   uuid NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  name        text NOT NULL,
  connector   text NOT NULL,
  environment text NOT NULL,
  base_url    text,
  system_id   uuid NOT NULL,
  principal   text NOT NULL,
  label       text NOT NULL,
  status      text NOT NULL,
  credentials bytea NOT NULL,
  key_generation integer NOT NULL,
  credentials_version bigint NOT NULL DEFAULT 1,
  version     bigint NOT NULL DEFAULT 1,
  created_at  timestamptz NOT NULL,
  checked_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT connection_name_unique UNIQUE (tenant_id, name),
  FOREIGN KEY (tenant_id, system_id) REFERENCES system (tenant_id, id),
  FOREIGN KEY (tenant_id, key_generation) REFERENCES tenant_data_key (tenant_id, generation),
  CONSTRAINT connection_name CHECK (name ~ '^[a-z0-9_-]{1,64}$'),
  CONSTRAINT connection_status CHECK (status IN ('active', 'paused', 'reauthorize'))
);
COMMENT ON COLUMN connection.base_url IS 'The tenant''s own server; null for the environment''s address.';
COMMENT ON COLUMN connection.status IS 'reauthorize: the platform refused the credentials when they were last checked.';
COMMENT ON COLUMN connection.credentials IS 'Sealed with the tenant''s data key; bound to tenant, connection and credentials_version.';
COMMENT ON COLUMN connection.credentials_version IS 'Raised by each rotation.';
COMMENT ON COLUMN connection.version IS 'Raised by each change; the ETag.';
COMMENT ON COLUMN connection.checked_at IS 'When the platform was last asked whose credentials these are.';
ALTER TABLE connection ENABLE ROW LEVEL SECURITY;
ALTER TABLE connection FORCE ROW LEVEL SECURITY;
CREATE POLICY connection_tenant ON connection TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT, UPDATE, DELETE ON connection TO ganglion_app;
