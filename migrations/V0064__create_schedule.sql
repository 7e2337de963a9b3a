-- Schedules: one for each workflow name whose latest version has one.
CREATE TABLE schedule (
  tenant_id   uuid NOT NULL,
  id          uuid NOT NULL,
  namespace   text NOT NULL,
  name        text NOT NULL,
  workflow_id uuid NOT NULL,            -- the version that runs
  paused      boolean NOT NULL DEFAULT false,
  after_ms    bigint,                   -- the delay after a run's end, for a schedule of that kind
  after_seq   bigint NOT NULL DEFAULT 0, -- events of the bus up to this one are decided
  held        json   NOT NULL DEFAULT '[]', -- events consumed towards the next run: {filter, event}
  started     bigint NOT NULL DEFAULT 0, -- runs
  skipped     bigint NOT NULL DEFAULT 0, -- instants missed, for which no run was started
  last_run_id uuid,
  last_due_at timestamptz,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, workflow_id) REFERENCES workflow (tenant_id, id),
  CONSTRAINT schedule_name UNIQUE (tenant_id, namespace, name)
);
CREATE INDEX schedule_last_run ON schedule (tenant_id, last_run_id) WHERE after_ms IS NOT NULL;
ALTER TABLE schedule ENABLE ROW LEVEL SECURITY;
ALTER TABLE schedule FORCE ROW LEVEL SECURITY;
CREATE POLICY schedule_tenant ON schedule TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY schedule_engine ON schedule TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON schedule TO ganglion_app;
GRANT SELECT, UPDATE ON schedule TO ganglion_engine;

-- When schedules are due. Ids and times only, so the engine may see all.
CREATE TABLE schedule_due (
  tenant_id   uuid NOT NULL,
  schedule_id uuid NOT NULL,
  due_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, schedule_id),
  FOREIGN KEY (tenant_id, schedule_id) REFERENCES schedule (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX schedule_due_at ON schedule_due (due_at);
ALTER TABLE schedule_due ENABLE ROW LEVEL SECURITY;
ALTER TABLE schedule_due FORCE ROW LEVEL SECURITY;
CREATE POLICY schedule_due_tenant ON schedule_due TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY schedule_due_engine ON schedule_due TO ganglion_engine USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON schedule_due TO ganglion_app, ganglion_engine;

-- Which events make a schedule due; a sieve like listener.
CREATE TABLE schedule_filter (
  tenant_id   uuid NOT NULL,
  schedule_id uuid NOT NULL,
  ordinal     integer NOT NULL,
  type        text NOT NULL,            -- '' for any
  source      text NOT NULL,            -- '' for any
  PRIMARY KEY (tenant_id, schedule_id, ordinal),
  FOREIGN KEY (tenant_id, schedule_id) REFERENCES schedule (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX schedule_filter_type ON schedule_filter (tenant_id, type, source);
ALTER TABLE schedule_filter ENABLE ROW LEVEL SECURITY;
ALTER TABLE schedule_filter FORCE ROW LEVEL SECURITY;
CREATE POLICY schedule_filter_tenant ON schedule_filter TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY schedule_filter_engine ON schedule_filter TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, INSERT, DELETE ON schedule_filter TO ganglion_app;
GRANT SELECT ON schedule_filter TO ganglion_engine;
