-- What compensation made of the state entries that a run had written, one row a key, never updated.
CREATE TABLE state_undo (
  tenant_id uuid    NOT NULL,
  run_id    uuid    NOT NULL,
  key       text    NOT NULL,
  restored  boolean NOT NULL,          -- false: somebody wrote it since, so it was left as it is
  version   bigint  NOT NULL,          -- that restored it; or the one that was found and left
  PRIMARY KEY (tenant_id, run_id, key),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id)
);
ALTER TABLE state_undo ENABLE ROW LEVEL SECURITY;
ALTER TABLE state_undo FORCE ROW LEVEL SECURITY;
CREATE POLICY state_undo_tenant ON state_undo TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY state_undo_engine ON state_undo TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
GRANT SELECT ON state_undo TO ganglion_app;
GRANT SELECT, INSERT ON state_undo TO ganglion_engine;
