-- Where the replay of a long run begins: what it had come to at the end of a round of a loop. One row a run, replaced by the next.
CREATE TABLE checkpoint (
  tenant_id uuid   NOT NULL,
  run_id    uuid   NOT NULL,
  event_seq bigint NOT NULL,           -- rows of the journal up to this number are not read again
  state     json   NOT NULL,           -- the engine's own; json: a replay must see the very same text
  PRIMARY KEY (tenant_id, run_id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id)
);
ALTER TABLE checkpoint ENABLE ROW LEVEL SECURITY;
ALTER TABLE checkpoint FORCE ROW LEVEL SECURITY;
CREATE POLICY checkpoint_tenant ON checkpoint TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY checkpoint_engine ON checkpoint TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
GRANT SELECT ON checkpoint TO ganglion_app;
GRANT SELECT, INSERT, UPDATE ON checkpoint TO ganglion_engine;

-- Effects from before a checkpoint whose tasks ask for compensation; inserted, never updated.
CREATE TABLE compensable (
  tenant_id uuid NOT NULL,
  run_id    uuid NOT NULL,
  effect_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, run_id, effect_id),
  FOREIGN KEY (tenant_id, effect_id) REFERENCES effect (tenant_id, id)
);
ALTER TABLE compensable ENABLE ROW LEVEL SECURITY;
ALTER TABLE compensable FORCE ROW LEVEL SECURITY;
CREATE POLICY compensable_tenant ON compensable TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY compensable_engine ON compensable TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
GRANT SELECT ON compensable TO ganglion_app;
GRANT SELECT, INSERT ON compensable TO ganglion_engine;
