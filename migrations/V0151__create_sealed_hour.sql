-- Hours whose holds are in the ledger, and what the holds were like: a hold may turn out later to have closed before it was sealed to.
CREATE TABLE sealed_hour (
  tenant_id uuid        NOT NULL,
  hour      timestamptz NOT NULL,
  source    bigint      NOT NULL,
  first_seq bigint      NOT NULL,
  rows      bigint      NOT NULL,
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, hour),
  FOREIGN KEY (tenant_id) REFERENCES ledger_head (tenant_id),
  CONSTRAINT sealed_hour_whole CHECK (hour = date_trunc('hour', hour, 'UTC'))
);
COMMENT ON COLUMN sealed_hour.hour IS 'Its beginning.';
COMMENT ON COLUMN sealed_hour.source IS 'A checksum over the hour''s holds as they were read; see ganglion_hold_hours.';
COMMENT ON COLUMN sealed_hour.first_seq IS 'Where its lines begin in the ledger.';
COMMENT ON COLUMN sealed_hour.rows IS 'How many there are.';
ALTER TABLE sealed_hour ENABLE ROW LEVEL SECURITY;
ALTER TABLE sealed_hour FORCE ROW LEVEL SECURITY;
CREATE POLICY sealed_hour_tenant ON sealed_hour TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON sealed_hour TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT ON sealed_hour TO ganglion_app; -- append-only

-- Sealed hours whose holds turned out to be others; what that is worth is a credit in the ledger.
CREATE TABLE corrected_hour (
  tenant_id uuid        NOT NULL,
  hour      timestamptz NOT NULL,
  found_at  timestamptz NOT NULL,
  source    bigint      NOT NULL,
  PRIMARY KEY (tenant_id, hour, found_at),
  FOREIGN KEY (tenant_id, hour) REFERENCES sealed_hour (tenant_id, hour)
);
COMMENT ON COLUMN corrected_hour.source IS 'The checksum as it was found; an hour may be found several times.';
ALTER TABLE corrected_hour ENABLE ROW LEVEL SECURITY;
ALTER TABLE corrected_hour FORCE ROW LEVEL SECURITY;
CREATE POLICY corrected_hour_tenant ON corrected_hour TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY erase ON corrected_hour TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT ON corrected_hour TO ganglion_app; -- append-only
