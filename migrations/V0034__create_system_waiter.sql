-- Runs that wait for an exclusive system, in the order they came: a system that is given back goes to the first of them.
CREATE TABLE system_waiter (
  tenant_id uuid NOT NULL,
  system_id uuid NOT NULL,
  run_id    uuid NOT NULL,
  alone     boolean NOT NULL,          -- it needs no other system at the same instant
  since     timestamptz NOT NULL DEFAULT clock_timestamp(), -- kept while it asks again
  PRIMARY KEY (tenant_id, system_id, run_id),
  FOREIGN KEY (tenant_id, system_id) REFERENCES system (tenant_id, id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id)
);
CREATE INDEX system_waiter_turn ON system_waiter (tenant_id, system_id, since, run_id);
CREATE INDEX system_waiter_run ON system_waiter (tenant_id, run_id);
ALTER TABLE system_waiter ENABLE ROW LEVEL SECURITY;
ALTER TABLE system_waiter FORCE ROW LEVEL SECURITY;
CREATE POLICY system_waiter_tenant ON system_waiter TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY system_waiter_engine ON system_waiter TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT ON system_waiter TO ganglion_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON system_waiter TO ganglion_engine;

-- A system that changes hands is locked first.
GRANT UPDATE ON reservation TO ganglion_engine;
