-- Where tenants want to be told of what happens: outgoing webhooks.
CREATE TABLE webhook_endpoint (
  tenant_id   uuid        NOT NULL REFERENCES tenant (id),
  id          uuid        NOT NULL,
  url         text        NOT NULL,
  description text        NOT NULL,
  types       text[]      NOT NULL,             -- names of event types; empty: all of them
  ordered     boolean     NOT NULL,             -- whether a run's messages wait for each other
  signature   text        NOT NULL,             -- how messages are signed
  disabled_at timestamptz,                      -- null: it gets messages
  reason      text,                             -- why it is disabled
  deleted_at  timestamptz,                      -- it is shown no more; its row stays as long as its deliveries
  version     bigint      NOT NULL DEFAULT 1,
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_endpoint_url CHECK (char_length(url) BETWEEN 1 AND 500),
  CONSTRAINT webhook_endpoint_description CHECK (char_length(description) <= 200),
  CONSTRAINT webhook_endpoint_types CHECK (cardinality(types) <= 50),
  CONSTRAINT webhook_endpoint_signature CHECK (signature IN ('hmac', 'ed25519')),
  CONSTRAINT webhook_endpoint_disabled CHECK ((disabled_at IS NULL) = (reason IS NULL) AND reason IN ('asked', 'gone', 'failing'))
);
COMMENT ON COLUMN webhook_endpoint.reason IS 'asked: by a person or a program; gone: it answered 410; failing: nothing but failures for days.';
ALTER TABLE webhook_endpoint ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_endpoint FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_endpoint_tenant ON webhook_endpoint TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY webhook_endpoint_engine ON webhook_endpoint TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
CREATE POLICY erase ON webhook_endpoint TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON webhook_endpoint TO ganglion_app;
GRANT SELECT, DELETE ON webhook_endpoint TO ganglion_engine;

-- What webhooks are signed with and checked by: keys of endpoints, and what inbound sources are verified with. Sealed by the vault.
CREATE TABLE webhook_secret (
  tenant_id      uuid        NOT NULL REFERENCES tenant (id),
  owner_id       uuid        NOT NULL,          -- of the endpoint or the source
  generation     integer     NOT NULL,          -- from 1; the highest is the one that was made last
  kind           text        NOT NULL,
  key_generation integer     NOT NULL,          -- which of the tenant's data keys opens it
  sealed         bytea       NOT NULL,
  public_key     text,                          -- whpk_…; null where the key is shared
  created_at     timestamptz NOT NULL,
  expires_at     timestamptz,                   -- from then on it signs nothing and proves nothing; null: until it is replaced
  PRIMARY KEY (tenant_id, owner_id, generation),
  CONSTRAINT webhook_secret_kind CHECK (kind IN ('hmac', 'ed25519')),
  CONSTRAINT webhook_secret_public CHECK ((kind = 'ed25519') = (public_key IS NOT NULL))
);
COMMENT ON COLUMN webhook_secret.sealed IS 'AES-256-GCM, bound to tenant, owner and generation.';
ALTER TABLE webhook_secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_secret FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_secret_tenant ON webhook_secret TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY webhook_secret_engine ON webhook_secret TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
CREATE POLICY erase ON webhook_secret TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_secret TO ganglion_app;
GRANT SELECT ON webhook_secret TO ganglion_engine;
