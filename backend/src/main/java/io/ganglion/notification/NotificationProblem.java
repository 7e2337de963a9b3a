package io.ganglion.notification;

import io.ganglion.kernel.Problem;

/** What can be refused of notifications. */
public final class NotificationProblem extends Problem {
  private static final long serialVersionUID = 1;

  private NotificationProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static NotificationProblem notSetUp(Channel channel) {
    return new NotificationProblem(
        409,
        "channel_not_set_up",
        "There is no such channel",
        "Say where messages are to go first: PATCH {\"%s\": {\"url\": \"https://…\"}}."
            .formatted(channel.text()));
  }

  static NotificationProblem unverified() {
    return new NotificationProblem(
        409,
        "address_not_verified",
        "There is no verified address",
        "Mails go to the address that the identity provider has verified. Verify yours, and sign in again.");
  }
}
