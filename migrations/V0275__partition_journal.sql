-- Each table becomes the first part of one that has its name, its columns, its policies and its grants. No row is written or read.
-- A part has no grants, and only the policy that lets a tenant be erased: all else goes by the whole.
SET LOCAL lock_timeout = '10s'; -- rather a migration that starts again than a queue of everybody behind it
DO $$
DECLARE
  name   text;
  bound  text;
  part   text;
  policy record;
BEGIN
  ALTER TABLE consumption DROP CONSTRAINT consumption_tenant_id_run_id_fkey; -- a run may go before its month does
  FOREACH name IN ARRAY ARRAY['step', 'timer', 'state_read', 'consumption'] LOOP
    SELECT substring(pg_get_constraintdef(c.oid) FROM '''(.+)''::uuid') INTO bound
    FROM pg_constraint c WHERE c.conrelid = name::regclass AND c.conname = 'bound';
    part := name || '_before_' || to_char(
      to_timestamp(('x' || left(replace(bound, '-', ''), 12))::bit(48)::bigint / 1000.0) AT TIME ZONE 'UTC', 'YYYY_MM');
    EXECUTE format('ALTER TABLE %I RENAME TO %I', name, part);
    EXECUTE format('ALTER INDEX %I RENAME TO %I', name || '_pkey', part || '_pkey');
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL) PARTITION BY RANGE (run_id)', name, part);
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT bound', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    FOR policy IN SELECT * FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = part LOOP
      EXECUTE format('CREATE POLICY %I ON %I FOR %s TO %s %s %s', policy.policyname, name, policy.cmd, array_to_string(policy.roles, ', '),
        'USING (' || policy.qual || ')', 'WITH CHECK (' || policy.with_check || ')');
      IF policy.policyname <> 'erase' THEN
        EXECUTE format('DROP POLICY %I ON %I', policy.policyname, part);
      END IF;
    END LOOP;
    EXECUTE format('REVOKE ALL ON %I FROM ganglion_app, ganglion_engine', part);
    EXECUTE format('GRANT SELECT ON %I TO ganglion_app', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO ganglion_engine', name);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (MINVALUE) TO (%L)', name, part, bound);
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT bound', part); -- its range says as much
  END LOOP;
END $$;
