-- Schemas from elsewhere, as they were when the version was stored: a run must not depend on a server that is down, or says something else.
ALTER TABLE workflow ADD COLUMN schemas json NOT NULL DEFAULT '{}';
COMMENT ON COLUMN workflow.schemas IS 'JSON Schemas that the document names by address, by that address.';
