-- What an operator's alerts go by: counts and ages over all tenants, of what is open, due or waiting now. No role sees all of it, so a
-- function answers sums, and nothing of whose they are. It is asked every some seconds by each worker: each part finds its rows by an
-- index that has little more than them, and looks at 10,000 at most.

CREATE POLICY run_queue_measured ON run_queue FOR SELECT TO ganglion_owner USING (true);
CREATE POLICY effect_measured ON effect FOR SELECT TO ganglion_owner USING (state = 'UNKNOWN');
CREATE POLICY capacity_waiter_measured ON capacity_waiter FOR SELECT TO ganglion_owner USING (true);
CREATE POLICY system_waiter_measured ON system_waiter FOR SELECT TO ganglion_owner USING (true);
CREATE POLICY webhook_lane_measured ON webhook_lane FOR SELECT TO ganglion_owner USING (true);

CREATE FUNCTION ganglion_measures()
RETURNS TABLE (
  run_queue_due      double precision,
  run_queue_delay    double precision,
  effects_unknown    double precision,
  effects_unknown_age double precision,
  holds_open         double precision,
  holds_leaked       double precision,
  capacity_waiters   double precision,
  capacity_wait      double precision,
  system_waiters     double precision,
  system_wait        double precision,
  webhook_waiting    double precision,
  webhook_delay      double precision,
  errands_failing    double precision,
  errands_delay      double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
  WITH RECURSIVE
  -- a row a tenant, and not a row a run: runs whose time is far off are many
  queued AS (
    (SELECT tenant_id FROM public.run_queue ORDER BY tenant_id LIMIT 1)
    UNION ALL
    SELECT (SELECT q.tenant_id FROM public.run_queue q WHERE q.tenant_id > queued.tenant_id ORDER BY q.tenant_id LIMIT 1)
    FROM queued WHERE queued.tenant_id IS NOT NULL),
  due AS (
    SELECT d.due_at FROM queued CROSS JOIN LATERAL (
      SELECT q.due_at FROM public.run_queue q WHERE q.tenant_id = queued.tenant_id AND q.due_at <= now()
      ORDER BY q.due_at LIMIT 1000) d
    LIMIT 10000),
  unknown AS (SELECT coalesce(first_dispatched_at, created_at) AS since FROM public.effect WHERE state = 'UNKNOWN' LIMIT 10000),
  open AS (SELECT fence FROM public.hold WHERE closed_at IS NULL LIMIT 10000),
  for_capacity AS (SELECT since FROM public.capacity_waiter LIMIT 10000),
  for_system AS (SELECT since FROM public.system_waiter LIMIT 10000),
  lanes AS (SELECT due_at, waiting FROM public.webhook_lane WHERE due_at < 'infinity' ORDER BY due_at LIMIT 10000),
  errands AS (
    SELECT execution_time, consecutive_failures FROM public.scheduled_tasks WHERE NOT picked ORDER BY execution_time LIMIT 10000)
  SELECT
    (SELECT count(*) FROM due),
    (SELECT coalesce(extract(epoch FROM now() - min(due_at)), 0) FROM due),
    (SELECT count(*) FROM unknown),
    (SELECT coalesce(extract(epoch FROM now() - min(since)), 0) FROM unknown),
    (SELECT count(*) FROM open),
    -- a rescuer closes them in the transaction that fences their worker
    (SELECT count(*) FROM open JOIN public.worker w ON w.id = open.fence WHERE w.fenced_at < now() - interval '1 minute'),
    (SELECT count(*) FROM for_capacity),
    (SELECT coalesce(greatest(0, extract(epoch FROM now() - min(since))), 0) FROM for_capacity),
    (SELECT count(*) FROM for_system),
    (SELECT coalesce(greatest(0, extract(epoch FROM now() - min(since))), 0) FROM for_system),
    (SELECT coalesce(sum(waiting), 0) FROM lanes),
    (SELECT coalesce(extract(epoch FROM now() - min(due_at)), 0) FROM lanes WHERE due_at <= now()),
    (SELECT count(*) FROM errands WHERE consecutive_failures >= 5),
    (SELECT coalesce(extract(epoch FROM now() - min(execution_time)), 0) FROM errands WHERE execution_time <= now())
$$;
COMMENT ON FUNCTION ganglion_measures IS 'Counts, and ages in seconds, over all tenants: of what is due, in doubt, held, waited for. Counts go up to 10,000.';
REVOKE ALL ON FUNCTION ganglion_measures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_measures TO ganglion_engine;
