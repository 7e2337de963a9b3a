-- An operator sees which tenants are on their way to another cell, and which have gone there.
CREATE POLICY tenant_move_operated ON tenant_move FOR SELECT TO ganglion_owner USING (true);

DROP FUNCTION ganglion_operator_tenants(uuid, text, text, uuid, integer);
CREATE FUNCTION ganglion_operator_tenants(one uuid, wanted text, state text, before uuid, most integer)
RETURNS TABLE (id uuid, name text, version bigint, created_at timestamptz, deleted_at timestamptz, purge_at timestamptz,
               suspended_at timestamptz, unpaid boolean, barred text, paused_at timestamptz, plan text, k integer, used integer,
               move_stage text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.name, t.version, t.created_at, t.deleted_at, t.purge_at, t.suspended_at, t.unpaid, t.barred, t.paused_at,
         s.plan, coalesce(c.k, s.k), coalesce(c.used, 0), m.stage
  FROM public.tenant t
  LEFT JOIN public.subscription s ON s.tenant_id = t.id
  LEFT JOIN public.capacity c ON c.tenant_id = t.id
  LEFT JOIN public.tenant_move m ON m.tenant_id = t.id
  WHERE current_setting('ganglion.tenant', true) = '00000000-0000-0000-0000-000000000000'
    AND (one IS NULL OR t.id = one)
    AND (wanted IS NULL OR position(lower(wanted) IN lower(t.name)) > 0)
    AND (before IS NULL OR t.id < before)
    AND (ganglion_operator_tenants.state IS NULL OR ganglion_operator_tenants.state =
         CASE WHEN m.stage IN ('left', 'gone') THEN 'moved' WHEN m.stage IS NOT NULL THEN 'moving'
              WHEN t.deleted_at IS NOT NULL THEN 'deleted' WHEN t.suspended_at IS NOT NULL THEN 'suspended'
              WHEN t.paused_at IS NOT NULL THEN 'paused' ELSE 'active' END)
  ORDER BY t.id DESC LIMIT most
$$;
COMMENT ON FUNCTION ganglion_operator_tenants IS 'Tenants, newest first: what they are called, in which state they are, by what plan, their billable weight now, and how far a move to another cell is.';
REVOKE ALL ON FUNCTION ganglion_operator_tenants FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_operator_tenants TO ganglion_app;
