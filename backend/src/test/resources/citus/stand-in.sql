-- Stands in for Citus where there is none: it refuses what Citus refuses, by its sources (create_distributed_table.c, foreign_constraint.c,
-- policy.c, trigger.c), and notes what it was asked for. Nothing is distributed.
CREATE SCHEMA stand_in;

CREATE TABLE stand_in.pg_dist_partition (logicalrelid regclass PRIMARY KEY, key text, colocated boolean NOT NULL);

CREATE FUNCTION stand_in.run_command_on_workers(command text)
RETURNS TABLE (nodename text, nodeport integer, success boolean, result text)
LANGUAGE sql AS $$ SELECT 'node', 5432, true, current_setting('citus.enable_unsafe_triggers', true) $$;

CREATE FUNCTION stand_in.refuse_any(rel regclass) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  odd text;
BEGIN
  IF EXISTS (SELECT FROM stand_in.pg_dist_partition d WHERE d.logicalrelid = rel) THEN
    RAISE EXCEPTION 'table "%" is already distributed', rel;
  END IF;
  IF (SELECT c.relispartition OR c.relkind NOT IN ('r', 'p') FROM pg_class c WHERE c.oid = rel) THEN
    RAISE EXCEPTION 'cannot distribute relation "%" which is partition, or no table', rel;
  END IF;
  SELECT string_agg(t.tgname, ', ') INTO odd FROM pg_trigger t WHERE t.tgrelid = rel AND NOT t.tgisinternal;
  IF odd IS NOT NULL AND coalesce(current_setting('citus.enable_unsafe_triggers', true), 'off') <> 'on' THEN
    RAISE EXCEPTION 'cannot distribute relation "%" because it has triggers: %', rel, odd;
  END IF;
  -- Citus takes these; on a shard they would see one shard's rows, and its planner knows no transition table
  SELECT string_agg(t.tgname, ', ') INTO odd FROM pg_trigger t WHERE t.tgrelid = rel AND NOT t.tgisinternal AND t.tgtype & 1 = 0;
  IF odd IS NOT NULL THEN
    RAISE EXCEPTION 'triggers of statements on "%": %', rel, odd;
  END IF;
  SELECT string_agg(p.polname, ', ') INTO odd FROM pg_policy p
  WHERE p.polrelid = rel AND (p.polqual::text LIKE '%{SUBLINK%' OR p.polwithcheck::text LIKE '%{SUBLINK%');
  IF odd IS NOT NULL THEN
    RAISE EXCEPTION 'Subqueries are not supported in policies on distributed tables: "%": %', rel, odd;
  END IF;
  SELECT string_agg(a.attname, ', ') INTO odd FROM pg_attribute a
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = rel AND a.atttypid <> 'bigint'::regtype
    AND (a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%');
  IF odd IS NOT NULL THEN
    RAISE EXCEPTION 'numbers of a sequence must be bigint: "%": %', rel, odd;
  END IF;
  SELECT string_agg(k.conname, ', ') INTO odd FROM pg_constraint k
  WHERE k.conrelid = rel AND k.contype = 'f' AND k.confrelid <> rel
    AND NOT EXISTS (SELECT FROM stand_in.pg_dist_partition d WHERE d.logicalrelid = k.confrelid);
  IF odd IS NOT NULL THEN
    RAISE EXCEPTION 'referenced table must be a distributed table or a reference table: "%": %', rel, odd;
  END IF;
END $$;

CREATE FUNCTION stand_in.create_reference_table(rel regclass) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM stand_in.refuse_any(rel);
  IF EXISTS (SELECT FROM pg_constraint k JOIN stand_in.pg_dist_partition d ON d.logicalrelid = k.confrelid
             WHERE k.conrelid = rel AND k.contype = 'f' AND d.key IS NOT NULL) THEN
    RAISE EXCEPTION 'foreign keys from reference tables to distributed tables are not supported: "%"', rel;
  END IF;
  INSERT INTO stand_in.pg_dist_partition VALUES (rel, NULL, false);
END $$;

CREATE FUNCTION stand_in.create_distributed_table(rel regclass, distribution_column text, colocate_with text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  by_column smallint := (SELECT a.attnum FROM pg_attribute a WHERE a.attrelid = rel AND a.attname = distribution_column AND NOT a.attisdropped);
  odd text;
BEGIN
  PERFORM stand_in.refuse_any(rel);
  IF by_column IS NULL THEN
    RAISE EXCEPTION 'column "%" of relation "%" does not exist', distribution_column, rel;
  END IF;
  IF colocate_with <> 'none' AND NOT EXISTS (
       SELECT FROM stand_in.pg_dist_partition d JOIN pg_attribute a ON a.attrelid = d.logicalrelid AND a.attname = d.key
       WHERE d.logicalrelid = colocate_with::regclass
         AND a.atttypid = (SELECT m.atttypid FROM pg_attribute m WHERE m.attrelid = rel AND m.attnum = by_column)) THEN
    RAISE EXCEPTION 'cannot colocate tables % and %', colocate_with, rel;
  END IF;
  SELECT string_agg(i.indexrelid::regclass::text, ', ') INTO odd FROM pg_index i
  WHERE i.indrelid = rel AND (i.indisunique OR i.indisexclusion) AND by_column <> ALL (i.indkey);
  IF odd IS NOT NULL THEN
    RAISE EXCEPTION 'Distributed relations cannot have UNIQUE, EXCLUDE, or PRIMARY KEY constraints that do not include the partition column: "%": %', rel, odd;
  END IF;
  SELECT string_agg(k.conname, ', ') INTO odd
  FROM pg_constraint k LEFT JOIN stand_in.pg_dist_partition d ON d.logicalrelid = k.confrelid
  WHERE k.conrelid = rel AND k.contype = 'f' AND (k.confrelid = rel OR d.key IS NOT NULL)
    AND NOT EXISTS (
      SELECT FROM unnest(k.conkey, k.confkey) AS pair (mine, theirs)
      JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attnum = pair.theirs
      WHERE pair.mine = by_column AND t.attname = CASE WHEN k.confrelid = rel THEN distribution_column ELSE d.key END);
  IF odd IS NOT NULL THEN
    RAISE EXCEPTION 'cannot create foreign key constraint: the partition column has to be in it: "%": %', rel, odd;
  END IF;
  SELECT string_agg(k.conname, ', ') INTO odd FROM pg_constraint k
  WHERE k.conrelid = rel AND k.contype = 'f' AND by_column = ANY (k.conkey) AND (k.confdeltype IN ('n', 'd') OR k.confupdtype IN ('n', 'd', 'c'));
  IF odd IS NOT NULL THEN
    RAISE EXCEPTION 'SET NULL or SET DEFAULT is not supported when distribution key is included in the foreign key constraint: "%": %', rel, odd;
  END IF;
  INSERT INTO stand_in.pg_dist_partition VALUES (rel, distribution_column, true);
END $$;
