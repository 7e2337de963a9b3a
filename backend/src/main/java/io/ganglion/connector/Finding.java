package io.ganglion.connector;

/** What a look-up proves of an effect whose fate is unknown. */
public sealed interface Finding {
  /** It is there. */
  record Found(Outcome.Landed landed) implements Finding {}

  /** A complete search did not find it; counts as NOT_LANDED only after the action's search lag. */
  record Absent() implements Finding {}

  /** The platform could not be asked, or its answer proves nothing. */
  record Inconclusive(String reason) implements Finding {}
}
