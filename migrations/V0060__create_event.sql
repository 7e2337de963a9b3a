-- The head of each tenant's event bus. Storing events takes the row's lock, so that numbers are seen in their order: a
-- reader that has seen a number has seen all below it. Ids and numbers only, so the engine may see all.
CREATE TABLE bus (
  tenant_id uuid   NOT NULL REFERENCES tenant (id),
  last_seq  bigint NOT NULL,           -- of the event stored last; some numbers belong to no event
  PRIMARY KEY (tenant_id)
);
ALTER TABLE bus ENABLE ROW LEVEL SECURITY;
ALTER TABLE bus FORCE ROW LEVEL SECURITY;
CREATE POLICY bus_tenant ON bus TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY bus_engine ON bus TO ganglion_engine USING (true);
GRANT SELECT, INSERT, UPDATE ON bus TO ganglion_app, ganglion_engine;

-- Events: what callers sent, what workflows emitted, signals to one run. Kept for a configured time whether or not
-- anybody listens.
CREATE TABLE event (
  tenant_id uuid  NOT NULL,
  seq       bigint NOT NULL,
  event_key bytea NOT NULL,            -- SHA-256 of source, a line feed and id: the same event is stored once
  run_id    uuid,                      -- a signal: only this run sees it
  type      text  NOT NULL,
  source    text  NOT NULL,
  event     json  NOT NULL,            -- the CloudEvent, structured mode; json: listeners must see the very same text
  stored_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant_id, seq),
  FOREIGN KEY (tenant_id) REFERENCES bus (tenant_id),
  CONSTRAINT event_once UNIQUE (tenant_id, event_key)
);
CREATE INDEX event_type ON event (tenant_id, type, seq);
CREATE INDEX event_stored ON event (tenant_id, stored_at);
ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;
CREATE POLICY event_tenant ON event TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY event_engine ON event TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, INSERT ON event TO ganglion_app;
GRANT SELECT, INSERT, DELETE ON event TO ganglion_engine;
