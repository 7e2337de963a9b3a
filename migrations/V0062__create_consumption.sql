-- Events that runs consumed: part of the journal, one row an event, never updated. The event's text is kept here, for the bus
-- forgets it after a while and a replay must see it.
CREATE TABLE consumption (
  tenant_id uuid NOT NULL,
  run_id    uuid NOT NULL,
  position  text NOT NULL,             -- of the visit that listened
  ordinal   integer NOT NULL,          -- order of consumption within the visit
  seq       bigint NOT NULL,           -- of the event on the bus
  filter    integer NOT NULL,          -- the filter that it fits; those of until come after the others
  event     json NOT NULL,
  PRIMARY KEY (tenant_id, run_id, position, ordinal),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id)
);
ALTER TABLE consumption ENABLE ROW LEVEL SECURITY;
ALTER TABLE consumption FORCE ROW LEVEL SECURITY;
CREATE POLICY consumption_tenant ON consumption TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY consumption_engine ON consumption TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT ON consumption TO ganglion_app;
GRANT SELECT, INSERT ON consumption TO ganglion_engine;
