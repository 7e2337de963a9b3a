-- The identity provider a tenant brings for its people. Its client secret is not here: Keycloak keeps it.
CREATE TABLE sign_in_provider (
  tenant_id    uuid        NOT NULL REFERENCES tenant (id),
  kind         text        NOT NULL,
  issuer       text        NOT NULL,
  client_id    text,
  token_url    text,
  keys_url     text,
  userinfo_url text,
  relay_hash   bytea,
  enforced     boolean     NOT NULL DEFAULT false,
  used_at      timestamptz,
  changed_at   timestamptz NOT NULL,
  version      bigint      NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id),
  CONSTRAINT sign_in_provider_kind CHECK (kind IN ('oidc', 'saml')),
  CONSTRAINT sign_in_provider_endpoints
    CHECK ((kind = 'oidc') = (client_id IS NOT NULL AND token_url IS NOT NULL AND keys_url IS NOT NULL AND relay_hash IS NOT NULL)),
  CONSTRAINT sign_in_provider_relay CHECK (octet_length(relay_hash) = 32),
  CONSTRAINT sign_in_provider_enforced CHECK (used_at IS NOT NULL OR NOT enforced)
);
COMMENT ON COLUMN sign_in_provider.issuer IS 'OpenID Connect: the iss of its tokens. SAML: its entity id.';
COMMENT ON COLUMN sign_in_provider.token_url IS 'Where Keycloak redeems codes, through the relay.';
COMMENT ON COLUMN sign_in_provider.keys_url IS 'Where Keycloak finds the keys of its tokens, through the relay.';
COMMENT ON COLUMN sign_in_provider.relay_hash IS 'SHA-256 of what Keycloak shows to the relay.';
COMMENT ON COLUMN sign_in_provider.enforced IS 'Whether people of the tenant''s domains can sign in by it alone.';
COMMENT ON COLUMN sign_in_provider.used_at IS 'When somebody first signed in by it as it is now; null: nobody did.';
ALTER TABLE sign_in_provider ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_provider FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_provider_tenant ON sign_in_provider TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY sign_in_provider_asked ON sign_in_provider FOR SELECT TO ganglion_app
  USING (tenant_id IN (SELECT d.tenant_id FROM sign_in_domain d
                       WHERE d.domain = nullif(current_setting('ganglion.domain', true), '')));
CREATE POLICY erase ON sign_in_provider TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_provider TO ganglion_app;
