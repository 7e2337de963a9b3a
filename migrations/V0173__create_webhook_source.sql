-- Addresses at which other systems tell a tenant what happened: each request becomes an event on the tenant's bus.
CREATE TABLE webhook_source (
  tenant_id       uuid        NOT NULL REFERENCES tenant (id),
  id              uuid        NOT NULL,
  name            text        NOT NULL,
  type            text        NOT NULL,         -- of the events
  verification    text        NOT NULL,
  settings        json        NOT NULL,         -- which headers say what
  token_hash      bytea       NOT NULL,
  old_token_hash  bytea,                        -- of the token before, which works until the time below
  old_token_until timestamptz,
  version         bigint      NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_source_name CHECK (char_length(name) BETWEEN 1 AND 100),
  CONSTRAINT webhook_source_type CHECK (char_length(type) BETWEEN 1 AND 200),
  CONSTRAINT webhook_source_verification CHECK (verification IN ('token', 'standard', 'hmac')),
  CONSTRAINT webhook_source_hash CHECK (octet_length(token_hash) = 32 AND octet_length(old_token_hash) = 32),
  CONSTRAINT webhook_source_old CHECK ((old_token_hash IS NULL) = (old_token_until IS NULL))
);
COMMENT ON COLUMN webhook_source.token_hash IS 'SHA-256 of the 256 random bits in the address.';
ALTER TABLE webhook_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_source FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_source_tenant ON webhook_source TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON webhook_source TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_source TO ganglion_app;
