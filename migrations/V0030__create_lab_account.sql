-- Accounts at the laboratory's simulated platforms. Nothing here exists outside of the laboratory.
CREATE TABLE lab_account (
  tenant_id       uuid NOT NULL REFERENCES tenant (id),
  platform        text NOT NULL,
  account         text NOT NULL,               -- the platform's own name of it: a user id, an address
  credential_hash text NOT NULL,               -- SHA-256 of the token, lower-case hexadecimal
  state           jsonb NOT NULL,              -- what the simulator remembers of it: balances, rate windows
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant_id, platform, account),
  CONSTRAINT lab_account_platform CHECK (platform IN ('x', 'instagram', 'model', 'image', 'binance', 'evm'))
);
COMMENT ON TABLE lab_account IS 'Simulated accounts. The row is the lock of its account: one call at a time, as on the platform.';
ALTER TABLE lab_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE lab_account FORCE ROW LEVEL SECURITY;
CREATE POLICY lab_account_tenant ON lab_account TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT, UPDATE ON lab_account TO ganglion_app;

-- Numbers for posts, orders, accounts: never given twice, so a reference names one thing in the whole laboratory.
CREATE SEQUENCE lab_number AS bigint START 1000000;
GRANT USAGE ON SEQUENCE lab_number TO ganglion_app;
