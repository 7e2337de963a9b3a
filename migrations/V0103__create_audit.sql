-- Who changed what, when and from where: appended in the transaction that changes it, never updated. Each entry holds the hash of the
-- one before it, so that an entry that was altered or taken out later shows.
CREATE TABLE audit (
  tenant_id uuid        NOT NULL REFERENCES tenant (id),
  seq       bigint      NOT NULL,
  at        timestamptz NOT NULL,
  actor     text        NOT NULL,
  address   text,
  action    text        NOT NULL,
  target    text        NOT NULL,
  before    json,
  after     json,
  previous  text        NOT NULL,
  hash      text        NOT NULL,
  PRIMARY KEY (tenant_id, seq),
  CONSTRAINT audit_seq CHECK (seq > 0),
  CONSTRAINT audit_previous CHECK (previous ~ '^[0-9a-f]{64}$'),
  CONSTRAINT audit_hash CHECK (hash ~ '^[0-9a-f]{64}$')
);
COMMENT ON COLUMN audit.seq IS 'From 1, without a gap.';
COMMENT ON COLUMN audit.actor IS 'operator, system, or the id of an API key.';
COMMENT ON COLUMN audit.address IS 'The IP address the request came from; null for the platform''s own acts.';
COMMENT ON COLUMN audit.action IS 'What was done, e.g. connection.rotated.';
COMMENT ON COLUMN audit.target IS 'The id of what was changed.';
COMMENT ON COLUMN audit.before IS 'As it was, without secrets; null where it was made.';
COMMENT ON COLUMN audit.after IS 'As it is, without secrets; null where it is gone.';
COMMENT ON COLUMN audit.previous IS 'The hash of the entry before; 64 zeros for the first.';
COMMENT ON COLUMN audit.hash IS 'SHA-256 of the entry''s canonical JSON (RFC 8785) without the hash itself, hexadecimal.';
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_tenant ON audit TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT ON audit TO ganglion_app; -- append-only
