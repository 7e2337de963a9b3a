-- Which runs wait for which events: storing an event finds them by these rows and makes them due. Only a sieve; the run
-- itself applies its filters exactly.
CREATE TABLE listener (
  tenant_id uuid NOT NULL,
  run_id    uuid NOT NULL,
  position  text NOT NULL,             -- of the visit that listens
  ordinal   integer NOT NULL,          -- of the filter within the visit
  type      text NOT NULL,             -- '' for any
  source    text NOT NULL,             -- '' for any
  after_seq bigint NOT NULL DEFAULT 0, -- events up to this one are decided: consumed, or of no concern to the visit
  PRIMARY KEY (tenant_id, run_id, position, ordinal),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id)
);
CREATE INDEX listener_type ON listener (tenant_id, type, source);
ALTER TABLE listener ENABLE ROW LEVEL SECURITY;
ALTER TABLE listener FORCE ROW LEVEL SECURITY;
CREATE POLICY listener_tenant ON listener TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY listener_engine ON listener TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT ON listener TO ganglion_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON listener TO ganglion_engine;
