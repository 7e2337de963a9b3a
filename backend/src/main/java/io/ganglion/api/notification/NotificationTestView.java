package io.ganglion.api.notification;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a test. */
@Schema(name = "NotificationTest", description = "What became of a test")
public record NotificationTestView(
    @Schema(description = "By which it was sent", examples = "mail") String channel,
    @Schema(description = "Whether it was taken", examples = "true") boolean taken,
    @Schema(description = "Why it was not; null: it was", examples = "it answered 500")
        @Nullable String reason) {
  static NotificationTestView of(String channel, Optional<String> reason) {
    return new NotificationTestView(channel, reason.isEmpty(), reason.orElse(null));
  }
}
