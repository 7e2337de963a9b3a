-- Where the asker of a task wants to be told of it. What proves us to the address is sealed.
CREATE TABLE a2a_push (
  tenant_id      uuid        NOT NULL,
  run_id         uuid        NOT NULL,               -- the task
  id             text        NOT NULL,               -- the asker's name for it, or ours
  url            text        NOT NULL,
  secret_id      uuid        NOT NULL,               -- what the sealed bytes are bound to
  generation     integer     NOT NULL DEFAULT 1,
  key_generation integer     NOT NULL,               -- which of the tenant's data keys opens it
  sealed         bytea       NOT NULL,               -- {token, scheme, credentials}
  told           text,                               -- the task's last state that was told; null: none so far
  tries          integer     NOT NULL DEFAULT 0,     -- failed ones of the state that is to be told
  created_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, run_id, id),
  FOREIGN KEY (tenant_id, run_id) REFERENCES a2a_task (tenant_id, run_id),
  FOREIGN KEY (tenant_id, key_generation) REFERENCES tenant_data_key (tenant_id, generation),
  CONSTRAINT a2a_push_id CHECK (char_length(id) BETWEEN 1 AND 200),
  CONSTRAINT a2a_push_url CHECK (char_length(url) BETWEEN 1 AND 2000)
);
CREATE UNIQUE INDEX a2a_push_secret ON a2a_push (tenant_id, secret_id, generation);
COMMENT ON COLUMN a2a_push.sealed IS 'AES-256-GCM, bound to tenant, secret and generation.';
ALTER TABLE a2a_push ENABLE ROW LEVEL SECURITY;
ALTER TABLE a2a_push FORCE ROW LEVEL SECURITY;
CREATE POLICY a2a_push_tenant ON a2a_push TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON a2a_push TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON a2a_push TO ganglion_app;
