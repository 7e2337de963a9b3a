-- Months are opened ahead of time by whoever sweeps. Runs of a month that nobody opened are kept in the part for what is later, and are moved
-- when it is opened.
CREATE FUNCTION ganglion_close_off(part text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', part);
  EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', part);
  EXECUTE format('CREATE POLICY erase ON public.%I TO ganglion_owner USING (tenant_id = nullif(current_setting(''ganglion.erase'', true), '''')::uuid)', part);
  EXECUTE format('CREATE POLICY part_owned ON public.%I FOR SELECT TO ganglion_owner USING (true)', part);
END $$;
COMMENT ON FUNCTION ganglion_close_off IS 'Nobody gets at the table but through the one that it becomes a part of.';
REVOKE ALL ON FUNCTION ganglion_close_off FROM PUBLIC;

DO $$
DECLARE
  whole text;
BEGIN
  FOREACH whole IN ARRAY ARRAY['step', 'timer', 'state_read', 'consumption'] LOOP
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', whole || '_later', whole);
    PERFORM ganglion_close_off(whole || '_later');
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I DEFAULT', whole, whole || '_later');
  END LOOP;
END $$;

-- Nobody else reads or writes the part for what is later meanwhile: runs of the month are moved out of it, mostly none.
CREATE FUNCTION ganglion_open_month(whole text, part text, first uuid, next uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  later text := whole || '_later';
BEGIN
  EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING ALL)', part, whole);
  EXECUTE format('ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY', later); -- locks it, and lets the owner take rows out
  EXECUTE format('WITH moved AS (DELETE FROM public.%I WHERE run_id >= $1 AND run_id < $2 RETURNING *) INSERT INTO public.%I SELECT * FROM moved', later, part)
    USING first, next;
  EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', later);
  PERFORM ganglion_close_off(part);
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)', whole, part, first, next);
END $$;
REVOKE ALL ON FUNCTION ganglion_open_month FROM PUBLIC;

CREATE FUNCTION ganglion_open_months(ahead integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '2s' AS $$
DECLARE
  last   public.journal_part;
  after  date;
  next   uuid;
  part   text;
  whole  text;
  opened integer := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('ganglion_open_months')) THEN
    RETURN 0; -- another process does
  END IF;
  SELECT * INTO last FROM public.journal_part ORDER BY next_id DESC LIMIT 1;
  WHILE last.next_month <= date_trunc('month', now(), 'UTC') AT TIME ZONE 'UTC' + make_interval(months => ahead) LOOP
    part := to_char(last.next_month, 'YYYY_MM');
    after := last.next_month + interval '1 month';
    next := ganglion_first_id(after::timestamp AT TIME ZONE 'UTC');
    FOREACH whole IN ARRAY ARRAY['step', 'timer', 'state_read', 'consumption'] LOOP
      PERFORM ganglion_open_month(whole, whole || '_' || part, last.next_id, next);
    END LOOP;
    INSERT INTO public.journal_part (name, first_id, next_id, next_month) VALUES (part, last.next_id, next, after) RETURNING * INTO last;
    opened := opened + 1;
  END LOOP;
  RETURN opened;
EXCEPTION WHEN lock_not_available THEN
  RETURN 0; -- nobody waits for this: the next sweep tries again
END $$;
COMMENT ON FUNCTION ganglion_open_months IS 'Opens the months of the journal up to so many after this one, and says how many; 0 also when another process does, or a lock could not be had.';
REVOKE ALL ON FUNCTION ganglion_open_months FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_open_months TO ganglion_engine;

SELECT ganglion_open_months(3);
