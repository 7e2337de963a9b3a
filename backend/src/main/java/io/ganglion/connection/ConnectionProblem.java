package io.ganglion.connection;

import io.ganglion.kernel.Problem;

/** What can be refused of a connection. */
public final class ConnectionProblem extends Problem {
  private static final long serialVersionUID = 1;

  /** The code of a connection that is paused. */
  public static final String PAUSED = "connection_paused";

  private ConnectionProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static ConnectionProblem nameTaken(String name) {
    return new ConnectionProblem(
        409,
        "name_taken",
        "The name is taken",
        "There is a connection named '%s' already; choose another name.".formatted(name));
  }

  static ConnectionProblem refused(String connector, String reason) {
    return new ConnectionProblem(
        422,
        "credentials_refused",
        "The platform refuses the credentials",
        "%s says: %s. Check the credentials and what they are allowed to do."
            .formatted(connector, reason));
  }

  static ConnectionProblem unreachable(String connector, String reason) {
    return new ConnectionProblem(
        502,
        "platform_unreachable",
        "The platform could not be asked",
        "%s: %s. Nothing was stored; try again.".formatted(connector, reason));
  }

  static ConnectionProblem otherAccount(String label) {
    return new ConnectionProblem(
        409,
        "other_account",
        "These are credentials of another account",
        "They belong to %s. A connection stays with its account: create another connection."
            .formatted(label));
  }

  static ConnectionProblem paused(String name) {
    return new ConnectionProblem(
        409,
        PAUSED,
        "The connection is paused",
        "Connection '%s' is paused: nothing is sent through it until it is resumed."
            .formatted(name));
  }

  static ConnectionProblem gone(String name, String what) {
    return new ConnectionProblem(
        409,
        "connection_unusable",
        "The connection can't be used here",
        "Connection '%s' needs %s, which this installation no longer has.".formatted(name, what));
  }
}
