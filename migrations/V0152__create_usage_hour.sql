-- What was held, by hour and by whom: sums of the ledger's rows, for charts.
CREATE TABLE usage_hour (
  tenant_id   uuid        NOT NULL,
  hour        timestamptz NOT NULL,
  agent_id    uuid        NOT NULL,
  workflow_id uuid        NOT NULL,
  system_id   uuid        NOT NULL,
  connector   text        NOT NULL,
  recorded_ms bigint      NOT NULL,
  billable_ms bigint      NOT NULL,
  PRIMARY KEY (tenant_id, hour, agent_id, workflow_id, system_id),
  FOREIGN KEY (tenant_id, hour) REFERENCES sealed_hour (tenant_id, hour),
  CONSTRAINT usage_hour_order CHECK (billable_ms BETWEEN 0 AND recorded_ms)
);
COMMENT ON COLUMN usage_hour.agent_id IS 'The nil UUID for runs without an agent.';
COMMENT ON COLUMN usage_hour.workflow_id IS 'The nil UUID for sessions.';
COMMENT ON COLUMN usage_hour.recorded_ms IS 'Depth-milliseconds: weight times milliseconds.';
COMMENT ON COLUMN usage_hour.billable_ms IS 'Of these, what nothing zero-rates.';
ALTER TABLE usage_hour ENABLE ROW LEVEL SECURITY;
ALTER TABLE usage_hour FORCE ROW LEVEL SECURITY;
CREATE POLICY usage_hour_tenant ON usage_hour TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON usage_hour TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT ON usage_hour TO ganglion_app; -- append-only
