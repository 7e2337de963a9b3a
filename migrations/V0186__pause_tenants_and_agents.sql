-- The kill switch: nothing is dispatched in the name of a paused tenant, or by a paused agent.
ALTER TABLE tenant ADD COLUMN paused_at timestamptz;
ALTER TABLE agent ADD COLUMN paused_at timestamptz;
COMMENT ON COLUMN tenant.paused_at IS 'Since when nothing of it is dispatched, because somebody asked; null: it may be';
COMMENT ON COLUMN agent.paused_at IS 'Since when it dispatches nothing, because somebody asked; null: it may';

-- Each commit of an intent asks which agents of its tenants are paused.
CREATE INDEX agent_paused ON agent (tenant_id, id) WHERE paused_at IS NOT NULL;
