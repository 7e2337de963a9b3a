package io.ganglion.connection;

import io.ganglion.kernel.Problem;

/** What can be refused of a connection. */
public final class ConnectionProblem extends Problem {
  private static final long serialVersionUID = 1;

  /** The code of a connection that is paused. */
  public static final String PAUSED = "connection_paused";

  /** The code of a connection that has to be authorized again. */
  public static final String REAUTHORIZE = "connection_reauthorize";

  /** The code of a connection whose token has ended, while no other can be had. */
  public static final String UNREFRESHED = "connection_unrefreshed";

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

  static ConnectionProblem reauthorize(String name) {
    return new ConnectionProblem(
        409,
        REAUTHORIZE,
        "The connection has to be authorized again",
        "The platform no longer lets connection '%s' in: authorize it again, or rotate its credentials."
            .formatted(name));
  }

  static ConnectionProblem unrefreshed(String name, String reason) {
    return new ConnectionProblem(
        503,
        UNREFRESHED,
        "The connection's token has ended",
        "Connection '%s' has no valid token at the moment: %s. It is tried again."
            .formatted(name, reason));
  }

  static ConnectionProblem noApp(String connector) {
    return new ConnectionProblem(
        422,
        "oauth_app_missing",
        "There is no app to connect with",
        "This installation has no OAuth app for %s: send your own as 'app', or type credentials in."
            .formatted(connector));
  }

  static ConnectionProblem tooMany(int most) {
    return new ConnectionProblem(
        409,
        "too_many_authorizations",
        "Too many authorizations are under way",
        "There are %d; end one, or wait ten minutes.".formatted(most));
  }

  static ConnectionProblem gone(String name, String what) {
    return new ConnectionProblem(
        409,
        "connection_unusable",
        "The connection can't be used here",
        "Connection '%s' needs %s, which this installation no longer has.".formatted(name, what));
  }
}
