-- What the simulated platforms hold: posts, containers, orders, transactions.
CREATE TABLE lab_object (
  tenant_id  uuid NOT NULL REFERENCES tenant (id),
  platform   text NOT NULL,
  owner      text NOT NULL,                    -- an account, or 'chain' for what all addresses of a chain share
  kind       text NOT NULL,
  id         text NOT NULL,
  number     bigint NOT NULL DEFAULT nextval('lab_number'), -- order of making
  body       jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  visible_at timestamptz NOT NULL,             -- reads don't show it before: a platform's search lag
  PRIMARY KEY (tenant_id, platform, owner, kind, id)
);
COMMENT ON TABLE lab_object IS 'State of the simulated platforms; the journal, not this table, says what happened.';
CREATE INDEX lab_object_newest ON lab_object (tenant_id, platform, owner, kind, number DESC);
ALTER TABLE lab_object ENABLE ROW LEVEL SECURITY;
ALTER TABLE lab_object FORCE ROW LEVEL SECURITY;
CREATE POLICY lab_object_tenant ON lab_object TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT, UPDATE, DELETE ON lab_object TO ganglion_app;
