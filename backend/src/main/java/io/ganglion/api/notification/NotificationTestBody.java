package io.ganglion.api.notification;

import io.ganglion.notification.Channel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which channel to send a test. */
@Schema(name = "NotificationTestBody")
public record NotificationTestBody(
    @NotNull(message = "send mail, slack or webhook")
        @Pattern(regexp = "mail|slack|webhook", message = "send mail, slack or webhook")
        @Schema(
            description = "Which",
            enumeration = {"mail", "slack", "webhook"},
            examples = "mail")
        String channel) {
  Channel which() {
    return Channel.of(channel);
  }
}
