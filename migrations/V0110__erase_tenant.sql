-- Erasure of a whole tenant. No role that serves requests may delete from the append-only tables, so that a function of the owner does it,
-- and only for a tenant whose time has come. Tables are forced under row-level security for their owner too: each gets a policy that shows
-- the owner the tenant being erased. Later tables need theirs in their own migration; a test looks.
DO $$
DECLARE t record;
BEGIN
  FOR t IN
    SELECT c.oid::regclass AS name FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
  LOOP
    EXECUTE format(
      'CREATE POLICY erase ON %s TO ganglion_owner USING (tenant_id = nullif(current_setting(''ganglion.erase'', true), '''')::uuid)', t.name);
  END LOOP;
END $$;
CREATE POLICY erase ON tenant TO ganglion_owner USING (id = nullif(current_setting('ganglion.erase', true), '')::uuid);

-- Deletes up to so many rows of a tenant from a table, and says how many.
CREATE FUNCTION ganglion_erase(name regclass, tenant uuid, most bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  gone bigint;
  key  text := CASE WHEN name = 'public.tenant'::regclass THEN 'id' ELSE 'tenant_id' END;
BEGIN
  PERFORM set_config('ganglion.erase', tenant::text, true);
  IF NOT EXISTS (SELECT FROM public.tenant t WHERE t.id = tenant AND t.purge_at <= now()) THEN
    RAISE EXCEPTION 'tenant % is not to be erased', tenant;
  END IF;
  EXECUTE format('DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %2$I = $1 LIMIT $2))', name, key)
    USING tenant, most;
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM set_config('ganglion.erase', '', true);
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION ganglion_erase FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_erase TO ganglion_app;
