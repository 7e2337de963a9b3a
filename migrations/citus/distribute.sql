-- Distributes the tables of a migrated database over the nodes of a Citus cluster, by tenant. For psql, as a superuser, on the coordinator,
-- while no process of Ganglion runs; again after each upgrade. What was done is skipped. README.md has what comes before and after.
--
-- Each table goes in a transaction of its own, since Citus copies rows over connections in parallel: a run that fails is run again.
-- A paragraph is a statement; one that ends in \gexec answers statements, which are run next.

\set ON_ERROR_STOP on

SET client_min_messages = warning;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_proc WHERE proname = 'create_distributed_table') THEN
    RAISE EXCEPTION 'Citus is not in this database: CREATE EXTENSION citus, on every node';
  END IF;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    RAISE EXCEPTION 'run this as a superuser: the owner of the tables sees no rows of tenants';
  END IF;
  IF coalesce(current_setting('citus.enable_unsafe_triggers', true), 'off') <> 'on'
     OR EXISTS (SELECT FROM run_command_on_workers('SHOW citus.enable_unsafe_triggers') w WHERE NOT w.success OR w.result <> 'on') THEN
    RAISE EXCEPTION 'set citus.enable_unsafe_triggers = on in every node''s configuration, and reload it';
  END IF;
END $$;

-- Where each table is that is not distributed. The rest has a tenant_id, and goes by it; "tenant" by its id.
CREATE TEMP TABLE IF NOT EXISTS placed (name text PRIMARY KEY, place text NOT NULL, why text NOT NULL);

INSERT INTO placed (name, place, why) VALUES
  ('person',                'reference', 'of no tenant; read beside members of any'),
  ('tenant_move',           'reference', 'read with the rows of any tenant, and by functions that name none'),
  ('sign_in_domain',        'local',     'a domain has one owner over all tenants, and is asked for before a tenant is known'),
  ('worker',                'local',     'of no tenant; each heartbeat writes it, each commit of a worker locks it'),
  ('worker_tenant',         'local',     'hangs on worker'),
  ('budget',                'local',     'of no tenant: upstream budgets are of a key at a platform'),
  ('budget_use',            'local',     'hangs on budget'),
  ('invoice_series',        'local',     'of no tenant; numbers without a gap are taken one after the other'),
  ('journal_part',          'local',     'of no tenant; which months of the journal there are'),
  ('scheduled_tasks',       'local',     'db-scheduler''s; it claims by FOR UPDATE SKIP LOCKED over all tenants'),
  ('flyway_schema_history', 'local',     'Flyway''s')
ON CONFLICT (name) DO NOTHING;

DO $$
DECLARE
  odd text;
BEGIN
  SELECT string_agg(p.name, ', ') INTO odd FROM placed p
  WHERE p.name <> 'flyway_schema_history'
    AND NOT EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname = p.name);
  IF odd IS NOT NULL THEN
    RAISE EXCEPTION 'no such table any more: %. Take it off the list in migrations/citus/distribute.sql', odd;
  END IF;
  SELECT string_agg(c.relname, ', ') INTO odd FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relname <> 'tenant' AND NOT EXISTS (SELECT FROM placed p WHERE p.name = c.relname)
    AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped);
  IF odd IS NOT NULL THEN
    RAISE EXCEPTION 'without tenant_id: %. Give it one, or say in the list of migrations/citus/distribute.sql whether it is reference or local, and why', odd;
  END IF;
END $$;

INSERT INTO placed (name, place, why)
SELECT c.relname, 'distributed', CASE c.relname WHEN 'tenant' THEN 'id' ELSE 'tenant_id' END
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
ON CONFLICT (name) DO NOTHING;

-- Foreign keys that no node could check: between tables that are placed differently, but from distributed to reference ones.
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname)
FROM pg_constraint k
JOIN pg_class f ON f.oid = k.conrelid JOIN placed a ON a.name = f.relname
JOIN pg_class t ON t.oid = k.confrelid JOIN placed b ON b.name = t.relname
WHERE k.contype = 'f' AND k.conparentid = 0 AND k.connamespace = 'public'::regnamespace
  AND a.place <> b.place AND (a.place, b.place) <> ('distributed', 'reference')
\gexec

-- ON DELETE SET NULL is refused where the distribution column is in the key, even for another column: a trigger does it.
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %2$I %s', k.conrelid::regclass, k.conname,
              replace(pg_get_constraintdef(k.oid), ' ON DELETE SET NULL (connection_id)', ''))
FROM pg_constraint k WHERE k.conrelid = 'public.trigger'::regclass AND k.contype = 'f' AND k.confdeltype = 'n'
\gexec

CREATE OR REPLACE FUNCTION connection_leave() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.trigger SET connection_id = NULL WHERE tenant_id = OLD.tenant_id AND connection_id = OLD.id;
  RETURN OLD;
END $$;

-- What notes an event acts on rows of that event's tenant, one by one: they lie beside it.
CREATE OR REPLACE FUNCTION webhook_note_row() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM public.webhook_tenant t WHERE t.tenant_id = NEW.tenant_id;
  IF FOUND THEN
    INSERT INTO public.webhook_pending (tenant_id, seq) VALUES (NEW.tenant_id, NEW.seq);
  END IF;
  RETURN NULL;
END $$;

-- Of the same events as notification_note(), whose condition it takes over.
DO $$
DECLARE
  told text := substring((SELECT prosrc FROM pg_proc WHERE oid = 'public.notification_note'::regproc)
                         FROM '(CASE f\.type.*?END)\s+AND EXISTS');
BEGIN
  IF told IS NULL THEN
    RAISE EXCEPTION 'notification_note() is not what migrations/citus/distribute.sql knows';
  END IF;
  EXECUTE format($f$
    CREATE OR REPLACE FUNCTION notification_note_row() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public AS $b$
    BEGIN
      IF (%s) THEN
        PERFORM FROM public.notification_tenant t WHERE t.tenant_id = NEW.tenant_id;
        IF FOUND THEN
          INSERT INTO public.notification_pending (tenant_id, seq) VALUES (NEW.tenant_id, NEW.seq);
        END IF;
      END IF;
      RETURN NULL;
    END $b$ $f$, replace(told, 'f.', 'NEW.'));
END $$;

SELECT format('ALTER FUNCTION %s OWNER TO ganglion_owner', f.oid::regprocedure), format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.oid::regprocedure)
FROM pg_proc f WHERE f.pronamespace = 'public'::regnamespace AND f.proname IN ('connection_leave', 'webhook_note_row', 'notification_note_row')
\gexec

SELECT drop FROM (VALUES
  ('webhook_note',      'DROP TRIGGER webhook_note ON outbox'),
  ('notification_note', 'DROP TRIGGER notification_note ON outbox')) AS old (name, drop)
WHERE EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = 'public.outbox'::regclass AND t.tgname = old.name)
\gexec

SELECT make FROM (VALUES
  ('public.outbox'::regclass,     'webhook_note_row',      'CREATE TRIGGER webhook_note_row AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION webhook_note_row()'),
  ('public.outbox'::regclass,     'notification_note_row', 'CREATE TRIGGER notification_note_row AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION notification_note_row()'),
  ('public.connection'::regclass, 'connection_leave',      'CREATE TRIGGER connection_leave BEFORE DELETE ON connection FOR EACH ROW EXECUTE FUNCTION connection_leave()'))
  AS new (rel, name, make)
WHERE NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = new.rel AND t.tgname = new.name)
\gexec

-- Policies may have no subquery. The engine's list of tenants is read for every row then, as it was before V0066; whose tenants a person's
-- are, and whose a domain is, ganglion_set() finds out.
SELECT format('ALTER POLICY %I ON %I USING (%I = ANY (string_to_array(nullif(current_setting(%L, true), %L), %L)::uuid[]))',
              p.policyname, p.tablename, CASE p.tablename WHEN 'tenant' THEN 'id' ELSE 'tenant_id' END,
              CASE WHEN p.policyname IN ('tenant_member', 'tenant_move_member') THEN 'ganglion.memberships'
                   WHEN p.policyname = 'sign_in_provider_asked' THEN 'ganglion.asked'
                   ELSE 'ganglion.tenants' END, '', ',')
FROM pg_policies p JOIN placed c ON c.name = p.tablename
WHERE p.schemaname = 'public' AND c.place <> 'local' AND p.qual LIKE '%SELECT%' AND p.with_check IS NULL
  AND (p.policyname IN ('tenant_member', 'tenant_move_member', 'sign_in_provider_asked')
       OR p.qual LIKE '%SELECT (string_to_array(NULLIF(current_setting(''ganglion.tenants''%')
\gexec

-- The owner sees people for a move to another cell alone, which there is not with Citus.
SELECT format('DROP POLICY %I ON %I', p.policyname, p.tablename)
FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = 'person' AND p.policyname = 'person_moved'
\gexec

DO $$
DECLARE
  odd text;
BEGIN
  SELECT string_agg(p.tablename || '.' || p.policyname, ', ') INTO odd FROM pg_policies p JOIN placed c ON c.name = p.tablename
  WHERE p.schemaname = 'public' AND c.place <> 'local' AND (p.qual LIKE '%SELECT%' OR p.with_check LIKE '%SELECT%');
  IF odd IS NOT NULL THEN
    RAISE EXCEPTION 'policies with a subquery, which Citus refuses: %. Say in migrations/citus/distribute.sql what they become', odd;
  END IF;
END $$;

-- SET LOCAL, which Citus tells the nodes where citus.propagate_set_commands says so; set_config() it does not see.
CREATE OR REPLACE FUNCTION ganglion_set(name text, value text) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF name !~ '^ganglion\.[a-z]+$' THEN
    RAISE EXCEPTION '% is none of ours to set', name;
  END IF;
  EXECUTE format('SET LOCAL %s = %L', name, coalesce(value, ''));
  IF name = 'ganglion.person' THEN
    EXECUTE format('SET LOCAL ganglion.memberships = %L', coalesce((
      SELECT string_agg(m.tenant_id::text, ',') FROM public.member m WHERE m.person_id = nullif(value, '')::uuid), ''));
  ELSIF name = 'ganglion.domain' THEN
    EXECUTE format('SET LOCAL ganglion.asked = %L', coalesce((
      SELECT string_agg(d.tenant_id::text, ',') FROM public.sign_in_domain d WHERE d.domain = value AND d.verified_at IS NOT NULL), ''));
  END IF;
  RETURN value;
END $$;

SELECT format('ALTER ROLE %I SET citus.propagate_set_commands = %L', role, 'local')
FROM unnest(ARRAY['ganglion_app', 'ganglion_engine', 'ganglion_owner']) AS role
\gexec

-- The rows to delete are named by their tenant too: a place in a file is another row on another node.
DO $$
BEGIN
  EXECUTE replace(pg_get_functiondef('public.ganglion_erase'::regproc), 'WHERE ctid = ANY', 'WHERE %2$I = $1 AND ctid = ANY');
END $$;

SELECT format('SELECT create_reference_table(%L)', 'public.' || p.name)
FROM placed p
WHERE p.place = 'reference' AND NOT EXISTS (SELECT FROM pg_dist_partition d WHERE d.logicalrelid = ('public.' || p.name)::regclass)
ORDER BY p.name
\gexec

-- In an order in which a table comes after those it refers to, and after the one whose numbers it takes by default.
WITH RECURSIVE
behind AS (
  SELECT k.conrelid AS rel, k.confrelid AS first FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid <> k.confrelid
  UNION
  SELECT d.adrelid, own.refobjid
  FROM pg_attrdef d
  JOIN pg_depend uses ON uses.classid = 'pg_attrdef'::regclass AND uses.objid = d.oid AND uses.refclassid = 'pg_class'::regclass
  JOIN pg_depend own ON own.classid = 'pg_class'::regclass AND own.objid = uses.refobjid AND own.refclassid = 'pg_class'::regclass
    AND own.deptype IN ('a', 'i')
  JOIN pg_class s ON s.oid = own.objid AND s.relkind = 'S'
  WHERE d.adrelid <> own.refobjid),
depth AS (
  SELECT ('public.' || p.name)::regclass::oid AS rel, 0 AS deep FROM placed p WHERE p.place = 'distributed'
  UNION
  SELECT b.rel, d.deep + 1 FROM behind b JOIN depth d ON d.rel = b.first WHERE d.deep < 100),
place AS (
  SELECT p.name, p.why AS key, max(d.deep) AS deep FROM placed p JOIN depth d ON d.rel = ('public.' || p.name)::regclass
  WHERE p.place = 'distributed' GROUP BY p.name)
SELECT format('SELECT create_distributed_table(%L, %L, colocate_with => %L)',
              'public.' || name, key, CASE name WHEN 'tenant' THEN 'none' ELSE 'public.tenant' END)
FROM place
WHERE NOT EXISTS (SELECT FROM pg_dist_partition d WHERE d.logicalrelid = ('public.' || name)::regclass)
ORDER BY (name = 'tenant') DESC, deep, name
\gexec

-- A shard is made with what roles may do with the table, and not with what they may do with some of its columns: granted again, it is
-- passed on.
SELECT format('GRANT %s (%s) ON %s TO %I', g.privilege_type, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), a.attrelid::regclass, r.rolname)
FROM placed p JOIN pg_attribute a ON a.attrelid = ('public.' || p.name)::regclass AND NOT a.attisdropped
CROSS JOIN LATERAL aclexplode(a.attacl) g JOIN pg_roles r ON r.oid = g.grantee
WHERE p.place <> 'local'
GROUP BY a.attrelid, g.privilege_type, r.rolname ORDER BY 1
\gexec

SELECT place, count(*) AS tables FROM placed GROUP BY place ORDER BY place;
