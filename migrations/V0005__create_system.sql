-- Systems: what is coordinated. The id is derived from the identity, so every process computes the same one.
CREATE TABLE system (
  tenant_id   uuid NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  connector   text NOT NULL,
  environment text NOT NULL,
  principal   text NOT NULL,
  label       text NOT NULL,
  hold_mode   text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, connector, environment, principal),
  CONSTRAINT system_hold_mode CHECK (hold_mode IN ('exclusive', 'shared'))
);
COMMENT ON COLUMN system.principal IS 'The platform''s own stable name of the account, from the connector''s whoami.';
COMMENT ON COLUMN system.label IS 'For people, as first seen.';
ALTER TABLE system ENABLE ROW LEVEL SECURITY;
ALTER TABLE system FORCE ROW LEVEL SECURITY;
CREATE POLICY system_tenant ON system TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY system_engine ON system TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT, INSERT ON system TO ganglion_app, ganglion_engine;
