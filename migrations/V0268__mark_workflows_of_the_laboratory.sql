-- What an API key for the laboratory stores is never what a live key means by a name.
ALTER TABLE workflow ADD COLUMN lab boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN workflow.lab IS 'stored with an API key for the laboratory, under a name that no live caller has used';
