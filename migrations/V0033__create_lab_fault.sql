-- Faults to come: what the simulated platforms shall do wrong, to which calls, and how often.
CREATE TABLE lab_fault (
  tenant_id   uuid NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  platform    text NOT NULL,
  account     text,                            -- null: every account
  method      text,                            -- HTTP method, or the JSON-RPC method on evm; null: every one
  path_prefix text NOT NULL,                   -- of the path below the platform's base address, e.g. /2/tweets
  kind        text NOT NULL,
  remaining   integer,                         -- how often it may still strike; null: without end
  probability double precision NOT NULL,       -- of striking a call that matches
  seed        bigint NOT NULL,                 -- same seed and same calls: same strikes
  seen        bigint NOT NULL DEFAULT 0,       -- calls that matched
  struck      bigint NOT NULL DEFAULT 0,       -- calls it spoiled
  delay_ms    bigint NOT NULL,                 -- ms; what waits that long depends on the kind
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT lab_fault_remaining CHECK (remaining >= 0),
  CONSTRAINT lab_fault_probability CHECK (probability BETWEEN 0 AND 1),
  CONSTRAINT lab_fault_delay CHECK (delay_ms BETWEEN 0 AND 600000)
);
COMMENT ON TABLE lab_fault IS 'Programmed faults; the oldest that matches and strikes spoils the call.';
ALTER TABLE lab_fault ENABLE ROW LEVEL SECURITY;
ALTER TABLE lab_fault FORCE ROW LEVEL SECURITY;
CREATE POLICY lab_fault_tenant ON lab_fault TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT, UPDATE, DELETE ON lab_fault TO ganglion_app;
