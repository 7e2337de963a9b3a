package io.ganglion.connector;

/** A subject that says at once which action it is of. */
public abstract class ActionSubject implements Subject {
  private final String action;
  private final RetryClass retryClass;

  protected ActionSubject(String action, RetryClass retryClass) {
    this.action = action;
    this.retryClass = retryClass;
  }

  @Override
  public final String action() {
    return action;
  }

  @Override
  public final RetryClass retryClass() {
    return retryClass;
  }
}
