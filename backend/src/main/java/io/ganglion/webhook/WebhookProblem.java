package io.ganglion.webhook;

import io.ganglion.kernel.Problem;

/** What can be refused of webhooks. */
public final class WebhookProblem extends Problem {
  private static final long serialVersionUID = 1;

  private WebhookProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static WebhookProblem tooMany(int most) {
    return new WebhookProblem(
        409,
        "too_many_endpoints",
        "There are too many endpoints",
        "A tenant may have %d. Delete one that is not needed.".formatted(most));
  }

  static WebhookProblem disabled() {
    return new WebhookProblem(
        409,
        "endpoint_disabled",
        "The endpoint is disabled",
        "It gets no messages. Enable it first: PATCH it with {\"enabled\": true}.");
  }
}
