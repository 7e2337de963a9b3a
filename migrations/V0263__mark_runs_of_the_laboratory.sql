-- Runs that were started with an API key for the laboratory: they act nowhere else.
ALTER TABLE run ADD COLUMN lab boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN run.lab IS 'acts on simulated platforms alone, as do the runs that it starts';
