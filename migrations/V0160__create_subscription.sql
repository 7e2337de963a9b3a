-- What a tenant agreed to. The terms are copied from the price list of the day, so that they stay whatever the list says later. No row:
-- the tenant is on the plan that costs nothing, and never changed it.
CREATE TABLE subscription (
  tenant_id       uuid        NOT NULL REFERENCES tenant (id),
  plan            text        NOT NULL,
  prices          text        NOT NULL,             -- version of the price list the terms are from
  fee_interval    text        NOT NULL,
  fee_minor       bigint      NOT NULL,             -- minor units, for each interval
  currency        text        NOT NULL,             -- ISO 4217
  burst_minor     bigint      NOT NULL,             -- minor units, for a CU-hour above capacity
  burst_offered   boolean     NOT NULL,             -- whether the plan lets burst be turned on
  trial_ends      timestamptz,                      -- no fee is due before
  trial_used      boolean     NOT NULL DEFAULT false,
  k               integer     NOT NULL,             -- billable weight at one instant
  burst           boolean     NOT NULL DEFAULT false,
  burst_cap_minor bigint,                           -- minor units of burst a month; set while burst is on
  alert_month     date,                             -- first day of the month the alert is of
  alert_percent   smallint    NOT NULL DEFAULT 0,   -- of the cap, the highest that was told in that month
  balance_minor   bigint      NOT NULL DEFAULT 0,   -- below zero in the tenant's favour; drawn by the next invoice
  customer        json        NOT NULL,             -- who invoices are made out to
  agreed_at       timestamptz NOT NULL,             -- when the terms or the capacity last changed
  version         bigint      NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id),
  CONSTRAINT subscription_interval CHECK (fee_interval IN ('month', 'year')),
  CONSTRAINT subscription_fee CHECK (fee_minor >= 0 AND burst_minor >= 0),
  CONSTRAINT subscription_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT subscription_k CHECK (k >= 0),
  CONSTRAINT subscription_burst CHECK (burst = (burst_cap_minor IS NOT NULL) AND burst_cap_minor > 0 AND (burst_offered OR NOT burst)),
  CONSTRAINT subscription_alert CHECK (alert_percent IN (0, 50, 80, 100)),
  CONSTRAINT subscription_balance CHECK (balance_minor <= 0)
);
COMMENT ON COLUMN subscription.balance_minor IS 'What invoices with a negative total left over, in minor units.';
ALTER TABLE subscription ENABLE ROW LEVEL SECURITY;
ALTER TABLE subscription FORCE ROW LEVEL SECURITY;
CREATE POLICY subscription_tenant ON subscription TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON subscription TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON subscription TO ganglion_app;
