-- A tenant's next POST takes its own old answers away, some at a time. Those of who sends nothing any more stayed for ever: a process takes
-- them away, a bounded number a transaction, whosever they are. No role sees all tenants, so a function of the owner does it.
CREATE INDEX idempotency_key_over ON idempotency_key (expires_at);
CREATE POLICY idempotency_key_over ON idempotency_key TO ganglion_owner USING (expires_at < now());

CREATE FUNCTION ganglion_forget_answers(most integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH gone AS (
    DELETE FROM public.idempotency_key k USING (
      SELECT o.tenant_id, o.key FROM public.idempotency_key o
      WHERE o.expires_at < now() ORDER BY o.expires_at LIMIT most FOR UPDATE SKIP LOCKED) AS old
    WHERE k.tenant_id = old.tenant_id AND k.key = old.key AND k.expires_at < now()
    RETURNING 1)
  SELECT count(*) FROM gone
$$;
COMMENT ON FUNCTION ganglion_forget_answers IS 'Deletes up to so many kept answers whose time is over, the oldest first, and says how many.';
REVOKE ALL ON FUNCTION ganglion_forget_answers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_forget_answers TO ganglion_app;
