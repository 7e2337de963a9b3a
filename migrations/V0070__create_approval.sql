-- Approvals: what a run waits to be allowed, and who decided how. A row that is decided never changes: it is the run's record
-- of the decision, which a replay reads.
CREATE TABLE approval (
  tenant_id  uuid NOT NULL,
  id         uuid NOT NULL,
  run_id     uuid NOT NULL,
  position   text NOT NULL,            -- of the visit that asks
  ordinal    integer NOT NULL,         -- of the intent within the visit; 0 where the visit itself asks
  agent_id   uuid,                     -- the run's
  effect_id  uuid,                     -- the frozen intent that is let through; null where the visit itself asks
  title      text NOT NULL,
  detail     json NOT NULL,            -- shown to who decides
  on_timeout text NOT NULL,
  state      text NOT NULL DEFAULT 'PENDING',
  decided_by text,                     -- an API key's identifier; null where nobody decided
  comment    text,
  asked_at   timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,     -- nobody can decide from then on
  decided_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT approval_once UNIQUE (tenant_id, run_id, position, ordinal),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id),
  FOREIGN KEY (tenant_id, effect_id) REFERENCES effect (tenant_id, id),
  CONSTRAINT approval_state CHECK (state IN ('PENDING', 'APPROVED', 'REJECTED', 'EXPIRED', 'WITHDRAWN')),
  CONSTRAINT approval_on_timeout CHECK (on_timeout IN ('approve', 'reject', 'fail')),
  CONSTRAINT approval_decided CHECK ((state = 'PENDING') = (decided_at IS NULL)),
  CONSTRAINT approval_decided_by CHECK ((state IN ('APPROVED', 'REJECTED')) = (decided_by IS NOT NULL))
);
CREATE INDEX approval_pending ON approval (tenant_id, id) WHERE state = 'PENDING';
ALTER TABLE approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval FORCE ROW LEVEL SECURITY;
CREATE POLICY approval_tenant ON approval TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY approval_engine ON approval TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
GRANT SELECT, UPDATE (state, decided_by, comment, decided_at) ON approval TO ganglion_app;
GRANT SELECT, INSERT, UPDATE (state, decided_at) ON approval TO ganglion_engine;
