-- Erasure of a person, by themselves: what is of no tenant, once they belong to none. Neither the row of a person nor invitations of tenants may
-- be deleted by who serves requests; a function of the owner does it, for the person that the transaction is of and for the address they were seen to have.
CREATE POLICY person_erased ON person TO ganglion_owner
  USING (id = nullif(current_setting('ganglion.person', true), '')::uuid);
CREATE POLICY invitation_erased ON invitation TO ganglion_owner
  USING (email = nullif(current_setting('ganglion.email', true), ''));
CREATE POLICY member_erased ON member FOR SELECT TO ganglion_owner
  USING (person_id = nullif(current_setting('ganglion.person', true), '')::uuid);

CREATE FUNCTION ganglion_erase_person() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  who uuid := nullif(current_setting('ganglion.person', true), '')::uuid;
BEGIN
  IF EXISTS (SELECT FROM public.member m WHERE m.person_id = who) THEN
    RAISE EXCEPTION 'person % belongs to a tenant', who;
  END IF;
  DELETE FROM public.invitation i WHERE i.email = nullif(current_setting('ganglion.email', true), '');
  DELETE FROM public.person p WHERE p.id = who;
END $$;
COMMENT ON FUNCTION ganglion_erase_person IS 'Deletes the person of the transaction, who belongs to no tenant any more, and what they were invited to.';
REVOKE ALL ON FUNCTION ganglion_erase_person FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ganglion_erase_person TO ganglion_app;
