package io.ganglion.api.approval;

import io.ganglion.approval.link.Link;
import io.ganglion.kernel.InvalidRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A link to make.
 *
 * @param sentTo whom its maker brings it to
 * @param valid how long it is to open
 */
@Schema(name = "NewApprovalLink")
public record LinkBody(
    @NotBlank(message = "say whom you bring it to")
        @Size(max = Link.MAX_SENT_TO, message = "send at most 254 characters")
        @Schema(
            description = "Whom you bring it to: an address, for the audit log",
            examples = "ada@example.org")
        String sentTo,
    @Schema(
            implementation = String.class,
            description =
                "ISO 8601, from PT1M to P7D; P3D by default. It never opens longer than the approval waits",
            examples = "PT24H")
        @Nullable Duration valid) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  Optional<Duration> checked(Duration longest) {
    if (valid != null && (valid.compareTo(SHORTEST) < 0 || valid.compareTo(longest) > 0)) {
      throw new InvalidRequest("/valid", "send a duration from PT1M to %s".formatted(longest));
    }
    return Optional.ofNullable(valid);
  }
}
