-- The platforms' own journal: what really happened, written in the transaction of the effect itself.
CREATE TABLE lab_entry (
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  seq       bigint GENERATED ALWAYS AS IDENTITY,
  platform  text NOT NULL,
  account   text NOT NULL,                     -- whose effect it is; on evm the sender, known here or not
  kind      text NOT NULL,                     -- e.g. post.created, order.filled, tx.mined
  reference text NOT NULL,                     -- the platform's name of what came to be
  payload   jsonb NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, seq)
);
COMMENT ON TABLE lab_entry IS 'Append-only, the judge in tests: nobody may update or delete a row.';
COMMENT ON COLUMN lab_entry.seq IS 'Rises in the order of writing; one numbering for all tenants, so gaps are normal.';
CREATE INDEX lab_entry_platform ON lab_entry (tenant_id, platform, seq);
ALTER TABLE lab_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE lab_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY lab_entry_tenant ON lab_entry TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT ON lab_entry TO ganglion_app;
