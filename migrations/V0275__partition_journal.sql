-- Each table becomes the first part of one that has its name, its columns, its policies and its grants. No row is written or read.
-- A part has no grants; its policies show the owner alone what it has, and let a tenant be erased. All else goes by the whole.
SET LOCAL lock_timeout = '10s'; -- rather a migration that starts again than a queue of everybody behind it
DO $$
DECLARE
  whole  text;
  part   text;
  policy record;
BEGIN
  ALTER TABLE consumption DROP CONSTRAINT consumption_tenant_id_run_id_fkey; -- a run goes before its month does
  FOREACH whole IN ARRAY ARRAY['step', 'timer', 'state_read', 'consumption'] LOOP
    SELECT whole || '_' || name INTO part FROM journal_part;
    EXECUTE format('ALTER TABLE %I RENAME TO %I', whole, part);
    EXECUTE format('ALTER INDEX %I RENAME TO %I', whole || '_pkey', part || '_pkey');
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL) PARTITION BY RANGE (run_id)', whole, part);
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT bound', whole);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', whole);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', whole);
    FOR policy IN SELECT * FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = part LOOP
      EXECUTE format('CREATE POLICY %I ON %I FOR %s TO %s %s %s', policy.policyname, whole, policy.cmd, array_to_string(policy.roles, ', '),
        'USING (' || policy.qual || ')', 'WITH CHECK (' || policy.with_check || ')');
      IF policy.policyname <> 'erase' THEN
        EXECUTE format('DROP POLICY %I ON %I', policy.policyname, part);
      END IF;
    END LOOP;
    EXECUTE format('CREATE POLICY part_owned ON %I FOR SELECT TO ganglion_owner USING (true)', part);
    EXECUTE format('REVOKE ALL ON %I FROM ganglion_app, ganglion_engine', part);
    EXECUTE format('GRANT SELECT ON %I TO ganglion_app', whole);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO ganglion_engine', whole);
    EXECUTE (SELECT format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (MINVALUE) TO (%L)', whole, part, next_id) FROM journal_part);
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT bound', part); -- its range says as much
  END LOOP;
END $$;
