-- Connectors that tenants made themselves, of an OpenAPI document or of an MCP server's tools.
CREATE TABLE addition (
  tenant_id  uuid        NOT NULL REFERENCES tenant (id),
  name       text        NOT NULL,
  kind       text        NOT NULL,
  title      text        NOT NULL,
  address    text        NOT NULL,              -- base address of the API, or the server's own
  definition json        NOT NULL,              -- what was read, and what the tenant says of it; never a secret
  version    bigint      NOT NULL DEFAULT 1,    -- raised by each change; the ETag
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, name),
  CONSTRAINT addition_name CHECK (name ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)+$' AND char_length(name) <= 32),
  CONSTRAINT addition_kind CHECK (kind IN ('openapi', 'mcp')),
  CONSTRAINT addition_title CHECK (char_length(title) BETWEEN 1 AND 80),
  CONSTRAINT addition_address CHECK (char_length(address) BETWEEN 1 AND 500),
  CONSTRAINT addition_definition CHECK (octet_length(definition::text) <= 2097152)
);
COMMENT ON COLUMN addition.name IS 'Has a hyphen, which no connector has that comes with the application.';
ALTER TABLE addition ENABLE ROW LEVEL SECURITY;
ALTER TABLE addition FORCE ROW LEVEL SECURITY;
CREATE POLICY addition_tenant ON addition TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON addition TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON addition TO ganglion_app;
