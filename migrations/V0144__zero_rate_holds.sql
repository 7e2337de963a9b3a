-- What of a hold is not billed: all of it, or stretches of it.
ALTER TABLE hold ADD COLUMN zero_rate text;
ALTER TABLE hold ADD CONSTRAINT hold_zero_rate CHECK (zero_rate IN ('laboratory', 'compensation'));
COMMENT ON COLUMN hold.zero_rate IS 'why none of it is billed; null where it is';

ALTER TABLE hold DROP CONSTRAINT hold_reason;
ALTER TABLE hold ADD CONSTRAINT hold_reason CHECK (close_reason IN ('park', 'end', 'idle', 'weight', 'rescue', 'zero'));

CREATE TABLE hold_zero (
  tenant_id uuid NOT NULL,
  hold_id   uuid NOT NULL,
  from_at   timestamptz NOT NULL,
  to_at     timestamptz NOT NULL,
  code      text NOT NULL,             -- why: upstream, the platform failed or asked for a pause
  PRIMARY KEY (tenant_id, hold_id, from_at),
  FOREIGN KEY (tenant_id, hold_id) REFERENCES hold (tenant_id, id),
  CONSTRAINT hold_zero_code CHECK (code IN ('upstream')),
  CONSTRAINT hold_zero_order CHECK (to_at >= from_at)
);
ALTER TABLE hold_zero ENABLE ROW LEVEL SECURITY;
ALTER TABLE hold_zero FORCE ROW LEVEL SECURITY;
CREATE POLICY hold_zero_tenant ON hold_zero TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY hold_zero_engine ON hold_zero TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
GRANT SELECT ON hold_zero TO ganglion_app;
GRANT SELECT, INSERT ON hold_zero TO ganglion_engine;
