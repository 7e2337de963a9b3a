-- The sealer reads a tenant's holds by hour, and has to find the tenants that have some, which no role sees: a function answers who and
-- which hour, and nothing of what was held.

-- Holds of an hour are those that closed after its start, or are open, and opened before its end.
CREATE INDEX hold_closed ON hold (tenant_id, closed_at, opened_at);

CREATE POLICY hold_hours ON hold FOR SELECT TO ganglion_owner USING (true);
CREATE POLICY ledger_head_hours ON ledger_head FOR SELECT TO ganglion_owner USING (true);
CREATE POLICY sealed_hour_hours ON sealed_hour FOR SELECT TO ganglion_owner USING (true);
CREATE POLICY tenant_hours ON tenant FOR SELECT TO ganglion_owner USING (true);

-- A plan that was made while a table was empty would read all of it, or all of a tenant's: each look is by the index.
CREATE FUNCTION ganglion_unsealed(cutoff timestamptz, since timestamptz, after_tenant uuid, most integer)
RETURNS TABLE (tenant_id uuid, hour timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
  SELECT t.id, greatest(date_trunc('hour', f.first, 'UTC'), CASE WHEN f.first IS NOT NULL THEN d.sealed_to END)
  FROM public.tenant t LEFT JOIN public.ledger_head d ON d.tenant_id = t.id
  CROSS JOIN LATERAL (SELECT coalesce(d.sealed_to, '-infinity') AS sealed_to OFFSET 0) e
  CROSS JOIN LATERAL (
    SELECT min(m.opened_at) AS first FROM (
      SELECT h.opened_at FROM public.hold h
      WHERE h.tenant_id = t.id AND h.closed_at > e.sealed_to AND h.opened_at < cutoff AND e.sealed_to < cutoff
      UNION ALL
      SELECT h.opened_at FROM public.hold h
      WHERE h.tenant_id = t.id AND h.closed_at IS NULL AND h.opened_at < cutoff AND e.sealed_to < cutoff) m) f
  WHERE t.id > after_tenant AND (t.purge_at IS NULL OR t.purge_at > now())
    AND (f.first IS NOT NULL
         OR d.checked_to < cutoff
            AND EXISTS (SELECT FROM public.sealed_hour s WHERE s.tenant_id = t.id AND s.hour >= since AND s.hour < cutoff))
  ORDER BY t.id LIMIT most
$$;
COMMENT ON FUNCTION ganglion_unsealed IS 'Tenants with holds before a full hour that are not sealed, and the first such hour; or, without an hour, with hours sealed since that are to be compared with their holds again. Tenants that are about to be erased are left out.';
REVOKE ALL ON FUNCTION ganglion_unsealed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_unsealed TO ganglion_app;

CREATE FUNCTION ganglion_hold_hours(tenant uuid, since timestamptz, until timestamptz)
RETURNS TABLE (hour timestamptz, source bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
  SELECT t.hour, bit_xor(hashtextextended(concat_ws('|',
      h.id, h.weight, coalesce(h.zero_rate, ''),
      extract(epoch FROM greatest(h.opened_at, t.hour)),
      extract(epoch FROM least(h.closed_at, t.hour + interval '1 hour')), -- an open one: the hour's end
      (SELECT string_agg(concat_ws(':', z.code, extract(epoch FROM greatest(z.from_at, t.hour)),
                                   extract(epoch FROM least(z.to_at, t.hour + interval '1 hour'))), ',' ORDER BY z.from_at)
       FROM public.hold_zero z
       WHERE z.tenant_id = h.tenant_id AND z.hold_id = h.id AND z.from_at < t.hour + interval '1 hour' AND z.to_at > t.hour)), 0))
  FROM (
    SELECT * FROM public.hold c WHERE c.tenant_id = ganglion_hold_hours.tenant AND c.closed_at > since AND c.opened_at < until
    UNION ALL
    SELECT * FROM public.hold o WHERE o.tenant_id = ganglion_hold_hours.tenant AND o.closed_at IS NULL AND o.opened_at < until) h
  CROSS JOIN LATERAL generate_series(
    greatest(date_trunc('hour', h.opened_at, 'UTC'), since),
    least(h.closed_at, until) - interval '1 microsecond',
    interval '1 hour') AS t (hour)
  GROUP BY t.hour
$$;
COMMENT ON FUNCTION ganglion_hold_hours IS 'For each hour with holds a checksum over all that a ledger row could be made of. since and until are full hours.';
REVOKE ALL ON FUNCTION ganglion_hold_hours FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_hold_hours TO ganglion_app;
