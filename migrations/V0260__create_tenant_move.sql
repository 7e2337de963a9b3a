-- Tenants on their way from one cell (a database and its processes) to another. At every instant one cell at most runs a tenant: from 'sealed'
-- on no role that serves requests or runs can enter it here, and a copy that 'arrives' is opened after the cell it comes from has let it go.
CREATE TABLE tenant_move (
  tenant_id uuid        NOT NULL REFERENCES tenant (id),
  id        uuid        NOT NULL,                -- of the move, the same in both cells
  stage     text        NOT NULL,
  cell      text        NOT NULL,                -- the other cell's database, as it calls itself
  address   text,                                -- where the tenant is found then, for people
  began_at  timestamptz NOT NULL DEFAULT now(),
  stage_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id),
  CONSTRAINT tenant_move_stage CHECK (stage IN ('pausing', 'draining', 'sealed', 'left', 'gone', 'arriving')),
  CONSTRAINT tenant_move_address CHECK (char_length(address) BETWEEN 1 AND 500)
);
COMMENT ON COLUMN tenant_move.stage IS 'pausing: nothing new is dispatched; draining: nothing is claimed either; sealed: nothing enters; left: it is the other cell''s; gone: and its rows here are deleted; arriving: a copy that is not in use yet.';
ALTER TABLE tenant_move ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_move FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_move_tenant ON tenant_move FOR SELECT TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY tenant_move_member ON tenant_move FOR SELECT TO ganglion_app
  USING (tenant_id IN (SELECT m.tenant_id FROM member m
                       WHERE m.person_id = nullif(current_setting('ganglion.person', true), '')::uuid));
CREATE POLICY tenant_move_engine ON tenant_move FOR SELECT TO ganglion_engine
  USING (tenant_id = ANY ((SELECT string_to_array(nullif(current_setting('ganglion.tenants', true), ''), ',')::uuid[])::uuid[]));
CREATE POLICY erase ON tenant_move TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT ON tenant_move TO ganglion_app, ganglion_engine;

-- Who moves a tenant is the owner, who sees of the rows what an erasure would: that tenant's. People belong to no tenant; those of its members.
CREATE POLICY person_moved ON person TO ganglion_owner
  USING (id IN (SELECT m.person_id FROM member m
                WHERE m.tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid));

-- First in every transaction of the application: lets it see its tenant, or says that the tenant is not here.
CREATE FUNCTION ganglion_enter(tenant uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  away record;
BEGIN
  PERFORM set_config('ganglion.tenant', tenant::text, true);
  SELECT m.stage, m.address INTO away FROM public.tenant_move m
  WHERE m.tenant_id = tenant AND m.stage IN ('sealed', 'left', 'gone', 'arriving');
  IF FOUND THEN
    IF away.stage IN ('left', 'gone') THEN
      RAISE EXCEPTION '%', coalesce(away.address, '') USING ERRCODE = 'GM002';
    END IF;
    RAISE EXCEPTION 'the tenant is being moved' USING ERRCODE = 'GM001';
  END IF;
END $$;
COMMENT ON FUNCTION ganglion_enter IS 'GM001 for a tenant that is being moved, GM002 for one that has moved, with its address as the message.';
REVOKE ALL ON FUNCTION ganglion_enter FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_enter TO ganglion_app;

-- Lets the engine's transaction see tenants, but those that are not here; for a claim, but those that come to rest, too.
CREATE FUNCTION ganglion_see(tenants text, claims boolean) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  hidden uuid[];
BEGIN
  PERFORM set_config('ganglion.tenants', tenants, true);
  IF tenants <> '' THEN
    SELECT array_agg(m.tenant_id) INTO hidden FROM public.tenant_move m
    WHERE m.stage IN ('sealed', 'left', 'gone', 'arriving') OR claims AND m.stage = 'draining';
    IF hidden IS NOT NULL THEN
      PERFORM set_config('ganglion.tenants', coalesce((
        SELECT string_agg(one, ',') FROM unnest(string_to_array(tenants, ',')) one WHERE one::uuid <> ALL (hidden)), ''), true);
    END IF;
  END IF;
  RETURN current_setting('ganglion.tenants');
END $$;
COMMENT ON FUNCTION ganglion_see IS 'What it sees now. tenants: UUIDs separated by commas.';
REVOKE ALL ON FUNCTION ganglion_see FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_see TO ganglion_engine;

-- As V0036 has it; a commit for a tenant that is not here is data that can't be written, so that the others of its batch are.
CREATE OR REPLACE FUNCTION ganglion_fence(tenants text, worker_id bigint) RETURNS timestamptz
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('ganglion.tenants', tenants, true);
  PERFORM FROM worker WHERE id = worker_id AND fenced_at IS NULL FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'worker % is fenced', worker_id USING ERRCODE = 'GF001';
  END IF;
  PERFORM FROM tenant_move WHERE stage IN ('sealed', 'left', 'gone', 'arriving');
  IF FOUND THEN
    RAISE EXCEPTION 'the tenant is not in this cell' USING ERRCODE = '23GM1';
  END IF;
  RETURN now();
END
$$;
COMMENT ON FUNCTION ganglion_fence IS 'The transaction''s time; GF001 for a worker that was fenced, 23GM1 where a tenant is being moved or has moved. tenants: UUIDs separated by commas.';
