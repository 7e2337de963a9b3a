-- Session runs: no workflow; an agent adds steps through the API as it goes.
ALTER TABLE run ALTER COLUMN workflow_id DROP NOT NULL; -- null: a session

-- One row a session. Asking for a step takes its lock, so that steps have an order and none comes after the end was asked for.
CREATE TABLE session (
  tenant_id  uuid NOT NULL,
  run_id     uuid NOT NULL,
  last_seq   integer NOT NULL DEFAULT 0,            -- of the step asked for last
  touched_at timestamptz NOT NULL DEFAULT now(),    -- when the agent asked for something last
  ending     text,                                  -- what the end is to be; null: more steps may come
  PRIMARY KEY (tenant_id, run_id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id),
  CONSTRAINT session_ending CHECK (ending IN ('COMPLETE', 'COMPENSATE', 'IDLE'))
);
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
CREATE POLICY session_tenant ON session TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY session_engine ON session TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
GRANT SELECT, INSERT, UPDATE ON session TO ganglion_app;
GRANT SELECT, UPDATE ON session TO ganglion_engine;

-- What a session was asked to do; inserted, never updated. What became of it is in step.
CREATE TABLE session_step (
  tenant_id uuid    NOT NULL,
  run_id    uuid    NOT NULL,
  position  text    NOT NULL,          -- /steps/{key} or /groups/{key}
  seq       integer NOT NULL,          -- order within the session, from 1
  body      json    NOT NULL,          -- json, not jsonb: replay must see the very same text
  asked_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, run_id, position),
  CONSTRAINT session_step_order UNIQUE (tenant_id, run_id, seq),
  FOREIGN KEY (tenant_id, run_id) REFERENCES session (tenant_id, run_id)
);
ALTER TABLE session_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_step FORCE ROW LEVEL SECURITY;
CREATE POLICY session_step_tenant ON session_step TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY session_step_engine ON session_step TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
GRANT SELECT, INSERT ON session_step TO ganglion_app;
GRANT SELECT ON session_step TO ganglion_engine;
