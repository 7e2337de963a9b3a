-- Invoices and credit notes as they were issued. The document never changes; what becomes of it (paid, void) does.
CREATE TABLE invoice (
  tenant_id   uuid        NOT NULL REFERENCES tenant (id),
  id          uuid        NOT NULL,
  kind        text        NOT NULL,
  issuer      text        NOT NULL,             -- whose numbers they are
  number      bigint      NOT NULL,             -- consecutive for each issuer, without a gap
  label       text        NOT NULL,             -- the number as it is written
  month       date        NOT NULL,             -- first day of the month it is for
  about       uuid,                             -- the invoice that a credit note corrects
  state       text        NOT NULL,
  currency    text        NOT NULL,
  total_minor bigint      NOT NULL,             -- minor units, with tax
  drawn_minor bigint      NOT NULL,             -- of the balance, not above zero
  due_minor   bigint      NOT NULL,             -- what is left to pay, minor units
  document    json        NOT NULL,             -- parties, lines, usage
  issued_at   timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,
  settled_at  timestamptz,                      -- when it was paid or voided
  settled_by  text,                             -- hand or stripe
  reference   text,                             -- of the payment, or why it is void
  version     bigint      NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, issuer, number),
  FOREIGN KEY (tenant_id, about) REFERENCES invoice (tenant_id, id),
  CONSTRAINT invoice_kind CHECK (kind IN ('invoice', 'credit_note') AND (kind = 'credit_note') = (about IS NOT NULL)),
  CONSTRAINT invoice_number CHECK (number > 0),
  CONSTRAINT invoice_month CHECK (extract(day FROM month) = 1),
  CONSTRAINT invoice_state CHECK (state IN ('open', 'paid', 'void', 'overdue')),
  CONSTRAINT invoice_settled CHECK ((state IN ('paid', 'void')) = (settled_at IS NOT NULL)),
  CONSTRAINT invoice_due CHECK (due_minor >= 0 AND drawn_minor <= 0)
);
CREATE UNIQUE INDEX invoice_of_month ON invoice (tenant_id, month) WHERE kind = 'invoice'; -- a month is closed once
CREATE INDEX invoice_open ON invoice (tenant_id, due_at) WHERE state IN ('open', 'overdue');
ALTER TABLE invoice ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice FORCE ROW LEVEL SECURITY;
CREATE POLICY invoice_tenant ON invoice TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON invoice TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT ON invoice TO ganglion_app;
GRANT UPDATE (state, settled_at, settled_by, reference, version) ON invoice TO ganglion_app; -- the document stays

-- The last number of each issuer. Nobody reads it: the next one is taken by a function, in the transaction that issues, whose end others
-- wait for; where that rolls back the number is free again.
CREATE TABLE invoice_series (
  issuer text   NOT NULL,
  last   bigint NOT NULL,
  PRIMARY KEY (issuer),
  CONSTRAINT invoice_series_last CHECK (last > 0)
);
ALTER TABLE invoice_series ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_series FORCE ROW LEVEL SECURITY;
CREATE POLICY invoice_series_owner ON invoice_series TO ganglion_owner USING (true);
CREATE FUNCTION ganglion_next_invoice(name text) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO public.invoice_series AS s (issuer, last) VALUES (name, 1)
  ON CONFLICT (issuer) DO UPDATE SET last = s.last + 1 RETURNING last
$$;
REVOKE ALL ON FUNCTION ganglion_next_invoice FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_next_invoice TO ganglion_app;
