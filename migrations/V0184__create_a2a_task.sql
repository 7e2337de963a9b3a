-- What other agents asked of an agent: each task is a run, and all of its state is the run's.
CREATE TABLE a2a_task (
  tenant_id  uuid        NOT NULL,
  run_id     uuid        NOT NULL,           -- fixed before the run is started
  agent_id   uuid        NOT NULL,
  actor      text        NOT NULL,           -- the API key or person that asked: nobody else sees the task
  context_id text        NOT NULL,           -- what tasks of one conversation share
  message_id text        NOT NULL,           -- the message's own name: sent again it starts nothing more
  skill      text        NOT NULL,
  message    json        NOT NULL,           -- as it was sent
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, run_id),
  CONSTRAINT a2a_task_message UNIQUE (tenant_id, agent_id, actor, message_id),
  FOREIGN KEY (tenant_id, agent_id) REFERENCES agent (tenant_id, id)
);
CREATE INDEX a2a_task_listed ON a2a_task (tenant_id, agent_id, actor, run_id);
ALTER TABLE a2a_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE a2a_task FORCE ROW LEVEL SECURITY;
CREATE POLICY a2a_task_tenant ON a2a_task TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON a2a_task TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT ON a2a_task TO ganglion_app;
