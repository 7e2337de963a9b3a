-- The engine checks in an intent's commit that the connection it is about to use is as it was opened. It sees no credentials.
CREATE POLICY connection_engine ON connection TO ganglion_engine
  USING (tenant_id = ANY (string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[]));
GRANT SELECT (tenant_id, id, version) ON connection TO ganglion_engine;
