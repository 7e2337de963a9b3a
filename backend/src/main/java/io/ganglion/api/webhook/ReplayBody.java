package io.ganglion.api.webhook;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.MessageId;
import io.ganglion.webhook.Replay;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which messages to send once more: one, a range, or all that failed. */
@Schema(name = "EndpointReplay")
public record ReplayBody(
    @Schema(description = "One message", examples = "msg_01h2xcejqtf2nbrexx3vqjhp41")
        @Nullable MessageId message,
    @Schema(
            description = "Those made from then on; those too that it never got",
            examples = "2026-11-29T00:00:00Z")
        @Nullable Instant since,
    @Schema(description = "With since: those made before; now by default") @Nullable Instant until,
    @Schema(description = "true: all of which no further try is made") @Nullable Boolean failed) {

  Replay which() {
    long ways = Stream.of(message, since, failed).filter(it -> it != null).count();
    if (ways != 1 || (failed != null && !failed) || (until != null && since == null)) {
      throw new InvalidRequest(
          "", "send one of message, since (with until, if there is an end) and failed: true");
    }
    if (message != null) {
      return new Replay.One(message);
    }
    if (since == null) {
      return new Replay.Failed();
    }
    var end = until == null ? Instant.now() : until;
    if (!since.isBefore(end)) {
      throw new InvalidRequest("/until", "send a time after since");
    }
    return new Replay.Range(since, end);
  }
}
