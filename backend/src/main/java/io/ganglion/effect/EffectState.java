package io.ganglion.effect;

/**
 * The life of an effect.
 *
 * <pre>
 * INTENDED --> DISPATCHED --> LANDED --> UNDONE (by another effect, phase = undo)
 *     |             |-------> NOT_LANDED --> DISPATCHED again, same intent, if attempts are left
 *     |             '-------> UNKNOWN --> LANDED | NOT_LANDED   (by look-up, or resolved by a person or the agent)
 *     '--> ABANDONED (never sent: cancelled, policy refused, group failed)
 * </pre>
 */
public enum EffectState {
  INTENDED,
  DISPATCHED,
  LANDED,
  NOT_LANDED,
  UNKNOWN,
  UNDONE,
  ABANDONED;

  /** Whether a run that ends still has to see to it. */
  public boolean open() {
    return switch (this) {
      case INTENDED, DISPATCHED, UNKNOWN -> true;
      case LANDED, NOT_LANDED, UNDONE, ABANDONED -> false;
    };
  }
}
