-- The journal is kept by the months in which its runs began (docs/adr/0051). A run's identifier begins with its time (UUIDv7, RFC 9562), so
-- that a month is a range of identifiers: no key, reference or statement has to name it.
CREATE FUNCTION ganglion_first_id(at timestamptz) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT rpad(lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0'), 32, '0')::uuid
$$;
COMMENT ON FUNCTION ganglion_first_id IS 'Not above any UUIDv7 that is made at or after that time, above all made in milliseconds before.';

-- Runs that are there began before the end of this month; near its end, of the next. Not looked at yet: that would lock the tables.
DO $$
DECLARE
  bound timestamptz := date_trunc('month', now() + interval '3 days', 'UTC') + interval '1 month';
  name  text;
BEGIN
  FOREACH name IN ARRAY ARRAY['step', 'timer', 'state_read', 'consumption'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT bound CHECK (run_id < %L) NOT VALID', name, ganglion_first_id(bound));
  END LOOP;
END $$;
