-- Workers and their leases. A worker is one incarnation of one process; its row is the fence of all it owns.
CREATE TABLE worker (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name         text NOT NULL,                 -- host and pid, for people
  started_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  heartbeat_at timestamptz NOT NULL,          -- every 2 s
  lease_until  timestamptz NOT NULL,          -- 6 s after the heartbeat; then anyone may fence it
  fenced_at    timestamptz                    -- set once, by a rescuer or on a clean stop; nothing is committed after it
);
COMMENT ON TABLE worker IS 'Worker incarnations. Commits hold the row FOR KEY SHARE; heartbeats touch no key column; a rescuer takes it FOR UPDATE.';
CREATE INDEX worker_alive ON worker (lease_until) WHERE fenced_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON worker TO ganglion_engine;
GRANT SELECT ON worker TO ganglion_app;

-- Whose runs a worker took, so that a rescuer knows which tenants to look at.
CREATE TABLE worker_tenant (
  worker_id bigint NOT NULL REFERENCES worker (id),
  tenant_id uuid   NOT NULL REFERENCES tenant (id),
  PRIMARY KEY (worker_id, tenant_id)
);
GRANT SELECT, INSERT, DELETE ON worker_tenant TO ganglion_engine;
