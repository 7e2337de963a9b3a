package io.ganglion.effect;

import java.util.List;

/** What other runs do on a system that a run acts on. */
@FunctionalInterface
public interface OtherRuns {
  /**
   * Effects of other runs on the effect's system that landed about when it was first sent, or whose
   * fate is not known.
   */
  List<Effect> near(Effect effect);
}
