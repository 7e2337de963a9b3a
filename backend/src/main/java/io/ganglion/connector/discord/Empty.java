package io.ganglion.connector.discord;

import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.egress.HttpResult;
import java.io.IOException;

/** Answers of acts that leave nothing to tell: 204, or what was deleted. */
final class Empty {
  private Empty() {}

  /**
   * What landed, if the answer is whole.
   *
   * @throws IOException if there is a body that is not JSON
   */
  static Outcome orThrow(HttpResult.Answered answer, Outcome.Landed landed) throws IOException {
    if (answer.status() != 204 || answer.body().length > 0) {
      Answers.json(answer);
    }
    return landed;
  }
}
