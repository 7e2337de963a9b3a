package io.ganglion.api;

import io.ganglion.kernel.InvalidRequest;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How to replace a secret.
 *
 * @param overlap how long the old one goes on; 24 hours by default
 */
@Schema(name = "Overlap")
public record OverlapBody(
    @Schema(
            implementation = String.class,
            description = "ISO 8601, from PT0S to P30D; PT24H by default",
            examples = "PT24H")
        @Nullable Duration overlap) {
  private static final Duration USUAL = Duration.ofHours(24);
  private static final Duration LONGEST = Duration.ofDays(30);

  /**
   * How long that is.
   *
   * @param body null: none was sent
   */
  public static Duration of(@Nullable OverlapBody body) {
    var overlap = body == null ? null : body.overlap();
    if (overlap == null) {
      return USUAL;
    }
    if (overlap.isNegative() || overlap.compareTo(LONGEST) > 0) {
      throw new InvalidRequest("/overlap", "send a duration from PT0S to P30D");
    }
    return overlap;
  }
}
