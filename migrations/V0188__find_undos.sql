-- Which run takes an effect back: a step of a session at /undo/{effect}.
CREATE INDEX session_step_undo ON session_step (tenant_id, position) WHERE position LIKE '/undo/%';
