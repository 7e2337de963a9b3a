package io.ganglion.run;

/** How a session is to end. */
public enum SessionEnding {
  /** What was asked for is done, then the run has succeeded. */
  COMPLETE,
  /** Nothing new is begun, and what landed is taken back. */
  COMPENSATE,
  /** Nobody asked for anything for too long. */
  IDLE
}
