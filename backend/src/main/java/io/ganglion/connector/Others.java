package io.ganglion.connector;

import java.util.Set;

/**
 * What other acts on the same system came to: whoever looks an act up by what it says, and not by a
 * key of its own, could take theirs for it.
 */
public interface Others {
  /** There are none. */
  Others NONE =
      new Others() {
        @Override
        public Set<String> references() {
          return Set.of();
        }

        @Override
        public boolean inDoubt() {
          return false;
        }
      };

  /** What is known to be theirs on the platform. */
  Set<String> references();

  /**
   * Whether another act with the same arguments is on its way, or was begun earlier and its fate is
   * not known: what is found may be that one's, which is looked up first.
   */
  boolean inDoubt();

  /** What to say while {@link #inDoubt}. */
  static Finding theirsFirst() {
    return new Finding.Inconclusive(
        "another act with the same arguments is in doubt; that one is looked up first");
  }
}
