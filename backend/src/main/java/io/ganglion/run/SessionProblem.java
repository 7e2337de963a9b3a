package io.ganglion.run;

import io.ganglion.kernel.Problem;

/** What can't be done with a session as it stands. */
public final class SessionProblem extends Problem {
  private static final long serialVersionUID = 1;

  private SessionProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static SessionProblem notSession() {
    return new SessionProblem(
        409,
        "not_a_session",
        "The run is not a session",
        "It follows a workflow. Start a run with \"session\": true to add steps to it.");
  }

  static SessionProblem ending() {
    return new SessionProblem(
        409,
        "session_ending",
        "The session is ending",
        "It was completed, compensated, cancelled or left alone for too long; start a new one.");
  }

  static SessionProblem otherBody(String key) {
    return new SessionProblem(
        422,
        "step_key_reused",
        "The key belongs to another body",
        "%s was asked for with another body, which stands. Choose a new key.".formatted(key));
  }

  static SessionProblem full(int most) {
    return new SessionProblem(
        422,
        "session_full",
        "The session has too many steps",
        "A session takes at most %,d steps and groups; complete it and start a new one."
            .formatted(most));
  }
}
