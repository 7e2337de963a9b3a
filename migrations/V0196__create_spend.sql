-- What acts cost at their platforms, as the tenant says what they cost there. Amounts are in millionths of a minor unit of the currency.
ALTER TABLE connection ADD COLUMN prices text; -- JSON: {currency, calls: {action: minor units}, input, output: minor units a million tokens}; null: nothing is counted

CREATE TABLE spend_cap (
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  scope     text NOT NULL,
  subject   uuid NOT NULL,                 -- the tenant, an agent or a connection
  currency  text NOT NULL,
  micros    bigint NOT NULL,               -- at most in a calendar month (UTC)
  PRIMARY KEY (tenant_id, scope, subject, currency),
  CONSTRAINT spend_cap_scope CHECK (scope IN ('tenant', 'agent', 'connection')),
  CONSTRAINT spend_cap_micros CHECK (micros >= 0)
);
CREATE TABLE spend (
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  scope     text NOT NULL,
  subject   uuid NOT NULL,
  currency  text NOT NULL,
  month     date NOT NULL,                 -- its first day
  reserved  bigint NOT NULL DEFAULT 0,     -- of acts that are under way or in doubt
  spent     bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, scope, subject, currency, month),
  CONSTRAINT spend_scope CHECK (scope IN ('tenant', 'agent', 'connection')),
  CONSTRAINT spend_reserved CHECK (reserved >= 0)
);
CREATE TABLE spending (
  tenant_id     uuid NOT NULL REFERENCES tenant (id),
  effect_id     uuid NOT NULL,
  agent_id      uuid,
  connection_id uuid NOT NULL,
  currency      text NOT NULL,
  month         date NOT NULL,
  reserved      bigint NOT NULL,           -- what it may cost
  spent         bigint NOT NULL DEFAULT 0, -- what it has cost, once that is known
  settled       boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, effect_id),
  CONSTRAINT spending_amounts CHECK (reserved >= 0 AND spent >= 0)
);

ALTER TABLE spend_cap ENABLE ROW LEVEL SECURITY;
ALTER TABLE spend_cap FORCE ROW LEVEL SECURITY;
ALTER TABLE spend ENABLE ROW LEVEL SECURITY;
ALTER TABLE spend FORCE ROW LEVEL SECURITY;
ALTER TABLE spending ENABLE ROW LEVEL SECURITY;
ALTER TABLE spending FORCE ROW LEVEL SECURITY;
CREATE POLICY spend_cap_tenant ON spend_cap TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY erase ON spend_cap TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
CREATE POLICY spend_cap_engine ON spend_cap TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
CREATE POLICY spend_tenant ON spend TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY erase ON spend TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
CREATE POLICY spend_engine ON spend TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
CREATE POLICY spending_tenant ON spending TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid);
CREATE POLICY erase ON spending TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
CREATE POLICY spending_engine ON spending TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON spend_cap TO ganglion_app;
GRANT SELECT ON spend_cap TO ganglion_engine;
GRANT SELECT, UPDATE ON spend, spending TO ganglion_app; -- a person says what became of an effect in doubt
GRANT SELECT, INSERT, UPDATE ON spend, spending TO ganglion_engine;
