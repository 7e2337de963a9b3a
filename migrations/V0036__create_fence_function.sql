-- First in every transaction of a worker: lets it see its tenants, checks its fence and holds it to the transaction's end.
CREATE FUNCTION ganglion_fence(tenants text, worker_id bigint) RETURNS timestamptz
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('ganglion.tenants', tenants, true);
  PERFORM FROM worker WHERE id = worker_id AND fenced_at IS NULL FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'worker % is fenced', worker_id USING ERRCODE = 'GF001';
  END IF;
  RETURN now();
END
$$;
COMMENT ON FUNCTION ganglion_fence IS 'The transaction''s time; GF001 for a worker that was fenced. tenants: UUIDs separated by commas.';
REVOKE ALL ON FUNCTION ganglion_fence FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_fence TO ganglion_engine;
