-- A tenant that is to go: asked for at one time, done at another, so that it can be taken back.
ALTER TABLE tenant ADD COLUMN deleted_at timestamptz, ADD COLUMN purge_at timestamptz,
  ADD CONSTRAINT tenant_purge CHECK ((deleted_at IS NULL) = (purge_at IS NULL) AND purge_at >= deleted_at);
COMMENT ON COLUMN tenant.deleted_at IS 'When its owner asked for its deletion; null: nobody did.';
COMMENT ON COLUMN tenant.purge_at IS 'From when on everything of it is erased.';
