-- Who a transaction may see is said in one place: where rows are on several servers (migrations/citus), the servers have to be told too.
-- A query of one expression, so that the planner puts it in the place of its call.
CREATE FUNCTION ganglion_set(name text, value text) RETURNS text
LANGUAGE sql AS $$ SELECT pg_catalog.set_config(name, value, true) $$;
COMMENT ON FUNCTION ganglion_set IS 'Sets one of ganglion.tenant, ganglion.tenants, ganglion.person, ganglion.email, ganglion.domain, ganglion.erase until the transaction ends; answers the value.';
REVOKE ALL ON FUNCTION ganglion_set FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_set TO ganglion_app, ganglion_engine;

-- As V0260 has it, but for how it sets.
CREATE OR REPLACE FUNCTION ganglion_enter(tenant uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  away record;
BEGIN
  PERFORM public.ganglion_set('ganglion.tenant', tenant::text);
  SELECT m.stage, m.address INTO away FROM public.tenant_move m
  WHERE m.tenant_id = tenant AND m.stage IN ('sealed', 'left', 'gone', 'arriving');
  IF FOUND THEN
    IF away.stage IN ('left', 'gone') THEN
      RAISE EXCEPTION '%', coalesce(away.address, '') USING ERRCODE = 'GM002';
    END IF;
    RAISE EXCEPTION 'the tenant is being moved' USING ERRCODE = 'GM001';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION ganglion_see(tenants text, claims boolean) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  hidden uuid[];
BEGIN
  PERFORM public.ganglion_set('ganglion.tenants', tenants);
  IF tenants <> '' THEN
    SELECT array_agg(m.tenant_id) INTO hidden FROM public.tenant_move m
    WHERE m.stage IN ('sealed', 'left', 'gone', 'arriving') OR claims AND m.stage = 'draining';
    IF hidden IS NOT NULL THEN
      PERFORM public.ganglion_set('ganglion.tenants', coalesce((
        SELECT string_agg(one, ',') FROM unnest(string_to_array(tenants, ',')) one WHERE one::uuid <> ALL (hidden)), ''));
    END IF;
  END IF;
  RETURN current_setting('ganglion.tenants');
END $$;

CREATE OR REPLACE FUNCTION ganglion_fence(tenants text, worker_id bigint) RETURNS timestamptz
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ganglion_set('ganglion.tenants', tenants);
  PERFORM FROM worker WHERE id = worker_id AND fenced_at IS NULL FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'worker % is fenced', worker_id USING ERRCODE = 'GF001';
  END IF;
  PERFORM FROM tenant_move WHERE stage IN ('sealed', 'left', 'gone', 'arriving');
  IF FOUND THEN
    RAISE EXCEPTION 'the tenant is not in this cell' USING ERRCODE = '23GM1';
  END IF;
  RETURN now();
END
$$;

-- As V0110 has it, but for how it sets.
CREATE OR REPLACE FUNCTION ganglion_erase(name regclass, tenant uuid, most bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  gone bigint;
  key  text := CASE WHEN name = 'public.tenant'::regclass THEN 'id' ELSE 'tenant_id' END;
BEGIN
  PERFORM public.ganglion_set('ganglion.erase', tenant::text);
  IF NOT EXISTS (SELECT FROM public.tenant t WHERE t.id = tenant AND t.purge_at <= now()) THEN
    RAISE EXCEPTION 'tenant % is not to be erased', tenant;
  END IF;
  EXECUTE format('DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %2$I = $1 LIMIT $2))', name, key)
    USING tenant, most;
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM public.ganglion_set('ganglion.erase', '');
  RETURN gone;
END $$;
