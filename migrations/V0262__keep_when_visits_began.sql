-- When a task began that its run waits in: there is no step of it before its end, and the walk that goes on is another one.
ALTER TABLE run ADD COLUMN under_way json;
COMMENT ON COLUMN run.under_way IS 'by position, when the visits began that the run was in as it last left memory; RFC 3339';
