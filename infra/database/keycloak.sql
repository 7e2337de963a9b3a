-- Keycloak's role, for psql, as a role that may create roles. May run any number of times.
\set ON_ERROR_STOP on
\getenv password KEYCLOAK_DB_PASSWORD

BEGIN;
SELECT 'CREATE ROLE keycloak' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'keycloak') \gexec
SELECT format('ALTER ROLE keycloak LOGIN PASSWORD %L', :'password') \gexec
SELECT format('GRANT keycloak TO %I', current_user)
WHERE NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) \gexec
COMMIT;
