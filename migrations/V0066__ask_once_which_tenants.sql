-- The list of tenants that a worker's transaction sees was read and parsed for every row; in a scalar subquery it is once a statement.
DO $$
DECLARE
  old record;
  tenants CONSTANT text := '(SELECT string_to_array(nullif(current_setting(''ganglion.tenants'', true), ''''), '','')::uuid[])';
BEGIN
  FOR old IN
    SELECT schemaname, tablename, policyname,
           CASE tablename WHEN 'tenant' THEN 'id' ELSE 'tenant_id' END AS key
    FROM pg_policies
    WHERE schemaname = 'public' AND qual LIKE '%string_to_array%' AND with_check IS NULL
  LOOP
    EXECUTE format('ALTER POLICY %I ON %I.%I USING (%I = ANY (%s::uuid[]))',
                   old.policyname, old.schemaname, old.tablename, old.key, tenants);
  END LOOP;
END
$$;
