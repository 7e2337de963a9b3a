-- A person was sent to a platform to let us act in their account; a row until they come back, or ten minutes.
CREATE TABLE authorization_request (
  tenant_id      uuid        NOT NULL REFERENCES tenant (id),
  id             uuid        NOT NULL,
  generation     integer     NOT NULL DEFAULT 1,      -- the sealed bytes are bound to it
  state_hash     bytea       NOT NULL,                -- SHA-256 of what comes back with the person
  browser_hash   bytea,                               -- SHA-256 of the cookie of who asked by a browser; null: by an API key
  connection_id  uuid        NOT NULL,                -- the connection to be made, or to be authorized again
  again          boolean     NOT NULL,
  name           text        NOT NULL,
  connector      text        NOT NULL,
  environment    text        NOT NULL,
  actor          text        NOT NULL,                -- who asked
  key_generation integer     NOT NULL,                -- which of the tenant's data keys opens it
  sealed         bytea       NOT NULL,                -- {verifier, client}
  expires_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT authorization_request_state UNIQUE (tenant_id, state_hash),
  FOREIGN KEY (tenant_id, key_generation) REFERENCES tenant_data_key (tenant_id, generation)
);
COMMENT ON COLUMN authorization_request.sealed IS 'AES-256-GCM, bound to tenant, request and generation.';
ALTER TABLE authorization_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE authorization_request FORCE ROW LEVEL SECURITY;
CREATE POLICY authorization_request_tenant ON authorization_request TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON authorization_request TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON authorization_request TO ganglion_app;
