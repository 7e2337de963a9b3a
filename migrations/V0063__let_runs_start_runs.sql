-- Runs that a run started: each at a position of its parent's journal, once.
ALTER TABLE run
  ADD COLUMN parent_id uuid,             -- the run that started it
  ADD COLUMN parent_position text,       -- the visit that started it
  ADD COLUMN awaited boolean NOT NULL DEFAULT false, -- the parent waits for it, and takes it along when it stops
  ADD COLUMN level integer NOT NULL DEFAULT 0,       -- runs above it
  ADD CONSTRAINT run_parent FOREIGN KEY (tenant_id, parent_id) REFERENCES run (tenant_id, id),
  ADD CONSTRAINT run_parent_place CHECK ((parent_id IS NULL) = (parent_position IS NULL));
CREATE UNIQUE INDEX run_child ON run (tenant_id, parent_id, parent_position) WHERE parent_id IS NOT NULL;
GRANT INSERT ON run TO ganglion_engine;
