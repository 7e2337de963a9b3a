-- Who is asked to join a tenant. The proof of being meant is the verified e-mail address, so that the mail carries no secret.
CREATE TABLE invitation (
  tenant_id   uuid        NOT NULL REFERENCES tenant (id),
  id          uuid        NOT NULL,
  tenant_name text        NOT NULL,
  email       text        NOT NULL,
  role        text        NOT NULL,
  state       text        NOT NULL,
  invited_by  text        NOT NULL,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  sent_at     timestamptz,
  decided_at  timestamptz,
  version     bigint      NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT invitation_email CHECK (char_length(email) BETWEEN 3 AND 254 AND email = lower(email)),
  CONSTRAINT invitation_role CHECK (role IN ('owner', 'admin', 'operator', 'approver', 'viewer')),
  CONSTRAINT invitation_state CHECK (state IN ('pending', 'accepted', 'declined', 'revoked'))
);
COMMENT ON COLUMN invitation.tenant_name IS 'As the invited person sees it before they belong to the tenant.';
COMMENT ON COLUMN invitation.invited_by IS 'The inviter''s address, name or id, for the invited person.';
COMMENT ON COLUMN invitation.expires_at IS 'A pending invitation can''t be accepted from then on.';
COMMENT ON COLUMN invitation.sent_at IS 'When the mail server last took the mail.';
CREATE UNIQUE INDEX invitation_pending ON invitation (tenant_id, email) WHERE state = 'pending';
CREATE INDEX invitation_email ON invitation (email) WHERE state = 'pending';
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY invitation_tenant ON invitation TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY invitation_invited ON invitation FOR SELECT TO ganglion_app
  USING (email = nullif(current_setting('ganglion.email', true), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO ganglion_app;
