-- Trials: a world of the laboratory, what acts in it, and what it was worth.
CREATE TABLE lab_trial (
  tenant_id   uuid        NOT NULL REFERENCES tenant (id),
  id          uuid        NOT NULL,               -- of its world, too
  kind        text        NOT NULL,
  scenario    text        NOT NULL,
  version     integer     NOT NULL,               -- the scenario's
  seed        bigint      NOT NULL,
  workflow_id uuid,                               -- null: an external agent's
  policy_of   uuid,                               -- the agent whose policy is tried; null: the laboratory's own
  connections json        NOT NULL,               -- {name: part}: what the workflow calls parts of the world beside their own names
  contest_id  uuid,
  entrant     text,                               -- which one of the contest's
  agent_id    uuid        NOT NULL,               -- made for the trial, and deleted after it
  run_id      uuid        NOT NULL,               -- fixed before it is started
  state       text        NOT NULL,
  finishing   boolean     NOT NULL DEFAULT false, -- somebody asked to have it judged now
  deadline    timestamptz,                        -- it is judged then, whatever runs
  score       numeric(9,4),                       -- depth; null until it is judged
  result      json,                               -- parts of the score, and what they come from
  reason      text,                               -- why it could not be held
  created_at  timestamptz NOT NULL DEFAULT now(),
  started_at  timestamptz,
  ended_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, workflow_id) REFERENCES workflow (tenant_id, id),
  FOREIGN KEY (tenant_id, contest_id) REFERENCES lab_contest (tenant_id, id),
  CONSTRAINT lab_trial_kind CHECK (kind IN ('workflow', 'external')),
  CONSTRAINT lab_trial_state CHECK (state IN ('queued', 'opening', 'running', 'judged', 'failed')),
  CONSTRAINT lab_trial_score CHECK ((state = 'judged') = (score IS NOT NULL) AND score >= 0),
  CONSTRAINT lab_trial_ended CHECK ((state IN ('judged', 'failed')) = (ended_at IS NOT NULL))
);
CREATE INDEX lab_trial_waiting ON lab_trial (tenant_id, state, id) WHERE state IN ('queued', 'opening', 'running');
CREATE INDEX lab_trial_contest ON lab_trial (tenant_id, contest_id, id) WHERE contest_id IS NOT NULL;
CREATE INDEX lab_trial_scenario ON lab_trial (tenant_id, scenario, workflow_id) WHERE state = 'judged';
COMMENT ON COLUMN lab_trial.score IS 'In systems'' depth; what it is made of is in docs/score.md.';
ALTER TABLE lab_trial ENABLE ROW LEVEL SECURITY;
ALTER TABLE lab_trial FORCE ROW LEVEL SECURITY;
CREATE POLICY lab_trial_tenant ON lab_trial TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON lab_trial TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON lab_trial TO ganglion_app;

-- Trials under way, and when somebody has to look at one. Whoever looks moves the time on: it is a lease, too.
CREATE TABLE lab_trial_due (
  tenant_id uuid        NOT NULL,
  trial_id  uuid        NOT NULL,
  due_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, trial_id),
  FOREIGN KEY (tenant_id, trial_id) REFERENCES lab_trial (tenant_id, id)
);
CREATE INDEX lab_trial_due_at ON lab_trial_due (due_at);
ALTER TABLE lab_trial_due ENABLE ROW LEVEL SECURITY;
ALTER TABLE lab_trial_due FORCE ROW LEVEL SECURITY;
CREATE POLICY lab_trial_due_tenant ON lab_trial_due TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY lab_trial_due_engine ON lab_trial_due TO ganglion_engine USING (true); -- identifiers and times alone
CREATE POLICY erase ON lab_trial_due TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON lab_trial_due TO ganglion_app;
GRANT SELECT, UPDATE ON lab_trial_due TO ganglion_engine;
