-- What Stripe knows of a tenant. Only where the operator configured Stripe.
CREATE TABLE stripe_account (
  tenant_id       uuid NOT NULL REFERENCES tenant (id),
  customer        text NOT NULL,                -- cus_…
  subscription    text,                         -- sub_…; null until the first checkout is completed
  status          text,                         -- the subscription's, in Stripe's words
  PRIMARY KEY (tenant_id)
);
ALTER TABLE stripe_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE stripe_account FORCE ROW LEVEL SECURITY;
CREATE POLICY stripe_account_tenant ON stripe_account TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON stripe_account TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON stripe_account TO ganglion_app;

-- Webhooks that were acted on: each once, however often it comes.
CREATE TABLE stripe_event (
  tenant_id uuid        NOT NULL REFERENCES tenant (id),
  id        text        NOT NULL,               -- evt_…
  type      text        NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
ALTER TABLE stripe_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE stripe_event FORCE ROW LEVEL SECURITY;
CREATE POLICY stripe_event_tenant ON stripe_event TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON stripe_event TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT ON stripe_event TO ganglion_app;

-- What an hour came to, as Stripe's meter is told: written before it is sent, so that each try sends the same.
CREATE TABLE stripe_meter_event (
  tenant_id    uuid        NOT NULL REFERENCES tenant (id),
  hour         timestamptz NOT NULL,
  amount_minor bigint      NOT NULL,            -- minor units, before tax
  sent_at      timestamptz,                     -- null: Stripe has not said yet that it has it
  PRIMARY KEY (tenant_id, hour),
  CONSTRAINT stripe_meter_event_amount CHECK (amount_minor >= 0)
);
ALTER TABLE stripe_meter_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE stripe_meter_event FORCE ROW LEVEL SECURITY;
CREATE POLICY stripe_meter_event_tenant ON stripe_meter_event TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON stripe_meter_event TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON stripe_meter_event TO ganglion_app;

-- What Stripe says that was paid, by its own invoices; whether it fits ours is found here or by a person.
CREATE TABLE stripe_payment (
  tenant_id    uuid        NOT NULL REFERENCES tenant (id),
  id           text        NOT NULL,            -- of Stripe's invoice, in_…
  month        date        NOT NULL,            -- first day
  amount_minor bigint      NOT NULL,            -- minor units, with tax
  currency     text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT stripe_payment_month CHECK (extract(day FROM month) = 1)
);
ALTER TABLE stripe_payment ENABLE ROW LEVEL SECURITY;
ALTER TABLE stripe_payment FORCE ROW LEVEL SECURITY;
CREATE POLICY stripe_payment_tenant ON stripe_payment TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON stripe_payment TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT ON stripe_payment TO ganglion_app;

-- Where Stripe and our own books were compared, and what came of it.
CREATE TABLE stripe_reconciliation (
  tenant_id     uuid        NOT NULL REFERENCES tenant (id),
  month         date        NOT NULL,           -- first day
  at            timestamptz NOT NULL,
  ledger_minor  bigint      NOT NULL,           -- the statement, before tax
  sent_minor    bigint      NOT NULL,           -- what was sent to the meter
  metered_minor bigint      NOT NULL,           -- what Stripe says that it has
  due_minor     bigint      NOT NULL,           -- our invoice, 0 where there is none yet
  paid_minor    bigint      NOT NULL,           -- what Stripe says that was paid for the month
  PRIMARY KEY (tenant_id, month),
  CONSTRAINT stripe_reconciliation_month CHECK (extract(day FROM month) = 1)
);
ALTER TABLE stripe_reconciliation ENABLE ROW LEVEL SECURITY;
ALTER TABLE stripe_reconciliation FORCE ROW LEVEL SECURITY;
CREATE POLICY stripe_reconciliation_tenant ON stripe_reconciliation TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON stripe_reconciliation TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON stripe_reconciliation TO ganglion_app;
