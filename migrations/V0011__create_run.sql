-- Runs: one row each, whatever happens inside.
CREATE TABLE run (
  tenant_id    uuid NOT NULL REFERENCES tenant (id),
  id           uuid NOT NULL,
  root_id      uuid NOT NULL,                 -- the run whose holds it shares; itself unless delegated
  workflow_id  uuid NOT NULL,
  agent_id     uuid,
  state        text NOT NULL,
  phase        text NOT NULL DEFAULT 'pending', -- the DSL's status phase
  owner        bigint,                        -- the worker incarnation that holds it in memory
  input        json NOT NULL,                 -- json, not jsonb: replay must see the very same text
  output       json,
  error        json,
  waiting_for  jsonb,                         -- {reason, detail, until}
  cancel_requested_at timestamptz,
  attention    boolean NOT NULL DEFAULT false, -- was it ever in NEEDS_ATTENTION
  depth_peak   integer NOT NULL DEFAULT 0,    -- systems' weight
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at   timestamptz,
  ended_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, workflow_id) REFERENCES workflow (tenant_id, id),
  FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, id),
  CONSTRAINT run_state CHECK (state IN ('QUEUED', 'RUNNING', 'WAITING', 'NEEDS_ATTENTION',
                                        'SUCCEEDED', 'COMPENSATED', 'FAILED', 'CANCELLED')),
  CONSTRAINT run_owned_runs CHECK (owner IS NULL OR state IN ('RUNNING')),
  CONSTRAINT run_end CHECK ((ended_at IS NOT NULL) = (state IN ('SUCCEEDED', 'COMPENSATED', 'FAILED', 'CANCELLED')))
);
CREATE INDEX run_owned ON run (owner) WHERE owner IS NOT NULL;
ALTER TABLE run ENABLE ROW LEVEL SECURITY;
ALTER TABLE run FORCE ROW LEVEL SECURITY;
CREATE POLICY run_tenant ON run TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY run_engine ON run TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, INSERT, UPDATE ON run TO ganglion_app;
GRANT SELECT, UPDATE ON run TO ganglion_engine;

-- Runs nobody holds in memory and when each is due: new, parked, rescued. Ids and times only, so the engine may see all.
CREATE TABLE run_queue (
  tenant_id uuid NOT NULL,
  run_id    uuid NOT NULL,
  due_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, run_id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id)
);
CREATE INDEX run_queue_due ON run_queue (tenant_id, due_at);
ALTER TABLE run_queue ENABLE ROW LEVEL SECURITY;
ALTER TABLE run_queue FORCE ROW LEVEL SECURITY;
CREATE POLICY run_queue_tenant ON run_queue TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY run_queue_engine ON run_queue TO ganglion_engine USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON run_queue TO ganglion_app, ganglion_engine;
