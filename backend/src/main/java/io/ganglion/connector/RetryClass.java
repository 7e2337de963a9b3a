package io.ganglion.connector;

import java.util.Locale;

/** What may follow an attempt whose outcome is unknown. */
public enum RetryClass {
  /** Reads or computes; nothing changes outside: try again. */
  PURE,
  /** The platform dedupes by key, or the act is a PUT: send the same bytes again. */
  IDEMPOTENT,
  /** The connector can look the effect up: look up first, resend only on a proven NOT_LANDED. */
  RECONCILABLE,
  /** Neither: never resend; UNKNOWN until a person or the agent resolves it. */
  BLIND;

  /** The word of the public contract, e.g. {@code reconcilable}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
