-- How much a tenant may hold at one instant, and how much it does: the one row that every admission of the tenant updates, in the
-- commit of the intents. No row: nothing was held yet, and the default applies.
CREATE TABLE capacity (
  tenant_id    uuid    NOT NULL REFERENCES tenant (id),
  k            integer NOT NULL,           -- billable weight the plan allows at one instant
  ceiling      integer NOT NULL,           -- what admission goes by: k, or more while burst is on
  used         integer NOT NULL DEFAULT 0, -- sum of the weights of open holds that count
  head_run     uuid,                       -- of those that wait, the first; null: nobody waits
  head_weight  integer NOT NULL DEFAULT 0, -- what that one needs at once
  accrues_from timestamptz,                -- from then on what is freed is kept for that one
  PRIMARY KEY (tenant_id),
  CONSTRAINT capacity_k CHECK (k >= 0),
  CONSTRAINT capacity_ceiling CHECK (ceiling >= k),
  CONSTRAINT capacity_used CHECK (used >= 0)
);
ALTER TABLE capacity ENABLE ROW LEVEL SECURITY;
ALTER TABLE capacity FORCE ROW LEVEL SECURITY;
CREATE POLICY capacity_tenant ON capacity TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY capacity_engine ON capacity TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
GRANT SELECT, INSERT, UPDATE ON capacity TO ganglion_app, ganglion_engine;

-- Runs that wait for capacity, by priority, then age.
CREATE TABLE capacity_waiter (
  tenant_id uuid     NOT NULL,
  run_id    uuid     NOT NULL,
  priority  smallint NOT NULL,             -- the higher the sooner
  since     timestamptz NOT NULL DEFAULT now(),
  weight    integer  NOT NULL,             -- what it needs at once
  PRIMARY KEY (tenant_id, run_id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id),
  CONSTRAINT capacity_waiter_weight CHECK (weight > 0)
);
CREATE INDEX capacity_waiter_order ON capacity_waiter (tenant_id, priority DESC, since, run_id);
ALTER TABLE capacity_waiter ENABLE ROW LEVEL SECURITY;
ALTER TABLE capacity_waiter FORCE ROW LEVEL SECURITY;
CREATE POLICY capacity_waiter_tenant ON capacity_waiter TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY capacity_waiter_engine ON capacity_waiter TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
GRANT SELECT ON capacity_waiter TO ganglion_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON capacity_waiter TO ganglion_engine;
