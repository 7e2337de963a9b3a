-- Rotations of the vault's keys, asked for by the operator, walked page by page; a row is all that is needed to go on after a crash.
CREATE TABLE vault_rotation (
  tenant_id         uuid        NOT NULL,
  id                uuid        NOT NULL,
  stage             text        NOT NULL,
  cursor_tenant     uuid        NOT NULL,
  cursor_generation integer     NOT NULL,
  master            text        NOT NULL,
  rewrapped         bigint      NOT NULL DEFAULT 0,
  renewed           bigint      NOT NULL DEFAULT 0,
  resealed          bigint      NOT NULL DEFAULT 0,
  retired           bigint      NOT NULL DEFAULT 0,
  failed            bigint      NOT NULL DEFAULT 0,
  started_at        timestamptz NOT NULL,
  ended_at          timestamptz,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT vault_rotation_stage CHECK (stage IN ('rewrap', 'renew', 'retire', 'ended')),
  CONSTRAINT vault_rotation_ended CHECK ((stage = 'ended') = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX vault_rotation_running ON vault_rotation (tenant_id) WHERE ended_at IS NULL; -- one at a time
COMMENT ON COLUMN vault_rotation.tenant_id IS 'The nil UUID: rotations are the operator''s.';
COMMENT ON COLUMN vault_rotation.cursor_tenant IS 'The place up to which the stage has come.';
COMMENT ON COLUMN vault_rotation.master IS 'The master key in use when it was asked for.';
COMMENT ON COLUMN vault_rotation.rewrapped IS 'Data keys wrapped by that master key instead of another. A crash may leave a page of each count out.';
COMMENT ON COLUMN vault_rotation.renewed IS 'Tenants that got a data key of a new generation.';
COMMENT ON COLUMN vault_rotation.resealed IS 'Credentials sealed anew.';
COMMENT ON COLUMN vault_rotation.retired IS 'Old data keys deleted.';
COMMENT ON COLUMN vault_rotation.failed IS 'Data keys and credentials that could not be opened; they stay as they are.';
ALTER TABLE vault_rotation ENABLE ROW LEVEL SECURITY;
ALTER TABLE vault_rotation FORCE ROW LEVEL SECURITY;
CREATE POLICY vault_rotation_tenant ON vault_rotation TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT, UPDATE ON vault_rotation TO ganglion_app;
