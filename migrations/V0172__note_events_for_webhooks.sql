-- Events of tenants that have endpoints are noted as they are written, whoever writes them: numbers of the outbox follow the order of
-- their making and not that of their commits, so that nobody who reads by number could tell that nothing comes in below. A note is
-- there if its event is, and gone in the commit that makes the event's messages.
CREATE TABLE webhook_tenant (
  tenant_id uuid NOT NULL REFERENCES tenant (id),
  PRIMARY KEY (tenant_id)
);
COMMENT ON TABLE webhook_tenant IS 'Tenants with endpoints. Who turns a tenant''s events into messages locks its row.';
ALTER TABLE webhook_tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_tenant_tenant ON webhook_tenant TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY webhook_tenant_engine ON webhook_tenant TO ganglion_engine USING (true);
CREATE POLICY erase ON webhook_tenant TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON webhook_tenant TO ganglion_app;
GRANT SELECT, UPDATE, DELETE ON webhook_tenant TO ganglion_engine;

CREATE TABLE webhook_pending (
  tenant_id uuid   NOT NULL,
  seq       bigint NOT NULL,                    -- of the outbox
  PRIMARY KEY (tenant_id, seq)
);
ALTER TABLE webhook_pending ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_pending FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_pending_tenant ON webhook_pending TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY webhook_pending_engine ON webhook_pending TO ganglion_engine USING (true);
CREATE POLICY erase ON webhook_pending TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT ON webhook_pending TO ganglion_app;
GRANT SELECT, INSERT, DELETE ON webhook_pending TO ganglion_engine;

-- A plan that was made while few tenants had endpoints would read all of them: each look is by the index.
CREATE FUNCTION webhook_note() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  INSERT INTO webhook_pending (tenant_id, seq)
  SELECT f.tenant_id, f.seq FROM fresh f JOIN webhook_tenant t ON t.tenant_id = f.tenant_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION webhook_note FROM PUBLIC;
CREATE TRIGGER webhook_note AFTER INSERT ON outbox
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION webhook_note();
