-- Rights on the database ganglion, for psql, connected to it. May run any number of times. Migrations grant what the application and
-- the engine may do with each table.
\set ON_ERROR_STOP on

BEGIN;
REVOKE ALL ON DATABASE ganglion FROM PUBLIC;
GRANT CONNECT ON DATABASE ganglion TO ganglion_owner, ganglion_app, ganglion_engine;
ALTER SCHEMA public OWNER TO ganglion_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO ganglion_app, ganglion_engine;
COMMIT;
