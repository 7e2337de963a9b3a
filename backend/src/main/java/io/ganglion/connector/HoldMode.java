package io.ganglion.connector;

/** Whether one run at a time may write to a system. */
public enum HoldMode {
  /**
   * Order matters per account (social and exchange accounts, chain addresses): one run at a time.
   */
  EXCLUSIVE,
  /** Many runs at once (models, HTTP). */
  SHARED
}
