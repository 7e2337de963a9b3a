-- A session of a client that calls tools ends well when nobody asks anything of it any more: such clients don't say goodbye.
ALTER TABLE session ADD COLUMN when_idle text NOT NULL DEFAULT 'IDLE';
ALTER TABLE session ADD CONSTRAINT session_when_idle CHECK (when_idle IN ('IDLE', 'COMPLETE'));
COMMENT ON COLUMN session.when_idle IS 'The ending it gets once it was left alone for too long: IDLE fails it, COMPLETE completes it.';
