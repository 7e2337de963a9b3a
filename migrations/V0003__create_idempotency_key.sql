-- Answers kept by Idempotency-Key. tenant_id is the nil UUID for the operator's own requests, so it refers to no table.
CREATE TABLE idempotency_key (
  tenant_id  uuid NOT NULL,
  key        text NOT NULL,
  route      text NOT NULL,
  body_hash  bytea NOT NULL,
  request_id uuid NOT NULL,
  state      text NOT NULL,
  status     integer,
  headers    jsonb,
  response   bytea,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  locked_until timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key),
  CONSTRAINT idempotency_key_length CHECK (char_length(key) BETWEEN 1 AND 255),
  CONSTRAINT idempotency_key_state CHECK (state IN ('running', 'done')),
  CONSTRAINT idempotency_key_done CHECK ((state = 'done') = (status IS NOT NULL AND response IS NOT NULL))
);
COMMENT ON COLUMN idempotency_key.route IS 'Method and path of the first request.';
COMMENT ON COLUMN idempotency_key.body_hash IS 'SHA-256 of route, query, content type and body, 32 bytes.';
COMMENT ON COLUMN idempotency_key.request_id IS 'The identifier of what the request creates, the same for each repetition.';
COMMENT ON COLUMN idempotency_key.status IS 'HTTP status of the stored answer.';
COMMENT ON COLUMN idempotency_key.headers IS 'Headers of the stored answer that are replayed.';
COMMENT ON COLUMN idempotency_key.response IS 'The body; where it holds a secret shown once, encrypted under a key derived from the credential that asked.';
COMMENT ON COLUMN idempotency_key.locked_until IS 'After this a request still running is taken for dead and may be taken over.';
COMMENT ON COLUMN idempotency_key.expires_at IS 'At least 24 h after the first request; then the key is free again.';
CREATE INDEX idempotency_key_expiry ON idempotency_key (tenant_id, expires_at);
ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY idempotency_key_tenant ON idempotency_key TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO ganglion_app;
