package io.ganglion.api.idempotency;

import io.ganglion.kernel.Problem;

/** What can be wrong with an Idempotency-Key. */
final class IdempotencyProblem extends Problem {
  private static final long serialVersionUID = 1;

  private IdempotencyProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static IdempotencyProblem mismatch() {
    return new IdempotencyProblem(
        422,
        "idempotency_mismatch",
        "The key stands for another request",
        "This Idempotency-Key was sent with another address or body; use a new key for a new request.");
  }

  static IdempotencyProblem otherCaller() {
    return new IdempotencyProblem(
        422,
        "idempotency_mismatch",
        "The key stands for another caller's request",
        "The kept answer holds a secret, which only the API key that asked first can see again.");
  }

  static IdempotencyProblem running() {
    return new IdempotencyProblem(
        409,
        "idempotency_running",
        "The first request is still running",
        "Send it again in a moment to get its answer.");
  }
}
