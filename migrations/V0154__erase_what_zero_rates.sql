-- Tables that were made since erasure came and have no policy of it yet.
DO $$
DECLARE t record;
BEGIN
  FOR t IN
    SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname IN ('hold_zero', 'capacity', 'capacity_waiter')
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'erase')
  LOOP
    EXECUTE format(
      'CREATE POLICY erase ON %s TO ganglion_owner USING (tenant_id = nullif(current_setting(''ganglion.erase'', true), '''')::uuid)', t.name);
  END LOOP;
END $$;
