-- The journal: one row a task visit, written when it ends, never updated.
CREATE TABLE step (
  tenant_id  uuid NOT NULL,
  run_id     uuid NOT NULL,
  position   text NOT NULL,            -- DSL pointer with visit indices, e.g. /do/2/loop[17]/do/0/post[1]
  seq        integer NOT NULL,         -- order of start within the run; a container shares its first child's
  name       text NOT NULL,
  state      text NOT NULL,
  attempts   integer NOT NULL,
  output     json,                     -- the task's raw output
  error      json,
  started_at timestamptz NOT NULL,
  ended_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, run_id, position),
  CONSTRAINT step_state CHECK (state IN ('completed', 'faulted', 'cancelled'))
);
ALTER TABLE step ENABLE ROW LEVEL SECURITY;
ALTER TABLE step FORCE ROW LEVEL SECURITY;
CREATE POLICY step_tenant ON step TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY step_engine ON step TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT ON step TO ganglion_app;
GRANT SELECT, INSERT ON step TO ganglion_engine;

-- Times a run waits for, fixed when the wait began.
CREATE TABLE timer (
  tenant_id uuid NOT NULL,
  run_id    uuid NOT NULL,
  position  text NOT NULL,             -- of the wait, or of the retry's delay
  due_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, run_id, position)
);
ALTER TABLE timer ENABLE ROW LEVEL SECURITY;
ALTER TABLE timer FORCE ROW LEVEL SECURITY;
CREATE POLICY timer_tenant ON timer TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY timer_engine ON timer TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT ON timer TO ganglion_app;
GRANT SELECT, INSERT ON timer TO ganglion_engine;

-- Versions of its agent's state entries that a run read, for its receipt.
CREATE TABLE state_read (
  tenant_id uuid NOT NULL,
  run_id    uuid NOT NULL,
  position  text NOT NULL,
  key       text NOT NULL,
  version   bigint NOT NULL,           -- 0: there was no such entry
  PRIMARY KEY (tenant_id, run_id, position, key)
);
ALTER TABLE state_read ENABLE ROW LEVEL SECURITY;
ALTER TABLE state_read FORCE ROW LEVEL SECURITY;
CREATE POLICY state_read_tenant ON state_read TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY state_read_engine ON state_read TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT ON state_read TO ganglion_app;
GRANT SELECT, INSERT ON state_read TO ganglion_engine;
