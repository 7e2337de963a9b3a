-- Trials that are compared: a tournament, an evolution by successive halving, a gate.
CREATE TABLE lab_contest (
  tenant_id  uuid        NOT NULL REFERENCES tenant (id),
  id         uuid        NOT NULL,
  kind       text        NOT NULL,
  scenario   text        NOT NULL,
  version    integer     NOT NULL,               -- the scenario's
  seed       bigint      NOT NULL,               -- of the first trial; the others have those that follow
  seeds      integer     NOT NULL,               -- of each entrant; of an evolution in its last round at most
  entrants   json        NOT NULL,               -- [{name, workflow, settings}]
  alive      json        NOT NULL,               -- [name]: entrants that go on
  round      integer     NOT NULL DEFAULT 1,     -- an evolution halves after each
  base       text,                               -- of an evolution: namespace/name of what is varied
  connections json       NOT NULL,               -- {name: part}, as its trials have them
  passed     boolean,                            -- a gate's word
  winner     text,                               -- an entrant's name
  margin     numeric(9,4),                       -- of a gate: how much worse is not worse
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at   timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT lab_contest_kind CHECK (kind IN ('tournament', 'evolution', 'gate')),
  CONSTRAINT lab_contest_seeds CHECK (seeds BETWEEN 1 AND 1000),
  CONSTRAINT lab_contest_round CHECK (round >= 1)
);
ALTER TABLE lab_contest ENABLE ROW LEVEL SECURITY;
ALTER TABLE lab_contest FORCE ROW LEVEL SECURITY;
CREATE POLICY lab_contest_tenant ON lab_contest TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON lab_contest TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON lab_contest TO ganglion_app;
