-- A step takes a number from the outbox's own sequence, so that steps and events of a run have one order without a row of the
-- outbox a step. A run's commits follow each other, so its numbers are seen in their order.
ALTER TABLE step ADD COLUMN event_seq bigint; -- null for steps from before
ALTER TABLE step ALTER COLUMN event_seq SET DEFAULT nextval('outbox_seq_seq');
CREATE INDEX step_event ON step (tenant_id, run_id, event_seq);
GRANT USAGE ON SEQUENCE outbox_seq_seq TO ganglion_engine;
