-- A month of the journal whose runs are forgotten is dropped. One of whose runs some are kept – a longer history, a run that goes on – is
-- written anew with their rows, beside everybody; the tables are locked only while the new one takes the old one's place.

-- Months that have been over for a week, and of which nothing was forgotten for a day: one that is being forgotten day by day is written once,
-- after it. And not for a few: an eighth of its runs at least goes.
CREATE FUNCTION ganglion_stale_parts() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT name FROM public.journal_part
  WHERE next_id < ganglion_first_id(now() - interval '7 days') AND forgotten_at < now() - interval '1 day'
    AND forgotten > 0 AND forgotten >= coalesce(kept, 0) / 8
  ORDER BY next_id
$$;
COMMENT ON FUNCTION ganglion_stale_parts IS 'Parts of the journal that are worth being written anew, the oldest first.';
REVOKE ALL ON FUNCTION ganglion_stale_parts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_stale_parts TO ganglion_app;

CREATE FUNCTION ganglion_part_lock() RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT hashtext('ganglion_write_anew')::bigint $$;
COMMENT ON FUNCTION ganglion_part_lock IS 'An advisory lock: exclusive for who writes a part of the journal anew, shared for who erases or brings a tenant''s journal.';
REVOKE ALL ON FUNCTION ganglion_part_lock FROM PUBLIC;

CREATE FUNCTION ganglion_write_anew(whole text, part text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '2s' AS $$
DECLARE
  range   public.journal_part;
  old     text := whole || '_' || part;
  new     text := old || '_anew';
  tenants uuid[];
  runs    uuid[];
  rows    bigint;
  more    bigint;
BEGIN
  SELECT * INTO range FROM public.journal_part p
  WHERE p.name = part AND whole IN ('step', 'timer', 'state_read', 'consumption') AND p.next_id < ganglion_first_id(now() - interval '7 days');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no part % of % is over', part, whole;
  END IF;
  IF NOT pg_try_advisory_xact_lock(ganglion_part_lock()) THEN
    RETURN NULL; -- a tenant is erased or moved
  END IF;

  -- Runs that go on may write while the rest is copied; looked up first, so that one that ends meanwhile is among them.
  SELECT coalesce(array_agg(r.tenant_id), '{}'), coalesce(array_agg(r.id), '{}') INTO tenants, runs FROM public.run r
  WHERE r.ended_at IS NULL AND r.id < range.next_id AND (r.id >= range.first_id OR range.first_id IS NULL);
  IF whole = 'step' THEN -- the last of the four
    UPDATE public.journal_part SET forgotten = forgotten - range.forgotten WHERE name = part;
  END IF;
  IF to_regclass('public.' || old) IS NULL THEN
    RETURN 0; -- dropped before
  END IF;
  EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING ALL)', new, whole);
  EXECUTE format(
    'INSERT INTO public.%I SELECT j.* FROM public.%I j WHERE EXISTS (SELECT FROM public.run r WHERE r.tenant_id = j.tenant_id AND r.id = j.run_id) '
    'ORDER BY j.tenant_id, j.run_id', new, old);
  GET DIAGNOSTICS rows = ROW_COUNT;
  EXECUTE format('ALTER TABLE public.%I ADD CONSTRAINT bound CHECK (run_id < %L AND run_id >= %L)', new, range.next_id,
    coalesce(range.first_id, '00000000-0000-0000-0000-000000000000')); -- attaching it need not look at its rows
  EXECUTE format('ANALYZE public.%I', new);
  IF whole = 'step' THEN
    EXECUTE format('UPDATE public.journal_part SET kept = (SELECT count(*) FROM (SELECT DISTINCT tenant_id, run_id FROM public.%I) k) WHERE name = $1', new)
      USING part;
  END IF;

  EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', whole);
  EXECUTE format('INSERT INTO public.%I SELECT j.* FROM unnest($1, $2) AS g (tenant_id, run_id) JOIN public.%I j USING (tenant_id, run_id) ON CONFLICT DO NOTHING',
    new, old) USING tenants, runs;
  GET DIAGNOSTICS more = ROW_COUNT;
  EXECUTE format('ALTER TABLE public.%I DETACH PARTITION public.%I', whole, old);
  EXECUTE format('DROP TABLE public.%I', old);
  IF rows + more = 0 AND runs = '{}' THEN
    EXECUTE format('DROP TABLE public.%I', new);
    DELETE FROM public.journal_part WHERE name = part AND NOT EXISTS (
      SELECT FROM unnest(ARRAY['step_', 'timer_', 'state_read_', 'consumption_']) AS w WHERE to_regclass('public.' || w || part) IS NOT NULL);
  ELSE
    EXECUTE format('ALTER TABLE public.%I RENAME TO %I', new, old);
    EXECUTE format('ALTER INDEX public.%I RENAME TO %I', new || '_pkey', old || '_pkey');
    PERFORM ganglion_close_off(old);
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%s) TO (%L)', whole, old,
      coalesce(quote_literal(range.first_id), 'MINVALUE'), range.next_id);
    EXECUTE format('ALTER TABLE public.%I DROP CONSTRAINT bound', old);
  END IF;
  RETURN rows + more;
EXCEPTION WHEN lock_not_available THEN
  RETURN NULL; -- somebody works with the table for long: it is tried again later
END $$;
COMMENT ON FUNCTION ganglion_write_anew IS 'Leaves of a table''s part what its runs that are there have, and says how many rows; null: not now. Dropped where nothing is left. The step is the last table of a part.';
REVOKE ALL ON FUNCTION ganglion_write_anew FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_write_anew TO ganglion_app;

-- As V0270 has it; not beside the above, which would bring back what is deleted.
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
  IF NOT pg_try_advisory_xact_lock_shared(ganglion_part_lock()) THEN
    RAISE EXCEPTION 'a month of the journal is being written anew: tenant % is erased after it', tenant USING ERRCODE = 'lock_not_available';
  END IF;
  EXECUTE format('DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %2$I = $1 LIMIT $2))', name, key)
    USING tenant, most;
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM public.ganglion_set('ganglion.erase', '');
  RETURN gone;
END $$;
