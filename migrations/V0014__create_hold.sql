-- Exclusive systems and who has them. Separate from holds: a system stays reserved, unbilled, until its effects are settled.
CREATE TABLE reservation (
  tenant_id   uuid NOT NULL,
  system_id   uuid NOT NULL,
  run_id      uuid NOT NULL,           -- the root run
  reserved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, system_id),  -- one run at a time
  FOREIGN KEY (tenant_id, system_id) REFERENCES system (tenant_id, id)
);
CREATE INDEX reservation_run ON reservation (tenant_id, run_id);
ALTER TABLE reservation ENABLE ROW LEVEL SECURITY;
ALTER TABLE reservation FORCE ROW LEVEL SECURITY;
CREATE POLICY reservation_tenant ON reservation TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY reservation_engine ON reservation TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT ON reservation TO ganglion_app;
GRANT SELECT, INSERT, DELETE ON reservation TO ganglion_engine;

-- Holds: a run's claim on a system while it coordinates it, one row an open stretch.
CREATE TABLE hold (
  tenant_id    uuid NOT NULL,
  id           uuid NOT NULL,
  run_id       uuid NOT NULL,          -- the root run
  system_id    uuid NOT NULL,
  connector    text NOT NULL,
  weight       integer NOT NULL,       -- 1, or ceil(calls in flight / 100) for a model pool
  fence        bigint NOT NULL,        -- the worker that opened it
  opened_at    timestamptz NOT NULL,
  closed_at    timestamptz,
  close_reason text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, system_id) REFERENCES system (tenant_id, id),
  CONSTRAINT hold_weight CHECK (weight > 0),
  CONSTRAINT hold_closed CHECK ((closed_at IS NULL) = (close_reason IS NULL) AND closed_at >= opened_at),
  CONSTRAINT hold_reason CHECK (close_reason IN ('park', 'end', 'idle', 'weight', 'rescue'))
);
CREATE INDEX hold_run ON hold (tenant_id, run_id);
CREATE INDEX hold_open ON hold (fence) WHERE closed_at IS NULL;
ALTER TABLE hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE hold FORCE ROW LEVEL SECURITY;
CREATE POLICY hold_tenant ON hold TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY hold_engine ON hold TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT ON hold TO ganglion_app;
GRANT SELECT, INSERT, UPDATE ON hold TO ganglion_engine;

-- A platform asked not to be called before a time (429): nothing is dispatched on the system before it.
CREATE TABLE upstream_pause (
  tenant_id uuid NOT NULL,
  system_id uuid NOT NULL,
  until     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, system_id),
  FOREIGN KEY (tenant_id, system_id) REFERENCES system (tenant_id, id)
);
ALTER TABLE upstream_pause ENABLE ROW LEVEL SECURITY;
ALTER TABLE upstream_pause FORCE ROW LEVEL SECURITY;
CREATE POLICY upstream_pause_tenant ON upstream_pause TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY upstream_pause_engine ON upstream_pause TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT ON upstream_pause TO ganglion_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON upstream_pause TO ganglion_engine;
