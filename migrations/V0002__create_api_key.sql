-- API keys. Of the secret only its SHA-256 is kept: it has 256 random bits, so a plain hash is enough.
CREATE TABLE api_key (
  tenant_id    uuid NOT NULL REFERENCES tenant (id),
  id           uuid NOT NULL,
  name         text NOT NULL,
  mode         text NOT NULL,
  secret_hash  bytea NOT NULL,
  hint         text NOT NULL,
  scopes       text[] NOT NULL,
  version      bigint NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  created_by   text NOT NULL,
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  rotated_to   uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, rotated_to) REFERENCES api_key (tenant_id, id),
  CONSTRAINT api_key_name CHECK (char_length(name) BETWEEN 1 AND 100),
  CONSTRAINT api_key_mode CHECK (mode IN ('live', 'lab')),
  CONSTRAINT api_key_hash CHECK (octet_length(secret_hash) = 32),
  CONSTRAINT api_key_scopes CHECK (cardinality(scopes) > 0)
);
COMMENT ON COLUMN api_key.secret_hash IS 'SHA-256 of the secret, 32 bytes.';
COMMENT ON COLUMN api_key.hint IS 'The last four characters of the key, so that people tell keys apart.';
COMMENT ON COLUMN api_key.created_by IS 'Who made it: operator, or the id of an API key.';
COMMENT ON COLUMN api_key.last_used_at IS 'Written at most once a minute.';
COMMENT ON COLUMN api_key.rotated_to IS 'The key that replaces this one once it has expired.';
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
CREATE POLICY api_key_tenant ON api_key TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT, UPDATE ON api_key TO ganglion_app;
