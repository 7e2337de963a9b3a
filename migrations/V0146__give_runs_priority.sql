ALTER TABLE run ADD COLUMN priority smallint NOT NULL DEFAULT 0;
ALTER TABLE run ADD CONSTRAINT run_priority CHECK (priority BETWEEN 0 AND 9);
COMMENT ON COLUMN run.priority IS 'of those that wait for capacity the highest is first, then the oldest';
