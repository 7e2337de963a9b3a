-- The hold ledger: what is charged by, sealed hour by hour. Rows are inserted and never updated; each line holds the hash of the one before.

-- The end of a tenant's chain. Whoever appends holds this row FOR UPDATE, so that the order of rows is the order of sealing.
CREATE TABLE ledger_head (
  tenant_id  uuid        NOT NULL REFERENCES tenant (id),
  seq        bigint      NOT NULL DEFAULT 0,
  hash       text        NOT NULL DEFAULT repeat('0', 64),
  day        date        NOT NULL,
  sealed_to  timestamptz NOT NULL DEFAULT '-infinity',
  checked_to timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (tenant_id),
  CONSTRAINT ledger_head_seq CHECK (seq >= 0),
  CONSTRAINT ledger_head_hash CHECK (hash ~ '^[0-9a-f]{64}$')
);
COMMENT ON COLUMN ledger_head.seq IS 'Of the last line; 0: there is none.';
COMMENT ON COLUMN ledger_head.hash IS 'Of the last line: the root.';
COMMENT ON COLUMN ledger_head.day IS 'The UTC day on which the last line was appended.';
COMMENT ON COLUMN ledger_head.sealed_to IS 'No hour before has holds that were there when it was looked at and are not sealed.';
COMMENT ON COLUMN ledger_head.checked_to IS 'Sealed hours before were compared with their holds.';
ALTER TABLE ledger_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_head FORCE ROW LEVEL SECURITY;
CREATE POLICY ledger_head_tenant ON ledger_head TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON ledger_head TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON ledger_head TO ganglion_app;

-- Without a reference to tenant: ten thousand rows would ask ten thousand times. The head has it.
CREATE TABLE ledger_row (
  tenant_id uuid        NOT NULL,
  seq       bigint      NOT NULL,
  kind      text        NOT NULL,
  at        timestamptz NOT NULL,
  line      json        NOT NULL,      -- json keeps the text
  PRIMARY KEY (tenant_id, seq),
  CONSTRAINT ledger_row_seq CHECK (seq > 0),
  CONSTRAINT ledger_row_kind CHECK (kind IN ('hold', 'capacity', 'plan', 'credit'))
);
COMMENT ON COLUMN ledger_row.seq IS 'From 1, without a gap.';
COMMENT ON COLUMN ledger_row.at IS 'From when it counts; of a hold, when the piece opened.';
COMMENT ON COLUMN ledger_row.line IS 'As it is exported and hashed.';
CREATE INDEX ledger_row_at ON ledger_row (tenant_id, kind, at); -- a month is charged by its rows
ALTER TABLE ledger_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_row FORCE ROW LEVEL SECURITY;
CREATE POLICY ledger_row_tenant ON ledger_row TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY erase ON ledger_row TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT ON ledger_row TO ganglion_app; -- append-only

-- The root of each UTC day on which something was appended, once a later day has begun to append.
CREATE TABLE ledger_day (
  tenant_id uuid   NOT NULL,
  day       date   NOT NULL,
  seq       bigint NOT NULL,
  hash      text   NOT NULL,
  PRIMARY KEY (tenant_id, day),
  FOREIGN KEY (tenant_id) REFERENCES ledger_head (tenant_id)
);
COMMENT ON COLUMN ledger_day.hash IS 'Of the last line of the day.';
ALTER TABLE ledger_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_day FORCE ROW LEVEL SECURITY;
CREATE POLICY ledger_day_tenant ON ledger_day TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY erase ON ledger_day TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT ON ledger_day TO ganglion_app; -- append-only
