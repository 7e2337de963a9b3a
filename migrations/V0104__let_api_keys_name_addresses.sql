-- From where a key may be used.
ALTER TABLE api_key ADD COLUMN addresses text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT api_key_addresses CHECK (cardinality(addresses) <= 50);
COMMENT ON COLUMN api_key.addresses IS 'CIDR blocks of the callers that may use it; none: from anywhere.';
