-- The journal is kept by the months in which its runs began (docs/adr/0051). A run's identifier begins with its time (UUIDv7, RFC 9562), so
-- that a month is a range of identifiers: no key, reference or statement has to name it.
CREATE FUNCTION ganglion_first_id(at timestamptz) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT rpad(lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0'), 32, '0')::uuid
$$;
COMMENT ON FUNCTION ganglion_first_id IS 'Not above any UUIDv7 that is made at or after that time, above all made in milliseconds before.';

-- Which parts there are; the tables of one end in its name.
CREATE TABLE journal_part (
  name         text PRIMARY KEY,
  first_id     uuid,                        -- the least identifier of its runs; null: of all before
  next_id      uuid NOT NULL,               -- of the part after it
  next_month   date NOT NULL,               -- the month that part begins with
  forgotten    bigint NOT NULL DEFAULT 0,   -- runs that are no more since its tables were written; their rows are there still
  forgotten_at timestamptz,
  kept         bigint                       -- runs when its tables were written anew; null: never yet
);
COMMENT ON TABLE journal_part IS 'Of no tenant: months of the journal. No role that serves requests may read it.';

-- Runs that are there began before the end of this month; near its end, of the next. Not looked at yet: that would lock the tables.
DO $$
DECLARE
  month timestamptz := date_trunc('month', now() + interval '3 days', 'UTC') + interval '1 month';
  whole text;
BEGIN
  INSERT INTO journal_part (name, next_id, next_month)
  VALUES (to_char(month AT TIME ZONE 'UTC', '"before_"YYYY_MM'), ganglion_first_id(month), (month AT TIME ZONE 'UTC')::date);
  FOREACH whole IN ARRAY ARRAY['step', 'timer', 'state_read', 'consumption'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT bound CHECK (run_id < %L) NOT VALID', whole, ganglion_first_id(month));
  END LOOP;
END $$;
