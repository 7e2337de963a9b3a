-- Events, written in the transaction of what they tell; streams, webhooks and metering read them.
CREATE TABLE outbox (
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  seq       bigint GENERATED ALWAYS AS IDENTITY,
  run_id    uuid,
  type      text NOT NULL,             -- e.g. run.state, effect.state
  data      json NOT NULL,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, seq)
);
CREATE INDEX outbox_run ON outbox (tenant_id, run_id, seq) WHERE run_id IS NOT NULL;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY outbox_tenant ON outbox TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY outbox_engine ON outbox TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, INSERT ON outbox TO ganglion_app, ganglion_engine;
