-- People and service accounts, as the identity provider names them. A person belongs to no tenant: they see themselves alone.
CREATE TABLE person (
  id             uuid        NOT NULL,
  issuer         text        NOT NULL,
  subject        text        NOT NULL,
  email          text,
  email_verified boolean     NOT NULL,
  name           text,
  created_at     timestamptz NOT NULL,
  seen_at        timestamptz NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT person_issuer CHECK (char_length(issuer) BETWEEN 1 AND 500),
  CONSTRAINT person_subject CHECK (char_length(subject) BETWEEN 1 AND 255),
  CONSTRAINT person_email CHECK (char_length(email) <= 254),
  CONSTRAINT person_name CHECK (char_length(name) <= 200)
);
COMMENT ON COLUMN person.id IS 'The first 16 bytes of SHA-256 over issuer and subject, as a UUID of version 8.';
COMMENT ON COLUMN person.issuer IS 'The identity provider: the iss of its tokens.';
COMMENT ON COLUMN person.subject IS 'Who, at that provider: the sub of its tokens.';
COMMENT ON COLUMN person.email IS 'In lower case, as of the last sign-in.';
COMMENT ON COLUMN person.seen_at IS 'The last sign-in or change of name and address; no finer than an hour.';
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY person_self ON person TO ganglion_app
  USING (id = nullif(current_setting('ganglion.person', true), '')::uuid); -- unset: zero rows
GRANT SELECT, INSERT, UPDATE, DELETE ON person TO ganglion_app;
