package io.ganglion.kernel;

/**
 * There is no such thing in the caller's tenant; another tenant's thing gives the very same answer.
 */
public final class NotFound extends Problem {
  private static final long serialVersionUID = 1;

  /**
   * @param what the kind of thing, e.g. {@code run}
   */
  public NotFound(String what) {
    super(
        404,
        "not_found",
        "Not found",
        "There is no such %s; check the identifier and the API key's tenant.".formatted(what));
  }
}
