package io.ganglion.effect;

import io.ganglion.coordination.Awaited;
import io.ganglion.db.Refusal;
import io.ganglion.db.Write;
import java.time.Instant;
import java.util.List;

/** Where an effect stands when the ledger can do no more for now. */
public sealed interface Settlement {
  /**
   * It landed.
   *
   * @param writes what makes that durable: the caller commits it, with whatever else belongs to the
   *     step
   */
  record Landed(Effect effect, List<Write> writes) implements Settlement {}

  /** It is proven that it did not, and it will not be tried again. */
  record Failed(Effect effect, List<Write> writes) implements Settlement {}

  /**
   * Nothing can be done before {@code until}; then perform it again.
   *
   * @param awaited the exclusive systems it waits for: one of them may come free earlier
   */
  record Wait(Instant until, String reason, String detail, Awaited awaited) implements Settlement {
    Wait(Instant until, String reason, String detail) {
      this(until, reason, detail, Awaited.NOTHING);
    }
  }

  /** Its fate is unknown and can't be proven: a person or the agent has to say. */
  record Attention(Effect effect) implements Settlement {}

  /** Not dispatched: the run was cancelled or paused. */
  record Refused(Refusal refusal) implements Settlement {}
}
