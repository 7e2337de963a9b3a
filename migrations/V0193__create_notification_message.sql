-- Tenants with members, and when one of their messages is due. Who turns a tenant's events into messages, or takes messages to send them,
-- locks its row.
CREATE TABLE notification_tenant (
  tenant_id uuid        NOT NULL REFERENCES tenant (id),
  due_at    timestamptz NOT NULL DEFAULT 'infinity',
  PRIMARY KEY (tenant_id)
);
CREATE INDEX notification_tenant_due ON notification_tenant (due_at);
-- the members there are; their rows show themselves to the owner for this statement alone
ALTER TABLE member NO FORCE ROW LEVEL SECURITY;
INSERT INTO notification_tenant (tenant_id) SELECT DISTINCT tenant_id FROM member;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
ALTER TABLE notification_tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_tenant_tenant ON notification_tenant TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY notification_tenant_engine ON notification_tenant TO ganglion_engine USING (true); -- identifiers and times alone
CREATE POLICY erase ON notification_tenant TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON notification_tenant TO ganglion_app;
GRANT SELECT ON notification_tenant TO ganglion_engine;

CREATE FUNCTION notification_enrol() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO notification_tenant (tenant_id) VALUES (NEW.tenant_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION notification_enrol FROM PUBLIC;
CREATE TRIGGER notification_enrol AFTER INSERT ON member FOR EACH ROW EXECUTE FUNCTION notification_enrol();

-- Events that people may be told of, noted as webhook_pending is: in the commit of the event, and gone in the one that puts it into messages.
CREATE TABLE notification_pending (
  tenant_id uuid   NOT NULL,
  seq       bigint NOT NULL,                    -- of the outbox
  PRIMARY KEY (tenant_id, seq)
);
ALTER TABLE notification_pending ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_pending FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_pending_tenant ON notification_pending TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY notification_pending_engine ON notification_pending TO ganglion_engine USING (true);
CREATE POLICY erase ON notification_pending TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON notification_pending TO ganglion_app;
GRANT SELECT, INSERT ON notification_pending TO ganglion_engine;

-- Runs by the hundred thousand end well, and none of that is noted. What is noted here and what notification.Happening reads are one list.
CREATE FUNCTION notification_note() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  INSERT INTO notification_pending (tenant_id, seq)
  SELECT f.tenant_id, f.seq FROM fresh f
  WHERE CASE f.type
      WHEN 'run.state' THEN f.data ->> 'state' IN ('FAILED', 'NEEDS_ATTENTION')
      WHEN 'approval.state' THEN f.data ->> 'state' = 'PENDING'
      ELSE f.type IN ('connection.reauthorize', 'burst.alert', 'invoice.issued', 'credit_note.issued', 'invoice.overdue', 'invoice.paid',
                      'invoice.void', 'tenant.suspended', 'tenant.reinstated')
    END
    AND EXISTS (SELECT FROM notification_tenant t WHERE t.tenant_id = f.tenant_id);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION notification_note FROM PUBLIC;
CREATE TRIGGER notification_note AFTER INSERT ON outbox
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION notification_note();

-- What one person is told of one kind by one channel at one time. It gathers what happens until it is sent for the first time, and never
-- changes after that.
CREATE TABLE notification_message (
  tenant_id    uuid        NOT NULL,
  id           uuid        NOT NULL,             -- each try is made under it
  person_id    uuid        NOT NULL,
  kind         text        NOT NULL,
  channel      text        NOT NULL,
  events       bigint      NOT NULL,             -- how many it tells of
  items        jsonb       NOT NULL,             -- the first of them: [{at, about, text, path}]
  opened_at    timestamptz NOT NULL,
  due_at       timestamptz NOT NULL,             -- the next try
  closed_at    timestamptz,                      -- the first try; null: it gathers still
  attempts     integer     NOT NULL DEFAULT 0,
  leased_until timestamptz,                      -- a process tries until then
  ended_at     timestamptz,
  outcome      text,
  reason       text,                             -- why it was not sent
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES member (tenant_id, person_id) ON DELETE CASCADE,
  CONSTRAINT notification_message_kind CHECK (kind IN ('approvals', 'attention', 'failures', 'capacity', 'connections', 'billing')),
  CONSTRAINT notification_message_channel CHECK (channel IN ('mail', 'slack', 'webhook')),
  CONSTRAINT notification_message_events CHECK (events > 0),
  CONSTRAINT notification_message_ended CHECK ((ended_at IS NULL) = (outcome IS NULL) AND outcome IN ('told', 'failed', 'dropped'))
);
CREATE UNIQUE INDEX notification_message_open ON notification_message (tenant_id, person_id, kind, channel) WHERE closed_at IS NULL;
CREATE INDEX notification_message_closed ON notification_message (tenant_id, person_id, kind, channel, closed_at);
CREATE INDEX notification_message_due ON notification_message (tenant_id, due_at) WHERE ended_at IS NULL;
CREATE INDEX notification_message_old ON notification_message (tenant_id, ended_at) WHERE ended_at IS NOT NULL;
COMMENT ON COLUMN notification_message.outcome IS 'told: it was taken; failed: no try is left, or the channel is disabled; dropped: nobody wants it any more.';
ALTER TABLE notification_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_message FORCE ROW LEVEL SECURITY;
CREATE POLICY notification_message_tenant ON notification_message TO ganglion_app
  USING (tenant_id = nullif(current_setting('ganglion.tenant', true), '')::uuid); -- unset: zero rows
CREATE POLICY erase ON notification_message TO ganglion_owner
  USING (tenant_id = nullif(current_setting('ganglion.erase', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON notification_message TO ganglion_app;
