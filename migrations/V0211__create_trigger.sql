-- Triggers: lists of platforms that are read again and again, and how far each was read. What is new becomes events on the tenant's bus.
CREATE TABLE trigger (
  tenant_id     uuid        NOT NULL REFERENCES tenant (id),
  id            uuid        NOT NULL,
  name          text        NOT NULL,
  connection_id uuid,                              -- null: it was deleted, and nothing is read any more
  connector     text        NOT NULL,
  poll          text        NOT NULL,              -- of the connector's manifest
  arguments     json        NOT NULL,
  type          text        NOT NULL,              -- of the events
  interval_ms   bigint      NOT NULL,              -- from the begin of one poll to the next
  cursor        json        NOT NULL,              -- how far it was read, in the connector's words
  round         bigint      NOT NULL DEFAULT 0,    -- polls that were begun with this cursor
  published     bigint      NOT NULL DEFAULT 0,    -- events
  failures      integer     NOT NULL DEFAULT 0,    -- in a row
  error         json,                              -- of the last poll, where it failed: {status, detail, at}
  waits         text,                              -- why it isn't read though it is due, for people
  polled_at     timestamptz,                       -- the last poll that read something, or found nothing new
  paused_at     timestamptz,                       -- null: it is not paused
  version       bigint      NOT NULL DEFAULT 1,    -- raised by people's changes alone; the ETag
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, connection_id) REFERENCES connection (tenant_id, id) ON DELETE SET NULL (connection_id),
  CONSTRAINT trigger_name CHECK (char_length(name) BETWEEN 1 AND 100),
  CONSTRAINT trigger_type CHECK (char_length(type) BETWEEN 1 AND 200),
  CONSTRAINT trigger_interval CHECK (interval_ms > 0),
  CONSTRAINT trigger_failures CHECK (failures >= 0)
);
CREATE INDEX trigger_connection ON trigger (tenant_id, connection_id);
ALTER TABLE trigger ENABLE ROW LEVEL SECURITY;
ALTER TABLE trigger FORCE ROW LEVEL SECURITY;
CREATE POLICY trigger_tenant ON trigger TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON trigger TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON trigger TO ganglion_app;

-- When triggers are due, and who reads one. Identifiers and times alone, so the engine may see all.
CREATE TABLE trigger_due (
  tenant_id    uuid        NOT NULL,
  trigger_id   uuid        NOT NULL,
  due_at       timestamptz NOT NULL,               -- infinity: it is paused, or its connection is no more
  lease        uuid,                               -- who reads it; another with each claim
  leased_until timestamptz,                        -- and until when: another may have it then
  PRIMARY KEY (tenant_id, trigger_id),
  FOREIGN KEY (tenant_id, trigger_id) REFERENCES trigger (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT trigger_due_lease CHECK ((lease IS NULL) = (leased_until IS NULL))
);
CREATE INDEX trigger_due_at ON trigger_due (due_at);
ALTER TABLE trigger_due ENABLE ROW LEVEL SECURITY;
ALTER TABLE trigger_due FORCE ROW LEVEL SECURITY;
CREATE POLICY trigger_due_tenant ON trigger_due TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY trigger_due_engine ON trigger_due TO ganglion_engine USING (true);
CREATE POLICY erase ON trigger_due TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON trigger_due TO ganglion_app;
GRANT SELECT, UPDATE ON trigger_due TO ganglion_engine;

-- Things that became events and may be read once more, since the platform may show older ones late. Gone once the cursor is past them.
CREATE TABLE trigger_item (
  tenant_id  uuid   NOT NULL,
  trigger_id uuid   NOT NULL,
  item_key   bytea  NOT NULL,                      -- SHA-256 of the platform's identifier
  round      bigint NOT NULL,                      -- of the poll that read it first
  PRIMARY KEY (tenant_id, trigger_id, item_key),
  FOREIGN KEY (tenant_id, trigger_id) REFERENCES trigger (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT trigger_item_key CHECK (octet_length(item_key) = 32)
);
CREATE INDEX trigger_item_round ON trigger_item (tenant_id, trigger_id, round);
ALTER TABLE trigger_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE trigger_item FORCE ROW LEVEL SECURITY;
CREATE POLICY trigger_item_tenant ON trigger_item TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY erase ON trigger_item TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON trigger_item TO ganglion_app;
