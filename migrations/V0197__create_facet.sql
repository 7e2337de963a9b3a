-- What was last observed of each system, as answers of its platform told. Written in the commit of the answer.
CREATE TABLE facet (
  tenant_id   uuid        NOT NULL,
  system_id   uuid        NOT NULL,
  name        text        NOT NULL,            -- as the connector's manifest calls it, e.g. balances
  value       json        NOT NULL,
  observed_at timestamptz NOT NULL,            -- when the answer came
  effect_id   uuid        NOT NULL,            -- whose answer it was
  PRIMARY KEY (tenant_id, system_id, name),
  FOREIGN KEY (tenant_id, system_id) REFERENCES system (tenant_id, id),
  CONSTRAINT facet_name CHECK (char_length(name) BETWEEN 1 AND 32)
);
COMMENT ON COLUMN facet.value IS 'JSON of at most 16,384 characters; what was longer is the JSON null.';
ALTER TABLE facet ENABLE ROW LEVEL SECURITY;
ALTER TABLE facet FORCE ROW LEVEL SECURITY;
CREATE POLICY facet_tenant ON facet TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY facet_engine ON facet TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
CREATE POLICY erase ON facet TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT ON facet TO ganglion_app;
GRANT SELECT, INSERT, UPDATE ON facet TO ganglion_engine;
