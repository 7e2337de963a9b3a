-- Who belongs to a tenant, and as what. A tenant sees its members; a person sees where they belong.
CREATE TABLE member (
  tenant_id  uuid        NOT NULL REFERENCES tenant (id),
  person_id  uuid        NOT NULL,
  kind       text        NOT NULL,
  role       text        NOT NULL,
  email      text,
  name       text,
  version    bigint      NOT NULL DEFAULT 1,
  joined_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id),
  CONSTRAINT member_kind CHECK (kind IN ('person', 'service')),
  CONSTRAINT member_role CHECK (role IN ('owner', 'admin', 'operator', 'approver', 'viewer')),
  CONSTRAINT member_email CHECK (char_length(email) <= 254),
  CONSTRAINT member_name CHECK (char_length(name) <= 200)
);
COMMENT ON COLUMN member.person_id IS 'By issuer and subject, see person.id; a service account is here before it first comes.';
COMMENT ON COLUMN member.email IS 'Of a person, as of the last sign-in: other members can''t read person.';
COMMENT ON COLUMN member.version IS 'Raised by each change of the role; the ETag.';
CREATE INDEX member_person ON member (person_id);
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
CREATE POLICY member_tenant ON member TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY member_self ON member FOR SELECT TO ganglion_app
  USING (person_id = nullif(current_setting('ganglion.person', true), '')::uuid);
CREATE POLICY member_known ON member FOR UPDATE TO ganglion_app -- a new address or name
  USING (person_id = nullif(current_setting('ganglion.person', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON member TO ganglion_app;

-- A person sees the names of the tenants they belong to.
CREATE POLICY tenant_member ON tenant FOR SELECT TO ganglion_app
  USING (id IN (SELECT m.tenant_id FROM member m
                WHERE m.person_id = nullif(current_setting('ganglion.person', true), '')::uuid));
