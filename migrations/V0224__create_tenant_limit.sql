-- What the operator allows a tenant beside its plan. No row: the installation's defaults.
CREATE TABLE tenant_limit (
  tenant_id           uuid   NOT NULL REFERENCES tenant (id),
  requests_per_minute bigint,
  version             bigint NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id),
  CONSTRAINT tenant_limit_requests CHECK (requests_per_minute BETWEEN 1 AND 100000000)
);
COMMENT ON COLUMN tenant_limit.requests_per_minute IS 'Requests a minute to the API, whoever sends them; null: the installation''s default.';
COMMENT ON COLUMN tenant_limit.version IS 'Raised by each change; part of the ETag.';
ALTER TABLE tenant_limit ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_limit FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_limit_tenant ON tenant_limit TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON tenant_limit TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON tenant_limit TO ganglion_app;

-- Each process keeps all of them in memory, so that no request asks for its tenant's.
CREATE POLICY tenant_limit_told ON tenant_limit FOR SELECT TO ganglion_owner USING (true);
CREATE FUNCTION ganglion_request_limits()
RETURNS TABLE (tenant_id uuid, requests_per_minute bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.tenant_id, l.requests_per_minute FROM public.tenant_limit l
  WHERE l.requests_per_minute IS NOT NULL
    AND current_setting('ganglion.tenant', true) = '00000000-0000-0000-0000-000000000000' -- never inside a tenant's transaction
  LIMIT 100000
$$;
COMMENT ON FUNCTION ganglion_request_limits IS 'Which tenants may send how many requests a minute, where that is not the default.';
REVOKE ALL ON FUNCTION ganglion_request_limits FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_request_limits TO ganglion_app;
