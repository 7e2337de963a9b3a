package io.ganglion.kernel;

/** The thing was changed since the caller read it; nothing was done. */
public final class PreconditionFailed extends Problem {
  private static final long serialVersionUID = 1;

  /**
   * @param what the kind of thing, e.g. {@code agent}
   * @param current the version it has now; 0 if there is none
   */
  public PreconditionFailed(String what, long current) {
    super(
        412,
        "precondition_failed",
        "It was changed meanwhile",
        "The %s has version %d now; read it again and repeat the change with its ETag in If-Match."
            .formatted(what, current));
  }
}
