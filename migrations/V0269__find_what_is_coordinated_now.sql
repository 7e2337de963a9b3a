-- What is under way is a handful among all that ever was: the map, the list of open holds and the attention page ask for it every few seconds.
CREATE INDEX hold_now ON hold (tenant_id, id) WHERE closed_at IS NULL;
CREATE INDEX effect_intended ON effect (tenant_id, id) WHERE state = 'INTENDED';
CREATE INDEX run_attention ON run (tenant_id, id) WHERE state = 'NEEDS_ATTENTION';
