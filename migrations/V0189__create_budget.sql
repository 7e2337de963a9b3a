-- How often platforms let themselves be called, counted over all tenants: an account may be connected twice, and some count by IP address.
CREATE TABLE budget (
  key          text PRIMARY KEY,              -- SHA-256 of what a window belongs to; locked while it is counted
  paused_until timestamptz,                   -- the platform asked not to be called before
  CONSTRAINT budget_key CHECK (key ~ '^[0-9a-f]{64}$')
);
CREATE TABLE budget_use (
  key   text NOT NULL,                        -- of a row of budget, which is locked meanwhile
  slot  bigint NOT NULL,                      -- a sixtieth of the window, numbered since 1970
  units int NOT NULL,
  PRIMARY KEY (key, slot),
  CONSTRAINT budget_use_units CHECK (units > 0)
);
COMMENT ON TABLE budget IS 'Upstream budgets. Of no tenant: keys are hashes, and say nothing of who calls whom.';
GRANT SELECT, INSERT, UPDATE ON budget TO ganglion_engine;
GRANT SELECT, INSERT, UPDATE, DELETE ON budget_use TO ganglion_engine;
GRANT SELECT ON budget, budget_use TO ganglion_app;
