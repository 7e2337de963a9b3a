-- Money that was set aside and not spent is there again: runs that wait at a cap are looked after, some seconds later and so many at once. Each
-- release would else wake all of them, of which few have room.
ALTER TABLE spend ADD COLUMN freed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN spend.freed IS 'Whether money was given back since those that wait were last woken.';
CREATE INDEX spend_freed ON spend (tenant_id) WHERE freed;

CREATE TABLE spend_waiter (
  tenant_id uuid        NOT NULL,
  run_id    uuid        NOT NULL,
  since     timestamptz NOT NULL DEFAULT now(), -- who was woken and found no room stands behind the others
  PRIMARY KEY (tenant_id, run_id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id)
);
CREATE INDEX spend_waiter_order ON spend_waiter (tenant_id, since, run_id);
ALTER TABLE spend_waiter ENABLE ROW LEVEL SECURITY;
ALTER TABLE spend_waiter FORCE ROW LEVEL SECURITY;
CREATE POLICY spend_waiter_tenant ON spend_waiter TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY spend_waiter_engine ON spend_waiter TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
CREATE POLICY erase ON spend_waiter TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT ON spend_waiter TO ganglion_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON spend_waiter TO ganglion_engine;
