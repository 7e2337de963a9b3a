-- Master keys are exchanged while the platform runs: each data key says which master key wraps it. Who rotates has to find the data keys
-- of all tenants, which no role sees; a function answers where they are, and never the keys.
ALTER TABLE tenant_data_key ADD COLUMN master text NOT NULL DEFAULT '';
COMMENT ON COLUMN tenant_data_key.master IS 'The master key that wraps it: keyset:<key id>, or the ARN of a key of AWS KMS; empty for rows from before.';
GRANT DELETE ON tenant_data_key TO ganglion_app; -- of generations that seal nothing any more

CREATE POLICY tenant_data_key_places ON tenant_data_key FOR SELECT TO ganglion_owner USING (true);
CREATE FUNCTION ganglion_data_keys(after_tenant uuid, after_generation integer, most integer)
RETURNS TABLE (tenant_id uuid, generation integer, master text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT k.tenant_id, k.generation, k.master FROM public.tenant_data_key k
  WHERE (k.tenant_id, k.generation) > (after_tenant, after_generation)
  ORDER BY k.tenant_id, k.generation LIMIT most
$$;
COMMENT ON FUNCTION ganglion_data_keys IS 'Where there are data keys, in order; not the keys.';
REVOKE ALL ON FUNCTION ganglion_data_keys FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_data_keys TO ganglion_app;
