-- What is told, to whom, and what came of it.

-- A message is one event as endpoints get it; its id is the webhook-id of every try at every endpoint.
CREATE TABLE webhook_message (
  tenant_id uuid        NOT NULL REFERENCES tenant (id),
  id        uuid        NOT NULL,
  seq       bigint,                             -- the outbox's number of the event; null: a test
  run_id    uuid,
  type      text        NOT NULL,
  body      json        NOT NULL,               -- json, not jsonb: the very bytes that are signed
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_message_once UNIQUE (tenant_id, seq)
);
CREATE INDEX webhook_message_at ON webhook_message (tenant_id, at);
ALTER TABLE webhook_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_message FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_message_tenant ON webhook_message TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY webhook_message_engine ON webhook_message TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
CREATE POLICY erase ON webhook_message TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT ON webhook_message TO ganglion_app;
GRANT SELECT, INSERT, DELETE ON webhook_message TO ganglion_engine;

-- A message on its way to one endpoint. Without a foreign key: it is written beside its message, and goes with it.
CREATE TABLE webhook_delivery (
  tenant_id    uuid        NOT NULL,
  endpoint_id  uuid        NOT NULL,
  message_id   uuid        NOT NULL,
  seq          bigint      NOT NULL,            -- the message's, by which a run's messages are ordered; 0: a test
  run_id       uuid,
  state        text        NOT NULL DEFAULT 'pending',
  attempts     integer     NOT NULL DEFAULT 0,  -- tries begun
  base         integer     NOT NULL DEFAULT 0,  -- of these, not counted against the schedule: before a replay, or our own fault
  due_at       timestamptz NOT NULL DEFAULT now(), -- while it is pending: the next try, or the end of the lease of the one under way
  leased_until timestamptz,                     -- a try is under way until then at the latest; null: none is
  reason       text,                            -- why there will be no further try
  created_at   timestamptz NOT NULL DEFAULT now(),
  ended_at     timestamptz,
  PRIMARY KEY (tenant_id, endpoint_id, message_id),
  CONSTRAINT webhook_delivery_state CHECK (state IN ('pending', 'delivered', 'failed')),
  CONSTRAINT webhook_delivery_end CHECK ((state = 'pending') = (ended_at IS NULL)),
  CONSTRAINT webhook_delivery_reason CHECK ((state = 'failed') = (reason IS NOT NULL)),
  CONSTRAINT webhook_delivery_leased CHECK (leased_until IS NULL OR state = 'pending'),
  CONSTRAINT webhook_delivery_base CHECK (base BETWEEN 0 AND attempts)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (tenant_id, endpoint_id, due_at) WHERE state = 'pending';
CREATE INDEX webhook_delivery_leased ON webhook_delivery (tenant_id, endpoint_id) WHERE leased_until IS NOT NULL;
CREATE INDEX webhook_delivery_order ON webhook_delivery (tenant_id, endpoint_id, run_id, seq) WHERE state = 'pending' AND run_id IS NOT NULL;
CREATE INDEX webhook_delivery_failed ON webhook_delivery (tenant_id, endpoint_id, message_id) WHERE state = 'failed';
ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_delivery_tenant ON webhook_delivery TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY webhook_delivery_engine ON webhook_delivery TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
CREATE POLICY erase ON webhook_delivery TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON webhook_delivery TO ganglion_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_delivery TO ganglion_engine;

-- The log of tries: what was answered, never what was sent or the answer itself.
CREATE TABLE webhook_attempt (
  tenant_id    uuid        NOT NULL,
  endpoint_id  uuid        NOT NULL,
  message_id   uuid        NOT NULL,
  attempt      integer     NOT NULL,            -- from 1
  at           timestamptz NOT NULL,
  took_ms      integer     NOT NULL,
  status       integer,                         -- of the answer; null: there was none
  reason       text,                            -- what went wrong; null: nothing
  answer_bytes integer,                         -- how long the answer's body was
  PRIMARY KEY (tenant_id, endpoint_id, message_id, attempt)
);
ALTER TABLE webhook_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_attempt FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_attempt_tenant ON webhook_attempt TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY webhook_attempt_engine ON webhook_attempt TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
CREATE POLICY erase ON webhook_attempt TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT ON webhook_attempt TO ganglion_app;
GRANT SELECT, INSERT, DELETE ON webhook_attempt TO ganglion_engine;

-- A row for each endpoint: when there is something to be done for it, and how it does. Ids, times and counts only, so that the engine may
-- see all.
CREATE TABLE webhook_lane (
  tenant_id     uuid        NOT NULL,
  endpoint_id   uuid        NOT NULL,
  due_at        timestamptz NOT NULL DEFAULT 'infinity',
  wide          integer     NOT NULL DEFAULT 1, -- tries that may be under way at one instant
  failures      integer     NOT NULL DEFAULT 0, -- tries that failed since the last that did not
  failing_since timestamptz,                    -- the first of them
  rests_until   timestamptz,                    -- nothing is tried before
  waiting       bigint      NOT NULL DEFAULT 0, -- deliveries that are pending
  PRIMARY KEY (tenant_id, endpoint_id),
  FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoint (tenant_id, id),
  CONSTRAINT webhook_lane_wide CHECK (wide > 0),
  CONSTRAINT webhook_lane_failing CHECK ((failures = 0) = (failing_since IS NULL))
);
CREATE INDEX webhook_lane_due ON webhook_lane (due_at);
ALTER TABLE webhook_lane ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_lane FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_lane_tenant ON webhook_lane TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY webhook_lane_engine ON webhook_lane TO ganglion_engine USING (true);
CREATE POLICY erase ON webhook_lane TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_lane TO ganglion_app;
GRANT SELECT, UPDATE ON webhook_lane TO ganglion_engine;
