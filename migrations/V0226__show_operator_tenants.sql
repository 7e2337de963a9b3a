-- What an operator sees of tenants: who there is, by what plan, and how much of it is used. No role sees all tenants, so functions of the
-- owner answer that and nothing else, and only outside of any tenant's transaction.
CREATE POLICY subscription_operated ON subscription FOR SELECT TO ganglion_owner USING (true);
CREATE POLICY capacity_operated ON capacity FOR SELECT TO ganglion_owner USING (true);

CREATE FUNCTION ganglion_operator_tenants(one uuid, wanted text, state text, before uuid, most integer)
RETURNS TABLE (id uuid, name text, version bigint, created_at timestamptz, deleted_at timestamptz, purge_at timestamptz,
               suspended_at timestamptz, unpaid boolean, barred text, paused_at timestamptz, plan text, k integer, used integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.name, t.version, t.created_at, t.deleted_at, t.purge_at, t.suspended_at, t.unpaid, t.barred, t.paused_at,
         s.plan, coalesce(c.k, s.k), coalesce(c.used, 0)
  FROM public.tenant t
  LEFT JOIN public.subscription s ON s.tenant_id = t.id
  LEFT JOIN public.capacity c ON c.tenant_id = t.id
  WHERE current_setting('ganglion.tenant', true) = '00000000-0000-0000-0000-000000000000'
    AND (one IS NULL OR t.id = one)
    AND (wanted IS NULL OR position(lower(wanted) IN lower(t.name)) > 0)
    AND (before IS NULL OR t.id < before)
    AND (ganglion_operator_tenants.state IS NULL OR ganglion_operator_tenants.state =
         CASE WHEN t.deleted_at IS NOT NULL THEN 'deleted' WHEN t.suspended_at IS NOT NULL THEN 'suspended'
              WHEN t.paused_at IS NOT NULL THEN 'paused' ELSE 'active' END)
  ORDER BY t.id DESC LIMIT most
$$;
COMMENT ON FUNCTION ganglion_operator_tenants IS 'Tenants, newest first: what they are called, in which state they are, by what plan, and their billable weight now.';
REVOKE ALL ON FUNCTION ganglion_operator_tenants FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_operator_tenants TO ganglion_app;

-- Seconds since the oldest full hour that has holds and is not sealed was over; 0: there is none.
CREATE FUNCTION ganglion_seal_lag()
RETURNS double precision
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(greatest(0, extract(epoch FROM now() - min(u.hour) - interval '1 hour')), 0)::double precision
  FROM public.ganglion_unsealed(date_trunc('hour', now(), 'UTC'), date_trunc('hour', now(), 'UTC'),
                                '00000000-0000-0000-0000-000000000000', 10000) u
$$;
COMMENT ON FUNCTION ganglion_seal_lag IS 'How long the oldest unsealed hour has been over, in seconds; over all tenants.';
REVOKE ALL ON FUNCTION ganglion_seal_lag FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_seal_lag TO ganglion_app;

-- The same measures that the metrics have, for the operator's page and the status page.
GRANT EXECUTE ON FUNCTION ganglion_measures TO ganglion_app;
