-- The trace that a run belongs to, so that its stays in workers and what is told of it are found with the request that started it.
ALTER TABLE run ADD COLUMN traceparent text
  CONSTRAINT run_traceparent CHECK (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');
COMMENT ON COLUMN run.traceparent IS 'W3C Trace Context of what started it, at least version 00; null: nobody traced that';
