-- Roles of a PostgreSQL server that Ganglion runs on, for psql, as a role that may create roles: a superuser, or the administrator
-- of a managed server, who is none. May run any number of times. None of the roles may pass row-level security: they are made
-- without attributes, and one that has got some is refused. infra/local's Bootstrap makes the same for a stack of one's own.
\set ON_ERROR_STOP on
\getenv owner GANGLION_DB_OWNER_PASSWORD
\getenv app GANGLION_DB_APP_PASSWORD
\getenv engine GANGLION_DB_ENGINE_PASSWORD

BEGIN;

SELECT format('CREATE ROLE %I', name)
FROM unnest(ARRAY['ganglion_owner', 'ganglion_app', 'ganglion_engine']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec

DO $$
DECLARE
  strong text;
BEGIN
  SELECT string_agg(rolname, ', ') INTO strong FROM pg_roles
  WHERE rolname IN ('ganglion_owner', 'ganglion_app', 'ganglion_engine')
    AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication);
  IF strong IS NOT NULL THEN
    RAISE EXCEPTION 'roles that may do more than they should: %', strong;
  END IF;
END $$;

SELECT format('ALTER ROLE %I LOGIN PASSWORD %L', name, password)
FROM (VALUES ('ganglion_owner', :'owner'), ('ganglion_app', :'app'), ('ganglion_engine', :'engine')) AS of (name, password) \gexec

-- a transaction that waits for its client holds locks others need
SELECT format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''10s''', name)
FROM unnest(ARRAY['ganglion_owner', 'ganglion_app', 'ganglion_engine']) AS name \gexec

-- who is no superuser may give only to whom it belongs to
SELECT format('GRANT ganglion_owner TO %I', current_user)
WHERE NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) \gexec

COMMIT;
