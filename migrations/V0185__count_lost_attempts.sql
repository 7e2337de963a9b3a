-- An attempt whose worker died before anybody saw an answer is no failure of the effect's: three
-- deaths in a row must not use up an action's three attempts.
ALTER TABLE effect
  ADD COLUMN attempts_lost integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT effect_attempts_lost CHECK (attempts_lost BETWEEN 0 AND attempts) NOT VALID; -- all are 0: no scan

COMMENT ON COLUMN effect.attempts_lost IS 'of attempts: those that ended with their worker';
