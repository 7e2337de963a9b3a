-- All that a replay reads takes numbers from the outbox's own sequence, as steps do: a run's rows of every kind have one order, so
-- that a replay can begin after one of them.
ALTER TABLE timer ADD COLUMN event_seq bigint NOT NULL DEFAULT nextval('outbox_seq_seq');
ALTER TABLE consumption ADD COLUMN event_seq bigint NOT NULL DEFAULT nextval('outbox_seq_seq');
ALTER TABLE state_read ADD COLUMN event_seq bigint NOT NULL DEFAULT nextval('outbox_seq_seq');
ALTER TABLE effect ADD COLUMN event_seq bigint NOT NULL DEFAULT nextval('outbox_seq_seq');
