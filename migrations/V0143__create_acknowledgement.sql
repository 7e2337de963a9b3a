-- What a run could not take back, and a person has said that it stays so. A row never changes: it is the record that lets the run end.
CREATE TABLE acknowledgement (
  tenant_id       uuid NOT NULL,
  run_id          uuid NOT NULL,
  subject         text NOT NULL,           -- eff_… of the effect that stays, or the position of a visit that left none
  acknowledged_by text NOT NULL,           -- identifier of a person or an API key
  comment         text,                    -- for people; null: none
  acknowledged_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, run_id, subject),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id),
  CONSTRAINT acknowledgement_comment CHECK (length(comment) <= 2000)
);
ALTER TABLE acknowledgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE acknowledgement FORCE ROW LEVEL SECURITY;
CREATE POLICY acknowledgement_tenant ON acknowledgement TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY acknowledgement_engine ON acknowledgement TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
GRANT SELECT, INSERT ON acknowledgement TO ganglion_app;
GRANT SELECT ON acknowledgement TO ganglion_engine;
CREATE POLICY erase ON acknowledgement TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
