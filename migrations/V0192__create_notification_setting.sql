-- Of what each member wants to be told, and where. No row: of what their role is told of by default.
CREATE TABLE notification_setting (
  tenant_id uuid   NOT NULL,
  person_id uuid   NOT NULL,
  choices   json   NOT NULL DEFAULT '{}',          -- {kind: [channel, …]}; a kind that is not named is as the role has it
  version   bigint NOT NULL DEFAULT 0,             -- raised by each change of choices or channels; the ETag
  PRIMARY KEY (tenant_id, person_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES member (tenant_id, person_id) ON DELETE CASCADE -- who leaves is told nothing
);
ALTER TABLE notification_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_setting_tenant ON notification_setting TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON notification_setting TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON notification_setting TO ganglion_app;

-- Where a member's Slack and webhook messages go. Whoever has such an address may write to it: it is sealed, with the key messages are
-- signed with.
CREATE TABLE notification_channel (
  tenant_id      uuid        NOT NULL,
  person_id      uuid        NOT NULL,
  channel        text        NOT NULL,
  host           text        NOT NULL,             -- of the address, to know it by
  signed         boolean     NOT NULL,             -- whether there is a key
  secret_id      uuid        NOT NULL,             -- what the sealed bytes are bound to; another with each change
  generation     integer     NOT NULL DEFAULT 1,
  key_generation integer     NOT NULL,             -- which of the tenant's data keys opens it
  sealed         bytea       NOT NULL,             -- {url, secret}
  failures       integer     NOT NULL DEFAULT 0,   -- tries that failed since the last that did not
  failing_since  timestamptz,                      -- the first of them
  disabled_at    timestamptz,                      -- null: it gets messages
  reason         text,                             -- why it is disabled
  changed_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id, channel),
  FOREIGN KEY (tenant_id, person_id) REFERENCES notification_setting (tenant_id, person_id) ON DELETE CASCADE,
  CONSTRAINT notification_channel_channel CHECK (channel IN ('slack', 'webhook')),
  CONSTRAINT notification_channel_host CHECK (char_length(host) BETWEEN 1 AND 500),
  CONSTRAINT notification_channel_failing CHECK ((failures = 0) = (failing_since IS NULL)),
  CONSTRAINT notification_channel_disabled CHECK ((disabled_at IS NULL) = (reason IS NULL) AND reason IN ('gone', 'failing'))
);
CREATE UNIQUE INDEX notification_channel_secret ON notification_channel (tenant_id, secret_id, generation);
COMMENT ON COLUMN notification_channel.sealed IS 'AES-256-GCM, bound to tenant, secret and generation.';
ALTER TABLE notification_channel ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_channel FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_channel_tenant ON notification_channel TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON notification_channel TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON notification_channel TO ganglion_app;
