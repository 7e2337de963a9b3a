-- E-mail domains that a tenant proved to be its own, by a TXT record of their name server.
CREATE TABLE sign_in_domain (
  tenant_id   uuid        NOT NULL REFERENCES tenant (id),
  domain      text        NOT NULL,
  token       text        NOT NULL,
  created_at  timestamptz NOT NULL,
  verified_at timestamptz,
  PRIMARY KEY (tenant_id, domain),
  CONSTRAINT sign_in_domain_domain CHECK (char_length(domain) BETWEEN 3 AND 253 AND domain = lower(domain)),
  CONSTRAINT sign_in_domain_token CHECK (char_length(token) BETWEEN 20 AND 100)
);
COMMENT ON COLUMN sign_in_domain.domain IS 'In ASCII and lower case, e.g. xn--bcher-kva.example.';
COMMENT ON COLUMN sign_in_domain.token IS 'What the TXT record must hold.';
COMMENT ON COLUMN sign_in_domain.verified_at IS 'When the record was seen; null: not yet.';
-- people of a domain sign in at one place
CREATE UNIQUE INDEX sign_in_domain_owner ON sign_in_domain (domain) WHERE verified_at IS NOT NULL;
ALTER TABLE sign_in_domain ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_domain FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_domain_tenant ON sign_in_domain TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY sign_in_domain_asked ON sign_in_domain FOR SELECT TO ganglion_app
  USING (verified_at IS NOT NULL AND domain = nullif(current_setting('ganglion.domain', true), ''));
CREATE POLICY erase ON sign_in_domain TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_domain TO ganglion_app;
