-- Private worlds of the laboratory: accounts, faults and an agent of one trial, which nobody else's faults, lists or runs meet.
ALTER TABLE lab_account ADD COLUMN world uuid, ADD COLUMN part text;
ALTER TABLE lab_fault ADD COLUMN world uuid;
ALTER TABLE agent ADD COLUMN world uuid;
COMMENT ON COLUMN lab_account.world IS 'The trial it was opened for; null: anybody''s of the tenant';
COMMENT ON COLUMN lab_account.part IS 'What the world''s scenario calls it; null outside of worlds';
COMMENT ON COLUMN lab_fault.world IS 'Strikes accounts of this world alone; null: those of none';
COMMENT ON COLUMN agent.world IS 'The trial it acts in: its connections are this world''s, whatever they are called; null: the tenant''s own';
CREATE INDEX lab_account_world ON lab_account (tenant_id, world) WHERE world IS NOT NULL;
CREATE INDEX lab_fault_world ON lab_fault (tenant_id, world) WHERE world IS NOT NULL;
-- a world is judged by the entries of its accounts
CREATE INDEX lab_entry_account ON lab_entry (tenant_id, account, seq);
