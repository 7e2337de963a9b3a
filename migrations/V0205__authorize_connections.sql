-- Connections whose credentials came by OAuth: when the access token ends, and who gets the next one.
ALTER TABLE connection
  ADD COLUMN authorized       boolean NOT NULL DEFAULT false,
  ADD COLUMN token_at         timestamptz,
  ADD COLUMN token_ends_at    timestamptz,
  ADD COLUMN refreshing_until timestamptz,
  ADD COLUMN refresh_failures integer NOT NULL DEFAULT 0,
  ADD COLUMN refresh_after    timestamptz;
COMMENT ON COLUMN connection.authorized IS 'Whether a person let us in by OAuth; else somebody typed the credentials in.';
COMMENT ON COLUMN connection.token_at IS 'When the access token was asked for.';
COMMENT ON COLUMN connection.token_ends_at IS 'When the access token ends; null: never, as far as is known.';
COMMENT ON COLUMN connection.refreshing_until IS 'Until then one process alone may ask for the next token; it may be dead.';
COMMENT ON COLUMN connection.refresh_failures IS 'Failed refreshes since the last token.';
COMMENT ON COLUMN connection.refresh_after IS 'No refresh is tried before, since the last one failed.';
COMMENT ON COLUMN connection.credentials_version IS 'Raised by each rotation and each refresh.';
