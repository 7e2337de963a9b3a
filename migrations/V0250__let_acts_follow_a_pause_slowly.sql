-- After a platform's pause acts follow one another: one, and more at once as it answers. The row itself counts them, over all workers (and, of
-- a budget, over all tenants), in the commit of their intents.
ALTER TABLE upstream_pause
  ADD COLUMN wide      int,
  ADD COLUMN under_way int NOT NULL DEFAULT 0,
  ADD COLUMN heard_at  timestamptz,
  ADD CONSTRAINT upstream_pause_wide CHECK (wide > 0),
  ADD CONSTRAINT upstream_pause_under_way CHECK (under_way >= 0);
UPDATE upstream_pause SET wide = 1 WHERE until > now();
COMMENT ON COLUMN upstream_pause.wide IS 'So many acts may be under way at once since the pause; null: as many as like to, no pause was recent';
COMMENT ON COLUMN upstream_pause.under_way IS 'Acts that were let through since the pause and whose answer is not on record yet';
COMMENT ON COLUMN upstream_pause.heard_at IS 'When the last act was let through or answered';

ALTER TABLE budget
  ADD COLUMN wide      int,
  ADD COLUMN under_way int NOT NULL DEFAULT 0,
  ADD COLUMN heard_at  timestamptz,
  ADD CONSTRAINT budget_wide CHECK (wide > 0),
  ADD CONSTRAINT budget_under_way CHECK (under_way >= 0);
UPDATE budget SET wide = 1 WHERE paused_until > now();
COMMENT ON COLUMN budget.wide IS 'So many acts may be under way at once since the pause; null: as many as like to, no pause was recent';
COMMENT ON COLUMN budget.under_way IS 'Acts that were let through since the pause and whose answer is not on record yet';
COMMENT ON COLUMN budget.heard_at IS 'When the last act was let through or answered';

-- Each dispatch asks whether its keys are among these; mostly there are none.
CREATE INDEX upstream_pause_easing ON upstream_pause (tenant_id, system_id) WHERE wide IS NOT NULL;
CREATE INDEX budget_easing ON budget (key) WHERE wide IS NOT NULL;
