-- A write of a step that was made from a version it read is refused if the entry has another by now. To see that, the writer
-- first locks the entry; one that doesn't exist yet is put there with version 0 and gets its first in the same transaction.
ALTER TABLE agent_state DROP CONSTRAINT agent_state_version;
ALTER TABLE agent_state ADD CONSTRAINT agent_state_version CHECK (version >= 0);
COMMENT ON COLUMN agent_state.version IS 'From 1, raised by one with each write, deletions too; 0 inside the transaction of the first write alone.';
COMMENT ON COLUMN state_read.version IS 'As the entry stood, deletions counted; 0: there never was one.';
CREATE INDEX agent_state_history_run ON agent_state_history (tenant_id, run_id, key) WHERE run_id IS NOT NULL;
