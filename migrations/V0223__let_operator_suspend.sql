-- A tenant may be suspended for two causes, each taken back by itself: it does not pay, or the operator stopped it.
ALTER TABLE tenant ADD COLUMN unpaid boolean NOT NULL DEFAULT false, ADD COLUMN barred text;
-- row security is forced on the owner, too
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
UPDATE tenant SET unpaid = true WHERE suspended_at IS NOT NULL;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant ADD CONSTRAINT tenant_suspended CHECK ((suspended_at IS NOT NULL) = (unpaid OR barred IS NOT NULL)),
  ADD CONSTRAINT tenant_barred CHECK (char_length(barred) BETWEEN 1 AND 500);
COMMENT ON COLUMN tenant.unpaid IS 'Whether it is suspended for an invoice that is long overdue.';
COMMENT ON COLUMN tenant.barred IS 'Why the operator suspended it, for its members; null: the operator did not.';
