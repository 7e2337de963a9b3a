-- No two runs share an identifier, whoever's they are. An index that begins with the tenant looks as good as the primary key to a planner
-- without statistics, which then reads all of a tenant's rows for each that it looks for; these can't be taken for it, and are smaller.
ALTER TABLE effect DROP CONSTRAINT effect_tenant_id_run_id_position_ordinal_phase_key;
ALTER TABLE effect ADD CONSTRAINT effect_once UNIQUE (run_id, position, ordinal, phase, tenant_id);
DROP INDEX hold_run;
CREATE INDEX hold_run ON hold (run_id);
DROP INDEX reservation_run;
CREATE INDEX reservation_run ON reservation (run_id);
DROP INDEX system_waiter_run;
CREATE INDEX system_waiter_run ON system_waiter (run_id);
DROP INDEX outbox_run;
CREATE INDEX outbox_run ON outbox (run_id, seq) WHERE run_id IS NOT NULL;
