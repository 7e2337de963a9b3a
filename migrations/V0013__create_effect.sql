-- The effect ledger: every act of a connector, from its frozen intent to its proven fate.
CREATE TABLE effect (
  tenant_id      uuid NOT NULL,
  id             uuid NOT NULL,
  run_id         uuid NOT NULL,
  position       text NOT NULL,
  ordinal        integer NOT NULL,     -- numbers the intents inside one visit
  phase          text NOT NULL,        -- do, or undo of another effect
  undo_of        uuid,
  connection     text,                 -- its name in the tenant; null where none is needed
  connector      text NOT NULL,
  action         text NOT NULL,
  system_id      uuid NOT NULL,
  retry_class    text NOT NULL,
  undo_class     text NOT NULL,
  arguments      json NOT NULL,        -- canonical, frozen
  arguments_hash text NOT NULL,        -- SHA-256 of the canonical arguments, hexadecimal
  reads          jsonb,                -- versions of the state entries the intent was made from
  handle         json,                 -- what prepare gave; durable before the first byte
  state          text NOT NULL,
  attempts       integer NOT NULL DEFAULT 0,
  status         integer,              -- HTTP status of the last attempt that failed
  reason         text,                 -- of the last attempt that failed, for people
  output         json,
  reference      text,                 -- the platform's own name for what came to be
  url            text,
  evidence       text,                 -- what proves the fate
  fence          bigint,               -- the worker that dispatched last
  created_at     timestamptz NOT NULL DEFAULT now(),
  first_dispatched_at timestamptz,
  dispatched_at  timestamptz,
  judge_after    timestamptz,          -- before this, not finding it proves nothing
  not_before     timestamptz,          -- no further attempt before this
  settled_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, run_id, position, ordinal, phase),
  FOREIGN KEY (tenant_id, run_id) REFERENCES run (tenant_id, id),
  FOREIGN KEY (tenant_id, system_id) REFERENCES system (tenant_id, id),
  CONSTRAINT effect_phase CHECK (phase IN ('do', 'undo') AND (phase = 'undo') = (undo_of IS NOT NULL)),
  CONSTRAINT effect_state CHECK (state IN ('INTENDED', 'DISPATCHED', 'LANDED', 'NOT_LANDED', 'UNKNOWN', 'UNDONE', 'ABANDONED')),
  CONSTRAINT effect_sent CHECK ((attempts = 0) = (first_dispatched_at IS NULL)),
  CONSTRAINT effect_evidence CHECK (evidence IN ('response', 'lookup', 'person'))
);
CREATE INDEX effect_unsettled ON effect (tenant_id, system_id) WHERE state IN ('DISPATCHED', 'UNKNOWN');
ALTER TABLE effect ENABLE ROW LEVEL SECURITY;
ALTER TABLE effect FORCE ROW LEVEL SECURITY;
CREATE POLICY effect_tenant ON effect TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY effect_engine ON effect TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, UPDATE ON effect TO ganglion_app;
GRANT SELECT, INSERT, UPDATE ON effect TO ganglion_engine;
