-- A tenant that does not pay: it keeps and reads everything, and nothing of it acts outside.
ALTER TABLE tenant ADD COLUMN suspended_at timestamptz;
COMMENT ON COLUMN tenant.suspended_at IS 'Since when it starts no runs and sends nothing; null: it is not suspended.';
