-- What the operator tells everybody of: what is wrong with the platform, and since when. Never anything of a tenant.
CREATE TABLE incident (
  tenant_id  uuid        NOT NULL,
  id         uuid        NOT NULL,
  title      text        NOT NULL,
  impact     text        NOT NULL,
  parts      text[]      NOT NULL,
  started_at timestamptz NOT NULL,
  resolved_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT incident_title CHECK (char_length(title) BETWEEN 1 AND 120),
  CONSTRAINT incident_impact CHECK (impact IN ('maintenance', 'degraded', 'outage')),
  CONSTRAINT incident_parts CHECK (cardinality(parts) BETWEEN 1 AND 5
    AND parts <@ ARRAY['api', 'workers', 'webhooks', 'sign_in', 'laboratory'])
);
COMMENT ON COLUMN incident.tenant_id IS 'The nil UUID: incidents are the operator''s.';
CREATE INDEX incident_open ON incident (tenant_id, id) WHERE resolved_at IS NULL;
ALTER TABLE incident ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident FORCE ROW LEVEL SECURITY;
CREATE POLICY incident_tenant ON incident TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT, UPDATE ON incident TO ganglion_app;

-- How it went on. Appended, never changed: what people were told stays.
CREATE TABLE incident_update (
  tenant_id   uuid        NOT NULL,
  incident_id uuid        NOT NULL,
  id          uuid        NOT NULL,
  state       text        NOT NULL,
  message     text        NOT NULL,
  by          text        NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, incident_id, id),
  FOREIGN KEY (tenant_id, incident_id) REFERENCES incident (tenant_id, id),
  CONSTRAINT incident_update_state CHECK (state IN ('investigating', 'identified', 'monitoring', 'resolved')),
  CONSTRAINT incident_update_message CHECK (char_length(message) BETWEEN 1 AND 2000)
);
COMMENT ON COLUMN incident_update.by IS 'Which operator; never told outside.';
ALTER TABLE incident_update ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_update FORCE ROW LEVEL SECURITY;
CREATE POLICY incident_update_tenant ON incident_update TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON incident_update TO ganglion_app;
