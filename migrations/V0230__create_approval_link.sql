-- Links by which somebody decides an approval without signing in. What a link says is signed with a key of the tenant; the row says in
-- whose name it decides, whom it went to, and whether it was used.
CREATE TABLE approval_link (
  tenant_id   uuid        NOT NULL,
  id          uuid        NOT NULL,
  approval_id uuid        NOT NULL,
  actor       text        NOT NULL,             -- in whose name it decides: per_… or key_…
  channel     text        NOT NULL,
  sent_to     text        NOT NULL,             -- an address, as far as it is known
  message_id  uuid,                             -- of the notification that brings it; null: made through the API
  created_at  timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL,             -- it opens nothing from then on
  used_at     timestamptz,                      -- it decided, and opens nothing any more
  verdict     text,                             -- what it decided
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT approval_link_message UNIQUE (tenant_id, approval_id, message_id),
  FOREIGN KEY (tenant_id, approval_id) REFERENCES approval (tenant_id, id),
  CONSTRAINT approval_link_channel CHECK (channel IN ('mail', 'slack', 'api')),
  CONSTRAINT approval_link_sent CHECK ((channel = 'api') = (message_id IS NULL)),
  CONSTRAINT approval_link_sent_to CHECK (char_length(sent_to) BETWEEN 1 AND 254),
  CONSTRAINT approval_link_used CHECK ((used_at IS NULL) = (verdict IS NULL) AND verdict IN ('APPROVED', 'REJECTED'))
);
COMMENT ON COLUMN approval_link.channel IS 'mail, slack: it went with a notification; api: who made it brings it to somebody.';
ALTER TABLE approval_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval_link FORCE ROW LEVEL SECURITY;
CREATE POLICY approval_link_tenant ON approval_link TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON approval_link TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (used_at, verdict) ON approval_link TO ganglion_app;

-- What links are signed with, sealed by the vault. Made with a tenant's first link.
CREATE TABLE approval_link_key (
  tenant_id      uuid        NOT NULL REFERENCES tenant (id),
  generation     integer     NOT NULL,
  key_generation integer     NOT NULL,          -- which of the tenant's data keys opens it
  sealed         bytea       NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, generation)
);
COMMENT ON COLUMN approval_link_key.sealed IS 'AES-256-GCM, bound to tenant and generation.';
ALTER TABLE approval_link_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval_link_key FORCE ROW LEVEL SECURITY;
CREATE POLICY approval_link_key_tenant ON approval_link_key TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON approval_link_key TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (sealed, key_generation) ON approval_link_key TO ganglion_app;

-- By which messages a tenant lets links go out. No row: by mail, unless its members have to sign in through its own provider.
CREATE TABLE approval_link_setting (
  tenant_id uuid    NOT NULL REFERENCES tenant (id),
  mail      boolean NOT NULL,
  slack     boolean NOT NULL,
  version   bigint  NOT NULL DEFAULT 1,         -- raised by each change; the ETag
  PRIMARY KEY (tenant_id)
);
ALTER TABLE approval_link_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval_link_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY approval_link_setting_tenant ON approval_link_setting TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON approval_link_setting TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (mail, slack, version) ON approval_link_setting TO ganglion_app;
