-- Months are opened ahead of time by whoever sweeps. Runs of a month that nobody opened are kept in the part for what is later, and are moved
-- when it is opened.
CREATE FUNCTION ganglion_make_part(whole text, part text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING ALL)', part, whole);
  EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', part);
  EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', part);
  EXECUTE format('CREATE POLICY erase ON public.%I TO ganglion_owner USING (tenant_id = nullif(current_setting(''ganglion.erase'', true), '''')::uuid)', part);
END $$;
COMMENT ON FUNCTION ganglion_make_part IS 'A table that can become a part of the whole; no role but the owner may touch it.';
REVOKE ALL ON FUNCTION ganglion_make_part FROM PUBLIC;

DO $$
DECLARE
  whole text;
BEGIN
  FOREACH whole IN ARRAY ARRAY['step', 'timer', 'state_read', 'consumption'] LOOP
    PERFORM ganglion_make_part(whole, whole || '_later');
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I DEFAULT', whole, whole || '_later');
  END LOOP;
END $$;

-- Nobody else reads or writes the part for what is later meanwhile: runs of the month are moved out of it, mostly none.
CREATE FUNCTION ganglion_open_month(whole text, part text, first uuid, next uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  later text := whole || '_later';
BEGIN
  PERFORM ganglion_make_part(whole, part);
  EXECUTE format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', later); -- locks it, and shows the owner its rows
  EXECUTE format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', part);
  EXECUTE format('WITH moved AS (DELETE FROM public.%I WHERE run_id >= $1 AND run_id < $2 RETURNING *) INSERT INTO public.%I SELECT * FROM moved', later, part)
    USING first, next;
  EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', later);
  EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', part);
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)', whole, part, first, next);
END $$;
REVOKE ALL ON FUNCTION ganglion_open_month FROM PUBLIC;

-- From the month after the last that is there: one that was dropped stays away.
CREATE FUNCTION ganglion_open_months(ahead integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '2s' SET timezone = 'UTC' AS $$
DECLARE
  whole  text;
  month  timestamptz;
  opened integer := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('ganglion_open_months')) THEN
    RETURN 0; -- another process does
  END IF;
  FOREACH whole IN ARRAY ARRAY['step', 'timer', 'state_read', 'consumption'] LOOP
    SELECT max(to_timestamp(right(c.relname, 7), 'YYYY_MM') + CASE WHEN c.relname LIKE '%\_before\_%' THEN interval '0' ELSE interval '1 month' END)
      INTO month
    FROM pg_class c WHERE c.relispartition AND c.relname ~ ('^' || whole || '(_before)?_\d{4}_\d\d$');
    WHILE month <= date_trunc('month', now()) + make_interval(months => ahead) LOOP
      PERFORM ganglion_open_month(whole, whole || to_char(month, '_YYYY_MM'), ganglion_first_id(month), ganglion_first_id(month + interval '1 month'));
      opened := opened + 1;
      month := month + interval '1 month';
    END LOOP;
  END LOOP;
  RETURN opened;
EXCEPTION WHEN lock_not_available THEN
  RETURN 0; -- nobody waits for this: the next sweep tries again
END $$;
COMMENT ON FUNCTION ganglion_open_months IS 'Opens parts of the journal up to so many months after this one, and says how many; 0 also when another process does, or a lock could not be had.';
REVOKE ALL ON FUNCTION ganglion_open_months FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_open_months TO ganglion_engine;

SELECT ganglion_open_months(3);
