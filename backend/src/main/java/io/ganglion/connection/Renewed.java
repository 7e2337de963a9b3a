package io.ganglion.connection;

/** What a wish for a newer token came to. */
sealed interface Renewed {
  /** There are other credentials than those that were used. */
  record Done() implements Renewed {}

  /**
   * Not now.
   *
   * @param reason for people; no secrets
   */
  record Later(String reason) implements Renewed {}

  /** The platform wants the person to be asked again; the tenant has been told. */
  record Refused() implements Renewed {}

  /** Nothing was given by which there could be a newer one. */
  record Never() implements Renewed {}
}
