package io.ganglion.connector;

import java.util.Locale;

/** How an act can be taken back; the order is the order in which a group commits. */
public enum UndoClass {
  /** The platform has a true undo. */
  REVERSIBLE,
  /** An opposite act exists. */
  COMPENSABLE,
  /** Neither; needs an approval unless the agent's policy allows it. */
  IRREVERSIBLE;

  /** The word of the public contract, e.g. {@code reversible}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
