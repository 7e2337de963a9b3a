-- A workflow's schedule may have several properties at once; each goes its own way, in a row of its own.
ALTER TABLE schedule ADD COLUMN kind text;
-- The owner is bound by the policies, which let it see nothing.
ALTER TABLE schedule NO FORCE ROW LEVEL SECURITY;
ALTER TABLE workflow NO FORCE ROW LEVEL SECURITY;
UPDATE schedule s SET kind = (
  SELECT k FROM unnest(ARRAY['every', 'cron', 'after', 'on']) k, workflow w
  WHERE w.tenant_id = s.tenant_id AND w.id = s.workflow_id AND w.definition -> 'schedule' -> k IS NOT NULL LIMIT 1);
ALTER TABLE workflow FORCE ROW LEVEL SECURITY;
ALTER TABLE schedule FORCE ROW LEVEL SECURITY;
ALTER TABLE schedule
  ALTER COLUMN kind SET NOT NULL,
  ADD CONSTRAINT schedule_kind CHECK (kind IN ('every', 'cron', 'after', 'on')),
  DROP CONSTRAINT schedule_name,
  ADD CONSTRAINT schedule_name UNIQUE (tenant_id, namespace, name, kind);
COMMENT ON COLUMN schedule.kind IS 'Which property of the workflow''s schedule it is.';
COMMENT ON TABLE schedule IS 'Schedules: one for each property of the schedule of a workflow name''s latest version.';
