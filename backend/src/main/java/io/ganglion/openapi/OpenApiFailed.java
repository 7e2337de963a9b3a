package io.ganglion.openapi;

/** A call can't be made out of a description; the message says what to do. */
public final class OpenApiFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is at fault. */
  public enum Fault {
    /** The description could not be fetched. */
    UNREACHABLE,
    /** The description can't be used, or has no such operation. */
    DESCRIPTION,
    /** The parameters don't fit the operation. */
    PARAMETERS
  }

  private final Fault fault;
  private final int status;

  private OpenApiFailed(Fault fault, int status, String message) {
    super(message, null, false, false);
    this.fault = fault;
    this.status = status;
  }

  static OpenApiFailed unreachable(int status, String message) {
    return new OpenApiFailed(Fault.UNREACHABLE, status, message);
  }

  static OpenApiFailed description(String message) {
    return new OpenApiFailed(Fault.DESCRIPTION, 400, message);
  }

  static OpenApiFailed parameters(String message) {
    return new OpenApiFailed(Fault.PARAMETERS, 400, message);
  }

  public Fault fault() {
    return fault;
  }

  /** An HTTP status that fits. */
  public int status() {
    return status;
  }
}
