package io.ganglion.connector;

/** Whether one run at a time may write to a system, and what holding it weighs. */
public enum HoldMode {
  /**
   * Order matters per account (social and exchange accounts, chain addresses): one run at a time.
   */
  EXCLUSIVE,
  /** Many runs at once (HTTP, MCP). */
  SHARED,
  /** Many runs at once; what a run holds of it weighs by its calls in flight (models). */
  POOL
}
