-- A plan's history: runs that ended longer ago are forgotten (docs/adr/0051). What they cost stays: holds, the ledger, spending's sums, invoices;
-- and so does the audit log.

-- The owner reads which runs there still are, to write a month of the journal anew.
CREATE POLICY run_owned ON run FOR SELECT TO ganglion_owner USING (true);

-- Nobody deleted effects but with their tenant. A lost approval or compensation is looked up once for each effect that goes.
CREATE INDEX approval_effect ON approval (tenant_id, effect_id) WHERE effect_id IS NOT NULL;
ALTER TABLE compensable DROP CONSTRAINT compensable_tenant_id_effect_id_fkey; -- both go with their run; an index costs each effect

CREATE FUNCTION ganglion_plans(after uuid, most integer) RETURNS TABLE (tenant_id uuid, plan text, prices text, agreed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, s.plan, s.prices, s.agreed_at
  FROM public.tenant t LEFT JOIN public.subscription s ON s.tenant_id = t.id
  WHERE t.id > after AND t.deleted_at IS NULL AND NOT EXISTS (SELECT FROM public.tenant_move m WHERE m.tenant_id = t.id)
  ORDER BY t.id LIMIT most
$$;
COMMENT ON FUNCTION ganglion_plans IS 'Tenants that live here, with what they agreed to; null: they never chose.';
REVOKE ALL ON FUNCTION ganglion_plans FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_plans TO ganglion_app;

-- Some runs of one tenant, all that hangs on them first. Their journal stays where it is until its month is written anew.
CREATE FUNCTION ganglion_forget(tenant uuid, before timestamptz, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  runs    uuid[];
  effects uuid[];
  name    text;
BEGIN
  IF before > now() - interval '7 days' THEN
    RAISE EXCEPTION 'runs are kept for seven days at least';
  END IF;
  PERFORM public.ganglion_set('ganglion.erase', tenant::text);
  runs := ARRAY(
    SELECT r.id FROM public.run r
    WHERE r.tenant_id = tenant AND r.id < ganglion_first_id(before) AND r.ended_at < before
      AND NOT EXISTS (SELECT FROM public.run c WHERE c.tenant_id = r.tenant_id AND c.parent_id = r.id)
      AND NOT EXISTS (SELECT FROM public.effect e
                      WHERE e.tenant_id = r.tenant_id AND e.run_id = r.id AND e.state IN ('INTENDED', 'DISPATCHED', 'UNKNOWN'))
      AND NOT EXISTS (SELECT FROM public.hold h WHERE h.tenant_id = r.tenant_id AND h.run_id = r.id AND h.closed_at IS NULL)
      AND NOT EXISTS (SELECT FROM public.mcp_session m WHERE m.tenant_id = r.tenant_id AND m.run_id = r.id)
    ORDER BY r.id LIMIT most FOR UPDATE SKIP LOCKED);
  IF runs <> '{}' THEN
    effects := ARRAY(SELECT e.id FROM public.effect e WHERE e.tenant_id = tenant AND e.run_id = ANY (runs));
    DELETE FROM public.approval_link l USING public.approval a
    WHERE a.tenant_id = tenant AND a.run_id = ANY (runs) AND l.tenant_id = tenant AND l.approval_id = a.id;
    DELETE FROM public.spending WHERE tenant_id = tenant AND effect_id = ANY (effects);
    FOREACH name IN ARRAY ARRAY['approval', 'a2a_push', 'a2a_task', 'acknowledgement', 'capacity_waiter', 'checkpoint', 'compensable', 'effect',
      'listener', 'mcp_call', 'outbox', 'run_queue', 'session_step', 'session', 'spend_waiter', 'state_undo', 'system_waiter'] LOOP
      EXECUTE format('DELETE FROM public.%I WHERE tenant_id = $1 AND run_id = ANY ($2)', name) USING tenant, runs;
    END LOOP;
    DELETE FROM public.run WHERE tenant_id = tenant AND id = ANY (runs);
    UPDATE public.journal_part p SET forgotten = p.forgotten + gone.runs, forgotten_at = now()
    FROM (SELECT q.name, count(*) AS runs FROM unnest(runs) AS id
          JOIN public.journal_part q ON id < q.next_id AND (id >= q.first_id OR q.first_id IS NULL) GROUP BY q.name) AS gone
    WHERE p.name = gone.name;
  END IF;
  PERFORM public.ganglion_set('ganglion.erase', '');
  RETURN cardinality(runs);
END $$;
COMMENT ON FUNCTION ganglion_forget IS 'Forgets up to so many of a tenant''s runs that ended before, and says how many; not those with effects in doubt, open holds, or children that are kept.';
REVOKE ALL ON FUNCTION ganglion_forget FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_forget TO ganglion_app;
