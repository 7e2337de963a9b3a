package io.ganglion.api.webhook;

import io.ganglion.kernel.MessageId;
import io.ganglion.webhook.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a message at an endpoint. */
@Schema(name = "Delivery", description = "A message on its way to one endpoint, without its body.")
public record DeliveryView(
    MessageId message,
    @Schema(examples = "run.succeeded") String type,
    @Schema(description = "pending, delivered or failed", examples = "delivered") String state,
    @Schema(description = "How often it was tried") int tries,
    @Schema(description = "The next try; null while one is under way, and at the end")
        @Nullable Instant nextTryAt,
    @Schema(description = "Why there is no further try") @Nullable String reason,
    @Schema(description = "The latest 20, oldest first") List<AttemptView> attempts,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /** A try. */
  @Schema(name = "DeliveryAttempt", description = "A try; what was answered is not kept.")
  public record AttemptView(
      int number,
      Instant at,
      long tookMs,
      @Schema(description = "Of the answer; null: there was none") @Nullable Integer status,
      @Schema(description = "What went wrong; null: nothing") @Nullable String reason,
      @Schema(description = "How long the answer's body was") @Nullable Integer answerBytes) {
    static AttemptView of(Delivery.Attempt one) {
      return new AttemptView(
          one.number(),
          one.at(),
          one.tookMillis(),
          one.status().orElse(null),
          one.reason().orElse(null),
          one.answerBytes().orElse(null));
    }
  }

  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.message(),
        delivery.type(),
        delivery.state().name().toLowerCase(Locale.ROOT),
        delivery.tries(),
        delivery.dueAt().orElse(null),
        delivery.reason().orElse(null),
        delivery.attempts().stream().map(AttemptView::of).toList(),
        delivery.createdAt(),
        delivery.endedAt().orElse(null));
  }
}
