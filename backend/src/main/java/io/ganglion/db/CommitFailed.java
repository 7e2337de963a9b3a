package io.ganglion.db;

/**
 * A unit is not in the database, or it is not known whether it is: each kind says what its run has
 * to do.
 */
public abstract sealed class CommitFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private CommitFailed(String message, @org.jspecify.annotations.Nullable Throwable cause) {
    super(message, cause);
  }

  /** A guard refused it; nothing of the unit was written. */
  public static final class Refused extends CommitFailed {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
      super(refusal.detail(), null);
      this.refusal = refusal;
    }

    public Refusal refusal() {
      return refusal;
    }
  }

  /** This worker lost its lease: its runs belong to others now and it must let them go. */
  public static final class Fenced extends CommitFailed {
    private static final long serialVersionUID = 1;

    public Fenced() {
      super("the worker was fenced", null);
    }
  }

  /**
   * The database was lost around the commit: the unit may be written or not, so memory can't be
   * trusted any more.
   */
  public static final class Lost extends CommitFailed {
    private static final long serialVersionUID = 1;

    public Lost(Throwable cause) {
      super("the commit's fate is unknown", cause);
    }
  }

  /** The rows themselves can't be written: data the database refuses. */
  public static final class Unwritable extends CommitFailed {
    private static final long serialVersionUID = 1;

    public Unwritable(Throwable cause) {
      super("the rows can't be written", cause);
    }
  }
}
